import { describe, expect, it } from '@jest/globals';
import { stableText } from '../../src/support/stable-text.js';

describe('a stable text', () => {
  it('is equal for equal values', () => {
    expect(stableText({ b: [1, { d: null, c: 'x' }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"x","d":null}]}',
    );
    expect(stableText({ a: undefined })).toBe('{}');
  });

  it('is none where JSON does not tell the whole', () => {
    for (const value of [new Date(), () => 1, Number.NaN, 1n, new Map(), undefined]) {
      expect(stableText({ a: [value] })).toBeUndefined();
    }
  });
});
