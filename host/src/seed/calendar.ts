import { addDays, type LocalDate } from '@nexus/kit/domain';

/** Days on which nobody works: weekends and the fixed holidays of Berlin. */
const HOLIDAYS = new Set(['01-01', '03-08', '05-01', '10-03', '12-24', '12-25', '12-26', '12-31']);

/** 1 for Monday to 7 for Sunday. */
export function weekday(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

export function isWorkingDay(date: LocalDate): boolean {
  return weekday(date) < 6 && !HOLIDAYS.has(date.slice(5));
}

/** The first working day of the day's month. */
export function isInvoicingDay(date: LocalDate): boolean {
  if (!isWorkingDay(date)) return false;
  for (let day = `${date.slice(0, 8)}01`; day < date; day = addDays(day, 1))
    if (isWorkingDay(day)) return false;
  return true;
}

/** Every day from the first to the last, both included. */
export function* daysFrom(first: LocalDate, last: LocalDate): Generator<LocalDate> {
  for (let day = first; day <= last; day = addDays(day, 1)) yield day;
}

/** An instant of a day in the firm's zone, near enough for a history: UTC plus one hour. */
export function at(date: LocalDate, hour: number, minute = 0): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) + ((hour - 1) * 60 + minute) * 60_000);
}
