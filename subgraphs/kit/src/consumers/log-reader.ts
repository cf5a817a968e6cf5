import type { RecordedEvent } from '../domain/index.js';
import {
  type Cursor,
  type CursorRow,
  type Kernel,
  LOG_START,
  type LogFilter,
  readCursor,
  type SqlRunner,
} from '../events/index.js';

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
      const [row] = await runner.sql<CursorRow>(
        `SELECT epoch, xid::text AS xid, position FROM kit.event
         ${tenantId ? 'WHERE tenant_id = $1' : ''} ORDER BY epoch DESC, xid DESC, position DESC LIMIT 1`,
        tenantId ? [tenantId] : [],
      );
      return row ? readCursor(row) : LOG_START;
    },
  };
}
