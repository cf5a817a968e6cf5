/** A calendar day, `2026-11-21`, without a zone. */
export type LocalDate = string;
/** An ISO 8601 week, `2026-W47`. */
export type IsoWeek = string;

const DAY = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

function utc(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function fromUtc(ms: number): LocalDate {
  return new Date(ms).toISOString().slice(0, 10);
}

/** Whether the text is an existing calendar day in the form `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = utc(text);
  return !Number.isNaN(ms) && fromUtc(ms) === text;
}

/** Whether this names an IANA time zone, also by one of its other names. An offset has no summer, and is none. */
export function isTimeZone(text: string): boolean {
  if (/^[+-]/.test(text)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }) !== undefined;
  } catch {
    return false;
  }
}

/** The calendar day of an instant in an IANA zone. */
export function localDate(instant: Date, timeZone: string): LocalDate {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
    formatters.set(timeZone, formatter);
  }
  return formatter.format(instant);
}

/** The latest day that it is anywhere on earth (UTC+14): a later date is in the future for everybody. */
export function latestDateOnEarth(instant: Date): LocalDate {
  return fromUtc(instant.getTime() + 14 * 3_600_000);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromUtc(utc(date) + days * DAY);
}

/** Days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((utc(to) - utc(from)) / DAY);
}

/** The ISO week a day belongs to (ISO 8601: the week with the year's first Thursday is W01). */
export function isoWeekOf(date: LocalDate): IsoWeek {
  const day = new Date(utc(date));
  const weekday = day.getUTCDay() || 7;
  const thursday = new Date(day.getTime() + (4 - weekday) * DAY);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Monday to Sunday of an ISO week, or undefined where the text names no existing week. */
export function daysOfWeek(week: IsoWeek): LocalDate[] | undefined {
  const match = /^(\d{4})-W(\d{2})$/.exec(week);
  if (!match) return undefined;
  const january4 = Date.UTC(Number(match[1]), 0, 4);
  const monday1 = january4 - ((new Date(january4).getUTCDay() || 7) - 1) * DAY;
  const monday = fromUtc(monday1 + (Number(match[2]) - 1) * 7 * DAY);
  if (isoWeekOf(monday) !== week) return undefined;
  return Array.from({ length: 7 }, (_, i) => addDays(monday, i));
}
