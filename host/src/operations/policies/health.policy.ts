import { decideAccess, type Principal } from '@nexus/kit/domain';

/** What runs for all tenants: queues, projections. The operator's. */
export function canRunPlatform(principal: Principal): boolean {
  return principal.kind === 'OPERATOR' && decideAccess(principal, 'operations:admin').allow;
}

/** What waits in one's own tenant: parked events, mails. */
export function canMendOwn(principal: Principal): boolean {
  return decideAccess(principal, 'operations:write').allow;
}

/** Counts of every tenant, without content. */
export function canSeeTenantCounts(principal: Principal): boolean {
  return principal.kind === 'OPERATOR' && decideAccess(principal, 'operations:read').allow;
}

/**
 * The words of an error may quote what somebody wrote: they are for the operator, and for the tenant whose event or
 * mail it was. `tenantId` is null where the trouble came of nobody's event.
 */
export function canReadError(principal: Principal, tenantId: string | null): boolean {
  return canRunPlatform(principal) || tenantId === principal.tenantId;
}

/** How the house does, and what waits in one's own tenant. */
export function canReadHealth(principal: Principal): boolean {
  return decideAccess(principal, 'operations:read').allow;
}
