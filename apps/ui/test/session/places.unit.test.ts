import { describe, expect, it } from '@jest/globals';
import { portalOf, safeReturn, signInFor } from '../../src/session/places.js';

const ORIGIN = 'https://nexus.example';

describe('safeReturn', () => {
  it.each(['/employee/', '/employee/projects?phase=REVIEW#top', '/client/invoices/inv_1'])(
    'goes back to %s',
    (path) => expect(safeReturn(path, ORIGIN)).toBe(path),
  );

  it.each([
    ...['//evil.example', '///evil.example', '/\\evil.example', '/\t/evil.example', '\\\\evil'],
    ...['https://evil.example', 'javascript:alert(1)', 'employee', '', '/x/..//evil.example'],
  ])('does not go to %j', (text) => expect(safeReturn(text, ORIGIN)).toBeUndefined());

  it('goes nowhere where nothing was said', () => {
    expect([safeReturn(null, ORIGIN), safeReturn(undefined, ORIGIN)]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('places', () => {
  it('lead to the sign-in and back', () => {
    const place = { pathname: '/employee/projects', search: '?search=a&phase=REVIEW', hash: '#x' };
    const signIn = new URL(signInFor(place), ORIGIN);
    expect(signIn.pathname).toBe('/sign-in/');
    expect(safeReturn(signIn.searchParams.get('return'), ORIGIN)).toBe(
      '/employee/projects?search=a&phase=REVIEW#x',
    );
  });

  it('are one portal for each side', () => {
    expect([portalOf('STAFF'), portalOf('CLIENT')]).toEqual(['/employee/', '/client/']);
  });
});
