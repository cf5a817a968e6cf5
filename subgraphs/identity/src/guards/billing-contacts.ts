import type { TenantId } from '@nexus/kit/domain';
import type { KeyRing, SqlRunner } from '@nexus/kit/events';
import type { RoleCode } from '../domain/roles.js';
import { accountById } from './account.guard.js';

const PAYS: RoleCode = 'CLIENT_BILLING';

/** Addresses of the people who pay a client's invoices, as far as they are in the portal. Platform rows. */
export async function billingContacts(
  tx: SqlRunner,
  keys: KeyRing,
  tenantId: TenantId,
  clientId: string,
): Promise<string[]> {
  const links = await tx.sql<{ user_id: string }>(
    `SELECT DISTINCT user_id FROM identity.membership_link
     WHERE member_tenant = $1 AND client_id = $2 AND active AND $3 = ANY (roles) ORDER BY user_id`,
    [tenantId, clientId, PAYS],
  );
  const addresses: string[] = [];
  for (const { user_id: userId } of links) {
    const account = await accountById(tx, keys, userId);
    if (account) addresses.push(account.email);
  }
  return addresses;
}
