import { firstDayOf } from '../forms/calendar-words.js';
import { addDays, dateOf, type IsoDate } from './iso-date.js';

/** The weeks that a month (`2026-03`) touches, whole, beginning as the locale begins them. */
export function weeksOf(month: string, locale: string): readonly (readonly IsoDate[])[] {
  const first = `${month}-01`;
  const lead = (dateOf(first).getUTCDay() - firstDayOf(locale) + 7) % 7;
  const weeks: IsoDate[][] = [];
  let day = addDays(first, -lead);
  while (weeks.length === 0 || day.startsWith(month)) {
    weeks.push(Array.from({ length: 7 }, (_, place) => addDays(day, place)));
    day = addDays(day, 7);
  }
  return weeks;
}

export const monthBefore = (month: string): string => addDays(`${month}-01`, -1).slice(0, 7);
export const monthAfter = (month: string): string => addDays(`${month}-28`, 4).slice(0, 7);
