import { describe, expect, it } from '@jest/globals';
import { timeZoneOf } from '../../src/session/viewer.js';

const tenant = { timeZone: 'Europe/Berlin' } as never;

describe('the days of somebody', () => {
  it('are of their own zone, then of their business’s, then of their device’s', () => {
    const own = { __typename: 'Profile' as const, locale: null, timeZone: 'Asia/Tokyo' };
    expect(timeZoneOf({ profile: own, tenant })).toBe('Asia/Tokyo');
    expect(timeZoneOf({ profile: { ...own, timeZone: null }, tenant })).toBe('Europe/Berlin');
    expect(timeZoneOf({ profile: null, tenant: null })).toBe(
      new Intl.DateTimeFormat().resolvedOptions().timeZone,
    );
  });
});
