import { decideAccess, type Principal, type TenantId } from '@nexus/kit/domain';

/** Whose mails of development somebody may read: none, those of the own tenant, or all. */
export type MailboxReach = 'NONE' | 'ALL' | { readonly tenantId: TenantId };

/** Mails hold tokens that open accounts: administrators alone, and only those who administer without condition. */
export function mailboxReach(principal: Principal): MailboxReach {
  if (principal.type !== 'user' || !decideAccess(principal, 'identity:users:write').allow)
    return 'NONE';
  if (principal.kind === 'OPERATOR') return 'ALL';
  return principal.kind === 'STAFF' ? { tenantId: principal.tenantId } : 'NONE';
}
