import { addDays, type LocalDate, localDate } from '@nexus/kit/domain';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * The first instant of a calendar day in a zone. Searched for by what the clocks show, so that it is right on
 * days on which they change, also where they change at midnight.
 */
export function startOfDay(date: LocalDate, timeZone: string): Date {
  const utc = Date.parse(`${date}T00:00:00Z`);
  // Offsets run from UTC-12 to UTC+14, so the day begins somewhere in between.
  let before = utc - 15 * HOUR;
  let reached = utc + 13 * HOUR;
  while (reached - before > MINUTE) {
    const middle = before + Math.floor((reached - before) / (2 * MINUTE)) * MINUTE;
    if (localDate(new Date(middle), timeZone) >= date) reached = middle;
    else before = middle;
  }
  return new Date(reached);
}

/** Minutes that a calendar day really has in a zone: 1440, or 1380 and 1500 when the clocks change. */
export function minutesOfDay(date: LocalDate, timeZone: string): number {
  const start = startOfDay(date, timeZone).getTime();
  return (startOfDay(addDays(date, 1), timeZone).getTime() - start) / MINUTE;
}

export interface DayShare {
  readonly date: LocalDate;
  readonly minutes: number;
}

/**
 * Cuts an interval at the midnights of a zone. Minutes are counted by instants and rounded once over the whole
 * interval, so that the parts add up; a started timer is worth one minute at least. Days of less than half a
 * minute are left out.
 */
export function splitAtMidnights(from: Date, to: Date, timeZone: string): readonly DayShare[] {
  const counted = (until: Date) => Math.round((until.getTime() - from.getTime()) / MINUTE);
  const shares: DayShare[] = [];
  let date = localDate(from, timeZone);
  const last = localDate(to, timeZone);
  let sum = 0;
  for (; date < last; date = addDays(date, 1)) {
    const reached = counted(startOfDay(addDays(date, 1), timeZone));
    if (reached > sum) shares.push({ date, minutes: reached - sum });
    sum = reached;
  }
  const rest = Math.max(counted(to), shares.length === 0 ? 1 : 0) - sum;
  return rest > 0 ? [...shares, { date: last, minutes: rest }] : shares;
}
