import { describe, expect, it } from '@jest/globals';
import { quote, toJson } from '../src/execution/json-text.js';

describe('quote', () => {
  const long = 'x'.repeat(100);
  const awkward = [
    '"',
    '\\',
    '\n',
    '\u0000',
    '\u001f',
    '\ud800',
    '\udfff',
    '😀',
    'é',
    '\u2028',
    '\u007f',
    '',
  ];

  it.each(awkward)('writes %j as JSON.stringify does, short and long', (text) => {
    expect(quote(text)).toBe(JSON.stringify(text));
    expect(quote(long + text)).toBe(JSON.stringify(long + text));
  });
});

describe('toJson', () => {
  it.each<[unknown]>([
    [0],
    [-0],
    [1.5],
    [1e21],
    [1e-7],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [true],
    [false],
    [null],
    ['text'],
    [{ a: [1, { b: null }] }],
    [new Date(0)],
  ])('writes %p as JSON.stringify does', (value) => {
    expect(toJson(value)).toBe(JSON.stringify(value));
  });

  it('refuses what JSON cannot say', () => {
    expect(() => toJson(1n)).toThrow(TypeError);
  });
});
