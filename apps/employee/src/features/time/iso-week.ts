import {
  addDays,
  dateOf,
  type IsoDate,
  isoOf,
  mondayOf,
  weekdayOf,
} from '@nexus/ui/components/iso-date';

/** An ISO week as the graph writes it: `2026-W47`, Monday to Sunday; the year is that of its Thursday. */
export type IsoWeek = string;

const WEEK = /^(\d{4})-W(\d{2})$/;

export function weekOf(day: IsoDate): IsoWeek {
  const thursday = dateOf(addDays(day, 3 - weekdayOf(day)));
  const year = thursday.getUTCFullYear();
  const days = (thursday.getTime() - Date.UTC(year, 0, 1, 12)) / 86_400_000;
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`;
}

/** Its seven days from Monday on. */
export function daysOf(week: IsoWeek): readonly IsoDate[] {
  const [, year = '', number = ''] = WEEK.exec(week) ?? [];
  // The fourth of January lies in the first week of every year.
  const fourth = isoOf(new Date(Date.UTC(Number(year), 0, 4, 12)));
  const monday = addDays(mondayOf(fourth), (Number(number) - 1) * 7);
  return [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(monday, days));
}

export function shiftWeek(week: IsoWeek, weeks: number): IsoWeek {
  const [monday = ''] = daysOf(week);
  return weekOf(addDays(monday, weeks * 7));
}

/** Whether the calendar has such a week: not every year has a 53rd. */
export function isWeek(text: string): boolean {
  if (!WEEK.test(text)) return false;
  const [monday = ''] = daysOf(text);
  return weekOf(monday) === text;
}
