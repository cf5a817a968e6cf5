import { describe, expect, it } from '@jest/globals';
import {
  isKnown,
  keptAnswer,
  readKeptAnswer,
  tagOf,
} from '../../src/response-cache/kept-answer.js';

describe('a kept answer', () => {
  const data = '{"a":"line\\nline","ü":1}';
  const kept = keptAnswer(data, tagOf(data), 61_500);

  it('is read as it was written, for the rest of its time', () => {
    const read = readKeptAnswer(kept, 60_000);
    expect(read?.data).toBe(data);
    expect([read?.tag, read?.policy]).toEqual([tagOf(data), { seconds: 1.5, isPrivate: false }]);
  });

  it.each([
    ['its time is over', kept, 61_500],
    ['somebody else wrote it', 'nonsense', 0],
    ['it is empty', '', 0],
  ])('is none where %s', (_name, value, now) => {
    expect(readKeptAnswer(value, now)).toBeUndefined();
  });
});

describe('a tag', () => {
  it('is the same for the same text, and for no other', () => {
    expect(tagOf('{"a":1}')).toBe(tagOf('{"a":1}'));
    expect(tagOf('{"a":1}')).not.toBe(tagOf('{"a":2}'));
    expect(tagOf('{"a":1}')).toMatch(/^W\/"[\w-]{27}"$/);
  });

  it.each([
    [undefined, false],
    ['', false],
    ['W/"a"', true],
    ['"a"', true],
    ['"b", W/"a"', true],
    ['*', true],
    ['"b"', false],
    ['a', false],
  ])('is known to who says If-None-Match: %p: %p', (header, known) => {
    expect(isKnown('W/"a"', header)).toBe(known);
  });
});
