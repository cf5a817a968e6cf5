import { decideAccess, type Principal } from '@nexus/kit/domain';

export interface BillingAccountAttributes {
  readonly clientId: string;
}

/** Staff see all accounts, a client's billing contacts their own. */
export function canReadAccount(principal: Principal, account: BillingAccountAttributes): boolean {
  return decideAccess(principal, 'billing:read', { clientId: account.clientId }).allow;
}

export function canWriteAccount(principal: Principal, account: BillingAccountAttributes): boolean {
  return decideAccess(principal, 'billing:write', { clientId: account.clientId }).allow;
}
