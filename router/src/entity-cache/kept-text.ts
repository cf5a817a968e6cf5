import type { CacheHint } from './cache-hint.js';

/** What is kept of a part, as it is found again. */
export interface KeptPart {
  /** JSON. */
  readonly text: string;
  /** What is left of its time. */
  readonly hint: CacheHint;
}

/** The text that a store keeps: when it ends, then the JSON. */
export function writeKept(text: string, { seconds }: CacheHint, now: number): string {
  return `${Math.floor(now + seconds * 1000)} ${text}`;
}

/** `undefined` where its time is over. */
export function readKept(value: string, isPrivate: boolean, now: number): KeptPart | undefined {
  const space = value.indexOf(' ');
  const seconds = (Number(value.slice(0, space)) - now) / 1000;
  if (!(seconds > 0)) return undefined;
  return { text: value.slice(space + 1), hint: { seconds, isPrivate } };
}
