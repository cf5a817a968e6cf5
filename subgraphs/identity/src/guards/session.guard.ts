import { PLATFORM_TENANT } from '@nexus/kit/domain';
import type { SqlRunner } from '@nexus/kit/events';
import { guardTable } from '@nexus/kit/read';
import type { SessionEndReason } from '../../events.d.ts';

/** Sessions and what their refreshing needs; rows of the platform. Tokens are stored as hashes alone. */
export const sessionTable = guardTable({
  schema: 'identity',
  name: 'session',
  clientsSee: 'nothing',
  columns: `
    id text COLLATE "C" NOT NULL,
    user_id text COLLATE "C" NOT NULL,
    membership_id text COLLATE "C" NOT NULL,
    started_at timestamptz NOT NULL,
    used_at timestamptz NOT NULL,
    idle_ms bigint NOT NULL,
    idle_at timestamptz NOT NULL,
    absolute_at timestamptz NOT NULL,
    ended_at timestamptz,
    end_reason text,
    told boolean NOT NULL DEFAULT false`,
  indexes: [
    '(tenant_id, user_id, started_at)',
    '(tenant_id, membership_id)',
    '(tenant_id, absolute_at)',
    '(tenant_id, idle_at) WHERE NOT told',
  ],
});

export interface SessionRow {
  readonly id: string;
  readonly userId: string;
  readonly membershipId: string;
  readonly startedAt: Date;
  readonly usedAt: Date;
  readonly idleMs: number;
  readonly idleAt: Date;
  readonly absoluteAt: Date;
  readonly endedAt: Date | null;
  /** Sealed; see `session-origin`. */
  readonly origin: Buffer | null;
}

const COLUMNS = `id, user_id AS "userId", membership_id AS "membershipId", started_at AS "startedAt",
  used_at AS "usedAt", idle_ms AS "idleMs", idle_at AS "idleAt", absolute_at AS "absoluteAt", ended_at AS "endedAt", origin`;

export async function insertSession(tx: SqlRunner, session: SessionRow): Promise<void> {
  const { id, userId, membershipId, startedAt, usedAt, idleMs, idleAt, absoluteAt, origin } =
    session;
  await tx.sql(
    `INSERT INTO identity.session
       (tenant_id, id, user_id, membership_id, started_at, used_at, idle_ms, idle_at, absolute_at, origin)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      PLATFORM_TENANT,
      id,
      userId,
      membershipId,
      startedAt,
      usedAt,
      idleMs,
      idleAt,
      absoluteAt,
      origin,
    ],
  );
}

/** Locked, so that two refreshes of one session come one after the other. */
export async function lockSession(tx: SqlRunner, id: string): Promise<SessionRow | undefined> {
  const [row] = await tx.sql<SessionRow>(
    `SELECT ${COLUMNS} FROM identity.session WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return row;
}

/** Sessions of a user that are live at this moment, oldest first. */
export function liveSessions(tx: SqlRunner, userId: string, now: Date): Promise<SessionRow[]> {
  return tx.sql<SessionRow>(
    `SELECT ${COLUMNS} FROM identity.session
     WHERE user_id = $1 AND ended_at IS NULL AND idle_at > $2 AND absolute_at > $2 ORDER BY started_at, id`,
    [userId, now],
  );
}

/** The same by the memberships through which they act. */
export async function liveSessionsThrough(
  tx: SqlRunner,
  membershipIds: readonly string[],
  now: Date,
): Promise<Map<string, SessionRow[]>> {
  const rows = await tx.sql<SessionRow>(
    `SELECT ${COLUMNS} FROM identity.session
     WHERE membership_id = ANY ($1) AND ended_at IS NULL AND idle_at > $2 AND absolute_at > $2
     ORDER BY started_at, id`,
    [[...membershipIds], now],
  );
  return Map.groupBy(rows, ({ membershipId }) => membershipId);
}

export function isLive({ endedAt, idleAt, absoluteAt }: SessionRow, now: Date): boolean {
  return !endedAt && idleAt > now && absoluteAt > now;
}

export async function touchSession(
  tx: SqlRunner,
  { id, idleMs }: SessionRow,
  now: Date,
): Promise<void> {
  await tx.sql('UPDATE identity.session SET used_at = $2, idle_at = $3 WHERE id = $1', [
    id,
    now,
    new Date(now.getTime() + idleMs),
  ]);
}

/** Ends the row, in the transaction that says so in the log. The hashes of used tokens stay, to know them again. */
export async function endSessionRow(
  tx: SqlRunner,
  id: string,
  reason: SessionEndReason,
  now: Date,
): Promise<void> {
  await tx.sql(
    'UPDATE identity.session SET ended_at = coalesce(ended_at, $2), end_reason = coalesce(end_reason, $3), told = true WHERE id = $1',
    [id, now, reason],
  );
  await tx.sql('UPDATE identity.refresh_token SET successor = NULL WHERE session_id = $1', [id]);
}

/** Ends the rows of a membership's sessions at once, from the tenant's transaction; the log is told soon after. */
export async function endSessionsOf(tx: SqlRunner, membershipId: string, now: Date): Promise<void> {
  await tx.sql(
    `UPDATE identity.session SET ended_at = $2, end_reason = 'DEPROVISIONED'
     WHERE membership_id = $1 AND ended_at IS NULL`,
    [membershipId, now],
  );
}

/** Sessions that are over without the log knowing: ended with their membership, or run out. */
export async function untoldEnds(
  tx: SqlRunner,
  now: Date,
  limit: number,
): Promise<{ id: string; reason: SessionEndReason }[]> {
  return tx.sql(
    `SELECT id, coalesce(end_reason, CASE WHEN absolute_at <= $1 THEN 'ABSOLUTE' ELSE 'IDLE' END) AS reason
     FROM identity.session
     WHERE NOT told AND (ended_at IS NOT NULL OR idle_at <= $1 OR absolute_at <= $1)
     ORDER BY idle_at LIMIT $2 FOR UPDATE SKIP LOCKED`,
    [now, limit],
  );
}

/** Forgets sessions that can no longer be asked about: 30 days after their absolute end. */
export async function sweepSessions(tx: SqlRunner, now: Date): Promise<void> {
  const before = new Date(now.getTime() - 30 * 86_400_000);
  await tx.sql(
    `DELETE FROM identity.refresh_token WHERE session_id IN (SELECT id FROM identity.session WHERE absolute_at < $1)`,
    [before],
  );
  await tx.sql('DELETE FROM identity.session WHERE absolute_at < $1', [before]);
  await tx.sql('DELETE FROM identity.device WHERE used_at < $1', [
    new Date(now.getTime() - 400 * 86_400_000),
  ]);
}
