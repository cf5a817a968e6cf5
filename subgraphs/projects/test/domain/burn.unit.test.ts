import { describe, expect, it } from '@jest/globals';
import { money } from '@nexus/kit/domain';
import { type BurnFigures, burnOf, MAX_BURN_WEEKS, mondayOf } from '../../src/domain/burn.js';

const figures = (spent: number, more: Partial<BurnFigures> = {}): BurnFigures => ({
  minutes: 60,
  billableMinutes: 60,
  cost: 50,
  revenue: spent,
  spent,
  ...more,
});
const facts = {
  currency: 'EUR',
  limit: money(1_000, 'EUR'),
  from: '2026-11-04',
  to: '2026-11-18',
  byWeek: new Map([
    ['2026-10-26', figures(100)],
    ['2026-11-02', figures(250)],
    ['2026-11-16', figures(50)],
  ]),
};

describe('a week', () => {
  it.each([
    ['2026-11-16', '2026-11-16'],
    ['2026-11-22', '2026-11-16'],
    ['2027-01-01', '2026-12-28'],
  ])('of %s begins on %s', (day, monday) => {
    expect(mondayOf(day)).toBe(monday);
  });
});

describe('burn', () => {
  it('goes week by week, empty ones too, and counts what was spent before', () => {
    const weeks = burnOf(facts);
    expect(
      weeks.map(({ week, spent, spentToDate, percent }) => [
        week,
        spent.minor,
        spentToDate.minor,
        percent,
      ]),
    ).toEqual([
      ['2026-W45', 250, 350, 35],
      ['2026-W46', 0, 350, 35],
      ['2026-W47', 50, 400, 40],
    ]);
    expect(weeks[1]).toMatchObject({ minutes: 0, cost: { minor: 0, currency: 'EUR' } });
  });

  it('knows no percent without a budget', () => {
    expect(burnOf({ ...facts, limit: null }).map(({ percent }) => percent)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('has no weeks where it ends before it begins', () => {
    expect(burnOf({ ...facts, to: '2026-10-01' })).toEqual([]);
  });

  it('tells the last weeks of a long project, with all that was spent', () => {
    const weeks = burnOf({ ...facts, from: '2020-01-01' });
    expect(weeks).toHaveLength(MAX_BURN_WEEKS);
    expect(weeks.at(-1)?.spentToDate.minor).toBe(400);
  });
});
