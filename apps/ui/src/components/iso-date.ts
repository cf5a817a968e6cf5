/** Days as the graph writes them: `2026-03-14`, without a time or a zone. */
export type IsoDate = string;

/** The day at noon UTC: far enough from midnight that no arithmetic crosses a day. */
export const dateOf = (day: IsoDate): Date => new Date(`${day}T12:00:00Z`);

export const isoOf = (date: Date): IsoDate => date.toISOString().slice(0, 10);

export const addDays = (day: IsoDate, days: number): IsoDate =>
  isoOf(new Date(dateOf(day).getTime() + days * 86_400_000));

/** 0 for Monday to 6 for Sunday, as ISO weeks count. */
export const weekdayOf = (day: IsoDate): number => (dateOf(day).getUTCDay() + 6) % 7;

/** The Monday of a day's week. */
export const mondayOf = (day: IsoDate): IsoDate => addDays(day, -weekdayOf(day));

/** The day that it is now in a time zone. */
export function todayIn(timeZone: string, now = new Date()): IsoDate {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now);
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** The day of numbers, or null where the calendar has none. */
export function isoOfNumbers(year: number, month: number, day: number): IsoDate | null {
  const date = new Date(Date.UTC(year, month - 1, day, 12));
  const isSame = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isSame && year >= 1000 && year <= 9999 ? isoOf(date) : null;
}

/** A day as it is written in a region: `14/03/2026`, `14.03.2026`. */
export function formatDay(day: IsoDate, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(dateOf(day));
}
