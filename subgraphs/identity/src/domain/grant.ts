import { type Condition, expandScopes } from '@nexus/kit/domain';
import { expandable, type Scope } from './scope-catalogue.js';

/** A right as data: a scope, allowed or denied, perhaps under a condition only. */
export type Grant =
  | { readonly effect: 'ALLOW'; readonly scope: Scope; readonly when?: Condition }
  | { readonly effect: 'DENY'; readonly scope: Scope };

/** Rights as they are enforced: scopes expanded once, and the conditions of those held under conditions only. */
export interface Rights {
  readonly scopes: readonly string[];
  readonly conditions: Readonly<Record<string, readonly Condition[]>>;
}

export function allow(scope: Scope, ...anyOf: readonly Condition[]): Grant[] {
  if (anyOf.length === 0) return [{ effect: 'ALLOW', scope }];
  return anyOf.map((when) => ({ effect: 'ALLOW', scope, when }));
}

export function deny(scope: Scope): Grant {
  return { effect: 'DENY', scope };
}

/** The union of all that is allowed, minus all that is denied. Each denied scope goes with exactly what it names. */
export function rightsOf(grants: readonly Grant[]): Rights {
  const held = new Map<string, Condition[] | 'ALWAYS'>();
  for (const grant of grants) {
    if (grant.effect === 'DENY') continue;
    for (const scope of expandScopes([grant.scope], expandable(grant.scope))) {
      const before = held.get(scope);
      if (!grant.when) held.set(scope, 'ALWAYS');
      else if (before !== 'ALWAYS') held.set(scope, [...(before ?? []), grant.when]);
    }
  }
  for (const { effect, scope } of grants) if (effect === 'DENY') held.delete(scope);
  const conditions: Record<string, Condition[]> = {};
  for (const [scope, when] of held) if (when !== 'ALWAYS') conditions[scope] = distinct(when);
  return { scopes: [...held.keys()].sort(), conditions };
}

function distinct(conditions: readonly Condition[]): Condition[] {
  return [
    ...new Map(conditions.map((condition) => [JSON.stringify(condition), condition])).values(),
  ];
}

/** Whether `mine` covers `theirs`: every scope is held, and none of their conditions is wider than mine. */
export function covers(mine: Rights, theirs: Rights): boolean {
  return theirs.scopes.every((scope) => {
    if (!mine.scopes.includes(scope)) return false;
    const own = mine.conditions[scope];
    if (!own) return true;
    const known = new Set(own.map((condition) => JSON.stringify(condition)));
    const wanted = theirs.conditions[scope];
    return wanted?.every((condition) => known.has(JSON.stringify(condition))) ?? false;
  });
}
