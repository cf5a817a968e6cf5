import { decideAccess, type Principal } from '@nexus/kit/domain';

/** What conditions may name of a billable item. */
export interface BillableItemAttributes {
  readonly clientId: string;
  readonly projectId: string | null;
  readonly projectManagerId: string | null;
}

/** What is earned and not yet invoiced is shown to staff only. */
export function canReadBillables(principal: Principal, item: BillableItemAttributes): boolean {
  return principal.kind !== 'CLIENT' && decideAccess(principal, 'billing:read', { ...item }).allow;
}
