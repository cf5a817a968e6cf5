import type { WriteSession } from '@nexus/kit/events';
import { isAdmin } from '../domain/membership.aggregate.js';

/**
 * How many other administrators are active. Holds the tenant's lock until the transaction ends, so that two
 * administrators cannot remove one another at the same moment.
 */
export async function otherActiveAdmins(tx: WriteSession, membershipId: string): Promise<number> {
  await tx.sql(
    `SELECT pg_advisory_xact_lock(hashtextextended('identity.administrators/' || $1, 0))`,
    [tx.ctx.tenantId],
  );
  const rows = await tx.sql<{ roles: string[] }>(
    `SELECT roles FROM identity.membership WHERE status = 'ACTIVE' AND id <> $1 AND kind <> 'CLIENT'`,
    [membershipId],
  );
  return rows.filter(({ roles }) => isAdmin(roles)).length;
}
