import { describe, expect, it } from '@jest/globals';
import { formatDuration, readDuration } from '../../src/components/duration.js';

describe('a duration', () => {
  it.each([
    ['1:30', 90],
    ['0:05', 5],
    ['90m', 90],
    ['90 min', 90],
    ['1.5h', 90],
    ['1,5 h', 90],
    ['1h 30m', 90],
    ['1h30', 90],
    ['2 Std. 15 Min.', 135],
    ['2', 120],
    ['0.25', 15],
    ['24', 1440],
    ['45', 45],
    ['7:60', null],
    ['-1', null],
    ['soon', null],
    ['', null],
  ])('typed as «%s» is %s minutes', (text, minutes) => {
    expect(readDuration(text)).toBe(minutes);
  });

  it.each([
    [90, '1:30'],
    [5, '0:05'],
    [0, '0:00'],
    [6_000, '100:00'],
    [-75, '−1:15'],
  ])('of %s minutes is shown as %s', (minutes, text) => {
    expect(formatDuration(minutes)).toBe(text);
  });
});
