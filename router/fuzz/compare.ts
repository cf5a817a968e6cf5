import { isDeepStrictEqual } from 'node:util';
import type { Answer } from './servers.ts';

/** Equal to the byte where nothing failed: the same keys in the same order. */
export function sameData(one: Answer, other: Answer): boolean {
  return JSON.stringify(one.data ?? null) === JSON.stringify(other.data ?? null);
}

/** The same but for the order of keys in objects. */
export function sameValues(one: Answer, other: Answer): boolean {
  return isDeepStrictEqual(one.data ?? null, other.data ?? null);
}

/**
 * What is wrong with an answer to an operation that hit faults, held against the monolith's; none
 * where it is right. Data must be equal. Which of several errors below one null are reported is
 * left open by the specification: what must agree is the set of nulls that errors explain.
 */
export function faultsWrongly(ours: Answer, monolith: Answer): string | undefined {
  if (!sameValues(ours, monolith)) return 'the data differ';
  const explained = nullsExplained(ours);
  const expected = nullsExplained(monolith);
  for (const place of explained) {
    if (typeof place !== 'string') return `an error points nowhere: ${JSON.stringify(place)}`;
    if (!expected.has(place)) return `an error too many at ${place}`;
  }
  for (const place of expected) {
    if (!explained.has(place)) return `no error explains the null at ${String(place)}`;
  }
  return undefined;
}

/** Where each error made a null, as JSON text; the error's path itself where it leads to none. */
function nullsExplained({ data, errors }: Answer): Set<unknown> {
  return new Set(
    (errors ?? []).map(({ path }): unknown => {
      if (!path) return { withoutPath: true };
      let value: unknown = data ?? null;
      for (const [index, key] of path.entries()) {
        if (value === null) return JSON.stringify(path.slice(0, index));
        value = (value as Record<string | number, unknown>)[key];
        if (value === undefined) return path;
      }
      return value === null ? JSON.stringify(path) : path;
    }),
  );
}
