/** Every scope that a grant may name. A scope is `domain:verb` or `domain:area:verb`. */
export const SCOPE_CATALOGUE = [
  'crm:read',
  'crm:write',
  'crm:admin',
  'crm:erase',
  'projects:read',
  'projects:write',
  'projects:comment',
  'projects:manage',
  'projects:override',
  'projects:time:write',
  'projects:time:approve',
  'projects:finance:read',
  'projects:admin',
  'billing:read',
  'billing:write',
  'billing:send',
  'billing:pay',
  'billing:refund',
  'billing:approve',
  'billing:ledger:read',
  'billing:admin',
  'identity:users:read',
  'identity:users:write',
  'identity:roles:read',
  'identity:settings:read',
  'identity:settings:write',
  'identity:tenants:read',
  'identity:security:read',
  'operations:read',
  'operations:write',
  'operations:admin',
] as const;
export type Scope = (typeof SCOPE_CATALOGUE)[number];

/**
 * Areas that a short scope does not cover: who may read projects or invoices must not read cost, margin or the
 * ledger by it, nor who may read the directory what everybody did. Only `admin` of the domain, or the scope itself, opens them.
 */
const CONFIDENTIAL: readonly Scope[] = [
  'projects:finance:read',
  'billing:ledger:read',
  'identity:security:read',
];

/** The scopes that a grant of `scope` may expand to (see `expandScopes`). */
export function expandable(scope: Scope): readonly Scope[] {
  if (scope.endsWith(':admin')) return SCOPE_CATALOGUE;
  return SCOPE_CATALOGUE.filter((known) => known === scope || !CONFIDENTIAL.includes(known));
}
