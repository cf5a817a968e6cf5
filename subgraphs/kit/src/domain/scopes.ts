import type { Principal } from './principal.js';

const LEVELS = ['read', 'write', 'admin'] as const;
type Level = (typeof LEVELS)[number];
const isLevel = (verb: string): verb is Level => (LEVELS as readonly string[]).includes(verb);

/**
 * Everything that granted scopes imply: `admin` implies `write` implies `read`, and a short scope covers its
 * areas (`identity:write` ⊃ `identity:users:write`, for the areas in `catalogue`). Expanded once, when the
 * principal is made, so that enforcement is a set lookup.
 */
export function expandScopes(granted: Iterable<string>, catalogue: readonly string[]): Set<string> {
  const expanded = new Set<string>();
  for (const scope of granted) {
    const parts = scope.split(':');
    const verb = parts.at(-1) ?? '';
    const verbs: readonly string[] = isLevel(verb)
      ? LEVELS.slice(0, LEVELS.indexOf(verb) + 1)
      : [verb];
    const base = parts.slice(0, -1).join(':');
    for (const implied of verbs) expanded.add(`${base}:${implied}`);
    for (const known of catalogue) {
      const knownVerb = known.slice(known.lastIndexOf(':') + 1);
      const withinArea = known.startsWith(`${base}:`) && known.split(':').length > parts.length;
      if (verb === 'admin' && known.startsWith(`${base}:`)) expanded.add(known);
      else if (withinArea && verbs.includes(knownVerb)) expanded.add(known);
    }
  }
  return expanded;
}

/** Whether the principal holds the scope at all; conditions on it are the policy's matter. */
export function holdsScope(principal: Principal, scope: string): boolean {
  return principal.scopes.includes(scope) || principal.scopes.includes('*');
}
