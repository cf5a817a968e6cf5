const DAY = 86_400_000;

/** Writes dates as ISO does. */
const BERLIN = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

/** Today and days from it where the firms of the tests are, as the graph writes dates. */
export function day(offset = 0): string {
  const today = Date.parse(BERLIN.format(Date.now()));
  return new Date(today + offset * DAY).toISOString().slice(0, 10);
}

/** The ISO week of a date, `2026-W47`: the year is that of the week's Thursday. */
export function isoWeek(date: string): string {
  const thursday = new Date(`${date}T00:00:00Z`);
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
