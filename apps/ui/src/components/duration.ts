/**
 * Reads a duration as people type it, in whole minutes: `1:30`, `90m`, `1.5h`, `1h 30m`, `2h`. A bare number
 * is hours up to 24 and minutes above. Null where it is none of these.
 */
export function readDuration(text: string): number | null {
  const typed = text.trim().toLowerCase().replace(/,/g, '.');
  const clock = /^(\d{1,3}):([0-5]?\d)$/.exec(typed);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const bare = /^\d+(\.\d+)?$/.test(typed);
  if (bare) return whole(Number(typed) <= 24 ? Number(typed) * 60 : Number(typed));
  const found =
    /^(?:(\d+(?:\.\d+)?)\s*(?:h|hrs?|hours?|std\.?|stunden?)\s*)?(?:(\d+)\s*(?:m|min\.?|mins|minutes?|minuten?)?)?$/.exec(
      typed,
    );
  if (!found || (found[1] === undefined && found[2] === undefined)) return null;
  return whole(Number(found[1] ?? 0) * 60 + Number(found[2] ?? 0));
}

/** `90` as `1:30`. */
export function formatDuration(minutes: number): string {
  const size = Math.abs(minutes);
  const sign = minutes < 0 ? '−' : '';
  return `${sign}${Math.floor(size / 60)}:${String(size % 60).padStart(2, '0')}`;
}

const whole = (minutes: number) => Math.round(minutes);
