import type { AnswerHeaders } from '../transport/transport.js';

/** Directives of a `Cache-Control` header by name; `true` where one has no value. */
type CacheControl = ReadonlyMap<string, string | true>;

/** What an answer's headers say of keeping it. */
interface StatedCaching {
  readonly control: CacheControl;
  /** May nobody keep it, or only to ask again each time? */
  readonly isForbidden: boolean;
  /** Headers of its request on which it depends, in lower case; `*`: on more than headers. */
  readonly varyNames: readonly string[];
  /** What is left of a lifetime after the way of the answer; nothing where its age is no number. */
  secondsLeft(lifetime: number): number;
}

const DIRECTIVE = /([\w-]+)(?:\s*=\s*(?:"([^"]*)"|([^\s,]*)))?/g;
const SECONDS = /^\d{1,10}$/;

/** Reads the headers of an answer (RFC 9111). */
export function readCaching({
  'cache-control': text = '',
  age = '0',
  vary = '',
}: AnswerHeaders): StatedCaching {
  const control = readCacheControl(text);
  const varyNames = vary
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  return {
    control,
    isForbidden: control.has('no-store') || control.has('no-cache'),
    varyNames,
    secondsLeft: (lifetime) => (SECONDS.test(age) ? Math.max(0, lifetime - Number(age)) : 0),
  };
}

/**
 * Reads a `Cache-Control` header (RFC 9111, 5.2). One that is stated twice with different values has the value `0`,
 * which is no lifetime at all (4.2.1).
 */
export function readCacheControl(header: string): CacheControl {
  const directives = new Map<string, string | true>();
  for (const [, name = '', quoted, plain] of header.matchAll(DIRECTIVE)) {
    const known = directives.get(name.toLowerCase());
    const value = quoted ?? plain ?? true;
    directives.set(name.toLowerCase(), known === undefined || known === value ? value : '0');
  }
  return directives;
}

/** A lifetime in whole seconds; `undefined`: not stated. What is no number is no lifetime at all. */
export function secondsOf(directives: CacheControl, name: string): number | undefined {
  const value = directives.get(name);
  if (value === undefined) return undefined;
  return typeof value === 'string' && SECONDS.test(value) ? Number(value) : 0;
}
