import { addDays, type IsoDate, isoOfNumbers } from '../components/iso-date.js';

type Part = 'day' | 'month' | 'year';

/**
 * Reads a day as people type it: `2026-03-14`, in the order of the locale with any separator and with or
 * without the year (`14.3.`, `3/14/26`), or days from today (`+7`, `-1`). Null where it is none of these.
 */
export function readDate(text: string, locale: string, today: IsoDate): IsoDate | null {
  const typed = text.trim();
  if (/^[+-]\d{1,4}$/.test(typed)) return addDays(today, Number(typed));
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return isoOfNumbers(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (!/^\d+([./\- ]+\d+){1,2}[./ ]*$/.test(typed)) return null;
  const numbers = typed.match(/\d+/g) ?? [];
  const order = orderOf(locale).filter((part) => part !== 'year' || numbers.length === 3);
  const value = (part: Part) => numbers[order.indexOf(part)];
  const year = value('year');
  return isoOfNumbers(
    year === undefined ? Number(today.slice(0, 4)) : fullYear(year),
    Number(value('month')),
    Number(value('day')),
  );
}

/** How a day is typed in a locale, with letters in place of digits: `DD/MM/YYYY`. */
export function datePattern(locale: string, letters: Record<Part, string>): string {
  return partsOf(locale)
    .map(({ type, value }) => (isPart(type) ? letters[type] : value))
    .join('');
}

const isPart = (type: string): type is Part => ['day', 'month', 'year'].includes(type);

const partsOf = (locale: string) =>
  new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(0);

const orderOf = (locale: string): Part[] =>
  partsOf(locale)
    .map(({ type }) => type)
    .filter(isPart);

/** Two digits are of this century. */
const fullYear = (digits: string) => (digits.length <= 2 ? 2000 + Number(digits) : Number(digits));
