import type { TenantId } from '@nexus/kit/domain';
import type { SqlRunner } from '@nexus/kit/events';

/** A mail on its way, without what it says and to whom. */
export interface OutboxMail {
  readonly id: string;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly nextTryAt: Date;
  readonly lastError: string | null;
  readonly lastErrorAt: Date | null;
}

/** What of the outbox is a tenant's: how many mails wait, how many of them have failed before. */
export interface OutboxCount {
  /** Null for mails of no tenant: password resets and the like. */
  readonly tenantId: TenantId | null;
  readonly pending: number;
  readonly failing: number;
  readonly oldestAt: Date;
}

const ADDRESS = /<?[^\s<>@"']+@[^\s<>@"']+>?/g;

/** Why a mail server refused, without the addresses that it quotes. */
export function mailError(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(ADDRESS, '<address>').slice(0, 500);
}

/** Per tenant. Platform rows. */
export async function outboxCounts(tx: SqlRunner): Promise<OutboxCount[]> {
  const rows = await tx.sql<{
    for_tenant: TenantId | null;
    pending: number;
    failing: number;
    oldest_at: Date;
  }>(
    `SELECT for_tenant, count(*) AS pending, count(*) FILTER (WHERE attempts > 0) AS failing,
       min(created_at) AS oldest_at
     FROM identity.mail GROUP BY for_tenant`,
  );
  return rows.map(({ for_tenant: tenantId, pending, failing, oldest_at: oldestAt }) => ({
    tenantId,
    pending,
    failing,
    oldestAt,
  }));
}

/** A tenant's mails, the oldest first, at most `limit`. Platform rows. */
export async function outboxOf(
  tx: SqlRunner,
  forTenant: TenantId,
  limit: number,
): Promise<OutboxMail[]> {
  const rows = await tx.sql<{
    id: string;
    attempts: number;
    created_at: Date;
    next_try_at: Date;
    last_error: string | null;
    last_error_at: Date | null;
  }>(
    `SELECT id, attempts, created_at, next_try_at, last_error, last_error_at FROM identity.mail
     WHERE for_tenant = $1 ORDER BY created_at, id LIMIT $2`,
    [forTenant, limit],
  );
  return rows.map((row) => ({
    id: row.id,
    attempts: row.attempts,
    createdAt: row.created_at,
    nextTryAt: row.next_try_at,
    lastError: row.last_error,
    lastErrorAt: row.last_error_at,
  }));
}

/** Makes a tenant's mail due now. False where the tenant has none of that id in the outbox. Platform rows. */
export async function resendMail(
  tx: SqlRunner,
  forTenant: TenantId,
  id: string,
  now: Date,
): Promise<boolean> {
  const moved = await tx.sql(
    'UPDATE identity.mail SET next_try_at = $3 WHERE id = $1 AND for_tenant = $2 RETURNING 1',
    [id, forTenant, now],
  );
  return moved.length > 0;
}
