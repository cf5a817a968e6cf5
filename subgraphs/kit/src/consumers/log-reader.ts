import type { RecordedEvent } from '../domain/index.js';
import type { Cursor, Kernel, LogFilter, SqlRunner } from '../events/index.js';

/** The log across tenants, read as the log role. */
export interface LogReader extends SqlRunner {
  after(cursor: Cursor, filter: LogFilter): Promise<RecordedEvent[]>;
  /** The newest event below the fence's reach at this moment, running transactions included. */
  head(tenantId?: string): Promise<Cursor>;
}

/** Reads the log with a process's own pool of the log role. */
export function logReader(kernel: Kernel): LogReader {
  const runner: SqlRunner = {
    async sql<Result>(text: string, params: readonly unknown[] = []) {
      const { rows } = await kernel.database.log.query(text, [...params]);
      return rows as Result[];
    },
  };
  return {
    ...runner,
    after: (cursor, filter) => kernel.events.after(runner, cursor, filter),
    async head(tenantId) {
      const rows = await runner.sql<{ epoch: number; xid: string; position: number }>(
        `SELECT epoch, xid::text AS xid, position FROM kit.event
         ${tenantId ? 'WHERE tenant_id = $1' : ''} ORDER BY epoch DESC, xid DESC, position DESC LIMIT 1`,
        tenantId ? [tenantId] : [],
      );
      const row = rows[0];
      return row
        ? { epoch: row.epoch, xid: BigInt(row.xid), position: BigInt(row.position) }
        : { epoch: 0, xid: 0n, position: 0n };
    },
  };
}
