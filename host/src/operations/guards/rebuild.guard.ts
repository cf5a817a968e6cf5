import { PLATFORM_TENANT } from '@nexus/kit/domain';
import type { SqlRunner } from '@nexus/kit/events';
import { guardTable } from '@nexus/kit/read';

/** The last rebuild of each projection, asked for or done. Rows of the platform: projections are of all tenants. */
export const rebuildTable = guardTable({
  schema: 'operations',
  name: 'rebuild',
  clientsSee: 'nothing',
  key: ['projection'],
  columns: `
    projection text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    status text NOT NULL CHECK (status IN ('REQUESTED', 'RUNNING', 'DONE', 'FAILED')),
    requested_at timestamptz NOT NULL,
    touched_at timestamptz NOT NULL,
    finished_at timestamptz,
    replayed integer NOT NULL DEFAULT 0,
    total integer,
    error text`,
});

export type RebuildStatus = 'REQUESTED' | 'RUNNING' | 'DONE' | 'FAILED';

export interface RebuildRow {
  readonly projection: string;
  readonly id: string;
  readonly status: RebuildStatus;
  readonly requestedAt: Date;
  readonly finishedAt: Date | null;
  readonly replayed: number;
  readonly total: number | null;
  readonly error: string | null;
}

/** A rebuild that has said nothing for so long was left by a process that died. */
const SILENT_MS = 60_000;

/** Puts a rebuild on the list. False where one of this projection is on it already. */
export async function requestRebuild(
  tx: SqlRunner,
  projection: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const put = await tx.sql(
    `INSERT INTO operations.rebuild (tenant_id, projection, id, status, requested_at, touched_at)
     VALUES ($1, $2, $3, 'REQUESTED', $4, $4)
     ON CONFLICT (tenant_id, projection) DO UPDATE SET id = $3, status = 'REQUESTED', requested_at = $4,
       touched_at = $4, finished_at = NULL, replayed = 0, total = NULL, error = NULL
     WHERE operations.rebuild.status IN ('DONE', 'FAILED') RETURNING 1`,
    [PLATFORM_TENANT, projection, id, now],
  );
  return put.length > 0;
}

/** Takes the oldest rebuild that nobody works on; undefined where there is none. */
export async function takeRebuild(
  tx: SqlRunner,
  now: Date,
): Promise<{ readonly projection: string; readonly id: string } | undefined> {
  const [taken] = await tx.sql<{ projection: string; id: string }>(
    `UPDATE operations.rebuild SET status = 'RUNNING', touched_at = $1
     WHERE projection = (SELECT projection FROM operations.rebuild
       WHERE status = 'REQUESTED' OR (status = 'RUNNING' AND touched_at < $2)
       ORDER BY requested_at LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING projection, id`,
    [now, new Date(now.getTime() - SILENT_MS)],
  );
  return taken;
}

export async function rebuildProgressed(
  tx: SqlRunner,
  id: string,
  { replayed, total, now }: { replayed: number; total: number; now: Date },
): Promise<void> {
  await tx.sql(
    'UPDATE operations.rebuild SET replayed = $2, total = $3, touched_at = $4 WHERE id = $1',
    [id, replayed, total, now],
  );
}

/** `error` is null where it was done. */
export async function rebuildEnded(
  tx: SqlRunner,
  id: string,
  { replayed, error, now }: { replayed: number | null; error: string | null; now: Date },
): Promise<void> {
  await tx.sql(
    `UPDATE operations.rebuild SET status = $2, error = $3, finished_at = $4, touched_at = $4,
       replayed = coalesce($5, replayed), total = coalesce($5, total) WHERE id = $1`,
    [id, error === null ? 'DONE' : 'FAILED', error, now, replayed],
  );
}

/** The last rebuild of each projection, by its name. */
export async function rebuilds(tx: SqlRunner): Promise<Map<string, RebuildRow>> {
  const rows = await tx.sql<Record<string, never>>(
    `SELECT projection, id, status, requested_at AS "requestedAt", finished_at AS "finishedAt", replayed, total, error
     FROM operations.rebuild`,
  );
  return new Map((rows as unknown as RebuildRow[]).map((row) => [row.projection, row]));
}
