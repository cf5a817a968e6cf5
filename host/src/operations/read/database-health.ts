import { type CursorRow, encodeCursor, readCursor } from '@nexus/kit/events';
import type { SubgraphRuntime } from '@nexus/kit/graph';

interface Facts {
  readonly version: string;
  readonly started_at: Date;
  readonly connections: number;
  readonly max_connections: number;
  readonly bytes: number;
}

interface Head extends CursorRow {
  readonly occurred_at: Date;
}

/** What PostgreSQL says of itself, and where the log stands: no tenant's data. */
export async function databaseHealth({ consumers: { tailer } }: SubgraphRuntime) {
  const [[facts], [head]] = await Promise.all([
    tailer.reader.sql<Facts>(
      `SELECT current_setting('server_version') AS version, pg_postmaster_start_time() AS started_at,
         (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend') AS connections,
         current_setting('max_connections')::int AS max_connections,
         pg_database_size(current_database()) AS bytes`,
    ),
    tailer.reader.sql<Head>(
      `SELECT epoch, xid::text AS xid, position, occurred_at FROM kit.event
       ORDER BY epoch DESC, xid DESC, position DESC LIMIT 1`,
    ),
  ]);
  const { version, started_at, connections, max_connections, bytes } = facts as Facts;
  return {
    version,
    startedAt: started_at,
    connections,
    maxConnections: max_connections,
    bytes,
    logHead: head ? encodeCursor(readCursor(head)) : null,
    logHeadAt: head?.occurred_at ?? null,
  };
}
