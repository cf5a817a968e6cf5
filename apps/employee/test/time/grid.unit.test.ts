import { describe, expect, it } from '@jest/globals';
import { chosen, isChosen, moveTo, START, step, tab } from '../../src/features/time/grid-cursor.js';
import { cellText, copyText, readCell, readPaste } from '../../src/features/time/grid-text.js';

const size = { rows: 3, days: 7 };

describe('the cursor of a grid', () => {
  it('goes where arrows lead, and no further than the edge', () => {
    expect(step(START, { rows: 1 }, size)).toMatchObject({ row: 1, day: 0 });
    expect(step(START, { days: -1 }, size)).toMatchObject({ row: 0, day: 0 });
    expect(step(START, { rows: 1_000, days: 1_000 }, size)).toMatchObject({ row: 2, day: 6 });
  });

  it('goes over the ends of rows by Tab, and out of the grid behind its last cell', () => {
    expect(tab({ row: 0, day: 6 }, 1, size)).toMatchObject({ row: 1, day: 0 });
    expect(tab({ row: 1, day: 0 }, -1, size)).toMatchObject({ row: 0, day: 6 });
    expect(tab({ row: 2, day: 6 }, 1, size)).toBeUndefined();
    expect(tab(START, -1, size)).toBeUndefined();
  });

  it('chooses all between where it began and where it is', () => {
    const from = moveTo({ row: 2, day: 3 }, size);
    const to = step(step(from, { rows: -1 }, size, true), { days: 2 }, size, true);
    expect(chosen(to)).toEqual({ rows: [1, 2], days: [3, 5] });
    expect(isChosen(to, { row: 2, day: 4 })).toBe(true);
    expect(isChosen(to, { row: 0, day: 4 })).toBe(false);
    expect(chosen(step(to, { rows: 1 }, size))).toEqual({ rows: [2, 2], days: [5, 5] });
  });
});

describe('what cells say', () => {
  it.each([
    ['1:30', 90],
    ['90m', 90],
    ['1.5', 90],
    ['1,5', 90],
    ['', 0],
    ['  ', 0],
    ['soon', null],
  ])('reads %j as %s', (text, minutes) => {
    expect(readCell(text)).toBe(minutes);
  });

  it('shows nothing for nothing', () => {
    expect([cellText(0), cellText(5)]).toEqual(['', '0:05']);
  });

  it('copies what it can paste again', () => {
    const rows = [
      [60, 0, 15],
      [0, 90, 0],
    ];
    expect(copyText(rows)).toBe('1:00\t\t0:15\n\t1:30\t');
    expect(readPaste(copyText(rows))).toEqual(rows);
  });

  it('takes what spreadsheets copy, with their last line end, and nothing that it cannot read', () => {
    expect(readPaste('1,5\t2\r\n\t3\r\n')).toEqual([
      [90, 120],
      [0, 180],
    ]);
    expect(readPaste('1:00\tTotal')).toBeNull();
  });
});
