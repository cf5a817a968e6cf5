import type { Caller } from '../plugin.js';
import type { OverridePolicy } from './override-policy.js';
import { percentile, percentOf } from './percent.js';

export type LabelDecision<P = unknown> = (
  labels: readonly string[],
  caller: Caller<P>,
) => Promise<ReadonlySet<string>>;

/**
 * Decides which of an operation's labels are on for its caller.
 * @param audience whose callers stay together where the policy names no key
 */
export function labelDecision<P>(
  { labels: deciders = {}, key }: OverridePolicy<P>,
  audience: (principal: P) => string | undefined,
): LabelDecision<P> {
  const keyOf = (caller: Caller<P>): string | undefined => {
    if (key) return key(caller);
    return caller.principal === null ? undefined : audience(caller.principal);
  };
  return async (labels, caller) => {
    const active = new Set<string>();
    let place: number | undefined;
    for (const label of labels) {
      const percent = percentOf(label);
      if (percent !== undefined) {
        place ??= percentile(keyOf(caller));
        if (place < percent) active.add(label);
        continue;
      }
      const decide = Object.hasOwn(deciders, label) ? deciders[label] : undefined;
      if (await decide?.(caller)) active.add(label);
    }
    return active;
  };
}
