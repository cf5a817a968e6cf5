import { holdsScope, type Principal } from '@nexus/kit/domain';

/** The books are the seller's own: no client user sees them, whatever their scopes. */
export function canReadLedger(principal: Principal): boolean {
  return principal.kind !== 'CLIENT' && holdsScope(principal, 'billing:ledger:read');
}
