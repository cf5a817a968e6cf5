import type { CacheHint } from './cache-hint.js';

/** What is kept of a part, as it is found again. */
export interface KeptPart {
  /** JSON. */
  readonly text: string;
  /** What is left of its time. */
  readonly hint: CacheHint;
}

/** The text that a store keeps: when it ends, negative where that is the host's own default; then the JSON. */
export function writeKept(text: string, { seconds, isStated }: CacheHint, now: number): string {
  const end = Math.floor(now + seconds * 1000);
  return `${isStated ? end : -end} ${text}`;
}

/** `undefined` where its time is over. */
export function readKept(value: string, isPrivate: boolean, now: number): KeptPart | undefined {
  const space = value.indexOf(' ');
  const end = Number(value.slice(0, space));
  const seconds = (Math.abs(end) - now) / 1000;
  if (!(seconds > 0)) return undefined;
  return { text: value.slice(space + 1), hint: { seconds, isPrivate, isStated: end > 0 } };
}
