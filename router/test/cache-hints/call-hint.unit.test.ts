import { describe, expect, it } from '@jest/globals';
import { cacheControlText } from '../../src/cache-hints/cache-policy.js';
import { callHint } from '../../src/cache-hints/call-hint.js';

describe('what a subgraph says by its headers', () => {
  it.each([
    ['max-age=60', 60, false],
    ['public, max-age=60', 60, false],
    ['Private, Max-Age=60', 60, true],
    ['max-age="60"', 60, false],
    ['max-age=0', 0, false],
    ['max-age=60, s-maxage=10', 10, false],
    ['max-age=10, s-maxage=60', 10, false],
    ['max-age=60, max-age=30', 0, false],
    ['max-age=-1', 0, false],
    ['max-age=soon', 0, false],
    ['max-age', 0, false],
    ['no-cache, max-age=60', 0, true],
    ['max-age=60, no-store', 0, true],
    ['s-maxage=60', undefined, false],
    ['private', undefined, true],
    ['', undefined, false],
  ])('"%s" holds for %p seconds, for its caller alone: %p', (control, seconds, isPrivate) => {
    expect(callHint({ 'cache-control': control })).toEqual({ seconds, isPrivate });
  });

  it('is nothing without headers', () => {
    expect(callHint(undefined)).toEqual({ seconds: undefined, isPrivate: false });
  });

  it.each([
    ['10', 50],
    ['90', 0],
    ['never', 0],
  ])('has aged %p seconds on its way', (age, seconds) => {
    expect(callHint({ 'cache-control': 'max-age=60', age }).seconds).toBe(seconds);
  });

  it.each([
    ['Accept-Encoding, Origin', { seconds: 60, isPrivate: false }],
    ['X-Team', { seconds: 60, isPrivate: false }],
    ['X-Team, Authorization', { seconds: 60, isPrivate: true }],
    ['*', { seconds: 0, isPrivate: true }],
  ])('depends on the headers %p', (vary, hint) => {
    const headers = { 'cache-control': 'max-age=60', vary };
    expect(callHint(headers, { 'x-team': 'red' })).toEqual(hint);
  });
});

describe('a policy as a header', () => {
  it.each([
    [{ seconds: 60, isPrivate: false }, 'max-age=60, public'],
    [{ seconds: 1.9, isPrivate: true }, 'max-age=1, private'],
    [{ seconds: 0.9, isPrivate: false }, 'no-store'],
    [undefined, 'no-store'],
  ])('%p is "%s"', (policy, text) => {
    expect(cacheControlText(policy)).toBe(text);
  });
});
