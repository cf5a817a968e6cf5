import { addDays, isoWeekOf, type LocalDate, type Money, money } from '@nexus/kit/domain';
import { budgetPercent } from './budget.aggregate.js';

/** So many weeks are told at most, the last ones. */
export const MAX_BURN_WEEKS = 104;

/** What a week brought, in minor units of the project's currency. */
export interface BurnFigures {
  readonly minutes: number;
  readonly billableMinutes: number;
  readonly cost: number;
  readonly revenue: number;
  /** What of it is held against the budget. */
  readonly spent: number;
}

export interface BurnFacts {
  readonly currency: string;
  /** What spending is held against; null where there is no budget. */
  readonly limit: Money | null;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** By the Monday of the week; weeks before `from` count in what is spent to date. */
  readonly byWeek: ReadonlyMap<LocalDate, BurnFigures>;
}

export interface BurnWeek {
  /** `2026-W47` */
  readonly week: string;
  /** Its Monday. */
  readonly start: LocalDate;
  readonly minutes: number;
  readonly billableMinutes: number;
  readonly cost: Money;
  readonly revenue: Money;
  readonly spent: Money;
  readonly spentToDate: Money;
  /** Of the limit, one decimal; null without one. */
  readonly percent: number | null;
}

const NOTHING: BurnFigures = { minutes: 0, billableMinutes: 0, cost: 0, revenue: 0, spent: 0 };

/** The Monday of the week that a day is in. */
export function mondayOf(date: LocalDate): LocalDate {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, -((day + 6) % 7));
}

/** The weeks from `from` to `to`, each with what it brought and how much is spent by its end. */
export function burnOf({ currency, limit, from, to, byWeek }: BurnFacts): BurnWeek[] {
  const last = mondayOf(to);
  const earliest = addDays(last, -7 * (MAX_BURN_WEEKS - 1));
  // Days of this form sort as texts.
  const [, first = last] = [mondayOf(from), earliest].sort();
  let toDate = 0;
  for (const [start, { spent }] of byWeek) if (start < first) toDate += spent;
  const weeks: BurnWeek[] = [];
  for (let start = first; start <= last; start = addDays(start, 7)) {
    const { minutes, billableMinutes, cost, revenue, spent } = byWeek.get(start) ?? NOTHING;
    toDate += spent;
    weeks.push({
      week: isoWeekOf(start),
      start,
      minutes,
      billableMinutes,
      cost: money(cost, currency),
      revenue: money(revenue, currency),
      spent: money(spent, currency),
      spentToDate: money(toDate, currency),
      percent: budgetPercent(money(toDate, currency), limit),
    });
  }
  return weeks;
}
