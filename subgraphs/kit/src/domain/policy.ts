import { type Condition, evaluate } from './condition.js';
import type { Principal } from './principal.js';
import { holdsScope } from './scopes.js';

export interface AccessDecision {
  readonly allow: boolean;
  /** Why, for `explainAccess` and the log; never shown to whoever was refused. */
  readonly reason:
    | 'service'
    | 'scope missing'
    | 'unconditional'
    | 'condition holds'
    | 'no condition holds';
}

export type Attributes = Readonly<Record<string, unknown>>;

/**
 * The one policy function: may this principal do what the scope stands for, to this resource? Pure.
 * `resource` holds the attributes that conditions name. Unknown attributes never allow.
 */
export function decideAccess(
  principal: Principal,
  scope: string,
  resource: Attributes = {},
  context: Attributes = {},
): AccessDecision {
  if (principal.type === 'service') return { allow: true, reason: 'service' };
  if (!holdsScope(principal, scope)) return { allow: false, reason: 'scope missing' };
  const conditions = principal.conditions[scope];
  if (!conditions) return { allow: true, reason: 'unconditional' };
  const subject = subjectAttributes(principal);
  const holds = conditions.some(
    (condition) => evaluate(condition, { subject, resource, context }) === true,
  );
  return holds
    ? { allow: true, reason: 'condition holds' }
    : { allow: false, reason: 'no condition holds' };
}

/** The list twin of `decideAccess`: which rows may be seen. `kit/read` turns a condition into SQL. */
export type ListAccess = 'ALL' | 'NONE' | { readonly where: Condition };

/** `compileFilter` and `decideAccess` always agree: a property test holds them together. */
export function compileFilter(principal: Principal, scope: string): ListAccess {
  if (principal.type === 'service') return 'ALL';
  if (!holdsScope(principal, scope)) return 'NONE';
  const conditions = principal.conditions[scope];
  if (!conditions) return 'ALL';
  return conditions.length === 0 ? 'NONE' : { where: { any: conditions } };
}

/** What conditions may read of the subject. */
export function subjectAttributes(principal: Principal): Attributes {
  const { subject, membershipId, clientId, kind, roles } = principal;
  return { ...principal.attributes, userId: subject, membershipId, clientId, kind, roles };
}
