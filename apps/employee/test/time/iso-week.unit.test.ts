import { describe, expect, it } from '@jest/globals';
import { daysOf, isWeek, shiftWeek, weekOf } from '../../src/features/time/iso-week.js';

describe('ISO weeks', () => {
  it.each([
    ['2026-11-16', '2026-W47'],
    ['2026-11-22', '2026-W47'],
    ['2026-01-01', '2026-W01'],
    // The first days of a year may belong to the last week of the one before, and the other way round.
    ['2027-01-01', '2026-W53'],
    ['2024-12-30', '2025-W01'],
    ['2023-01-01', '2022-W52'],
  ])('has %s in %s', (day, week) => {
    expect(weekOf(day)).toBe(week);
    expect(daysOf(week)).toContain(day);
  });

  it('begins on Monday and has seven days', () => {
    expect(daysOf('2026-W53')).toEqual([
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
    ]);
  });

  it.each([
    ['2026-W47', 1, '2026-W48'],
    ['2026-W53', 1, '2027-W01'],
    ['2026-W01', -1, '2025-W52'],
  ])('goes from %s by %i to %s', (week, weeks, other) => {
    expect(shiftWeek(week, weeks)).toBe(other);
  });

  it.each([
    ['2026-W53', true],
    ['2025-W53', false],
    ['2026-W00', false],
    ['2026-W60', false],
    ['2026-47', false],
    ['', false],
  ])('knows of %s whether there is such a week: %s', (text, is) => {
    expect(isWeek(text)).toBe(is);
  });
});
