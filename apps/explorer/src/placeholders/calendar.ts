import type { Lookup } from './placeholder.types.js';

const DAY = /^today(?:\s*([+-])\s*(\d{1,4}))?$/;
const DAY_MS = 86_400_000;

/**
 * `today`, `today-7`, `today+90`, `week` and `time` (to the second: it makes a name that is not
 * taken), by the calendar and the clock on the wall of whoever looks.
 */
export function calendar(now: () => Date): Lookup {
  return (name) => {
    const today = wallDate(now());
    if (name === 'time') return now().toTimeString().slice(0, 8);
    if (name === 'week') return isoWeek(today);
    const match = DAY.exec(name);
    if (!match) return undefined;
    const [, sign, days] = match;
    const shift = Number(days ?? 0) * (sign === '-' ? -1 : 1);
    return isoDate(new Date(today.getTime() + shift * DAY_MS));
  };
}

/** The local date, as midnight UTC: days then all have 24 hours. */
function wallDate(now: Date): Date {
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
}

function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** A week belongs to the year that its Thursday is in. */
function isoWeek(date: Date): string {
  const weekday = (date.getUTCDay() + 6) % 7;
  const thursday = new Date(date.getTime() + (3 - weekday) * DAY_MS);
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.floor((thursday.getTime() - newYear) / DAY_MS / 7) + 1;
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}
