import type { PgPool, PgQueryResult } from 'bullmq';
import pg from 'pg';
import { SharedListener } from './listener.js';
import { throughOutage } from './outage.js';

/** The schema that BullMQ keeps its tables in; every connection of a hub searches it first. */
export const QUEUE_SCHEMA = 'bullmq';

export interface PostgresHubOptions {
  /** The application role's connection; see `migrateQueues` for its rights. */
  readonly connectionString: string;
  /** Connections for statements (default 4). One more hears NOTIFY. */
  readonly poolSize?: number;
  /** Told of connections that broke; they are replaced. */
  readonly onError?: (error: Error) => void;
}

/**
 * The connections of one process for jobs and live messages, however many queues it has: a small pool and
 * one listener. (BullMQ by itself would hold one listening connection per worker.)
 */
export interface PostgresHub {
  /** For BullMQ: looks like a `pg.Pool`, shares everything. */
  readonly pool: PgPool;
  /** Ends the connections. After whoever uses the hub has been closed. */
  close(): Promise<void>;
}

/** Opens no connection yet: the first use does. */
export function openPostgresHub(options: PostgresHubOptions): PostgresHub {
  const { connectionString, poolSize = 4, onError = () => {} } = options;
  const config = {
    connectionString,
    application_name: 'nexus-queues',
    options: `-c search_path=${QUEUE_SCHEMA}`,
    connectionTimeoutMillis: 5_000,
  };
  const statements = new pg.Pool({
    ...config,
    max: poolSize,
    keepAlive: true,
    idleTimeoutMillis: 30_000,
  });
  let isClosing = false;
  // Connections that end may still hear the server end before them.
  statements.on('error', (error) => isClosing || onError(error));
  const listener = new SharedListener(config, onError);
  return {
    pool: new SharedPool(statements, listener),
    async close() {
      isClosing = true;
      await listener.close();
      await statements.end();
    },
  };
}

class SharedPool implements PgPool {
  /** BullMQ reads it: with keepalive an idle worker may wait long, and a relay needs two connections. */
  readonly options: { readonly keepAlive: true; readonly max: number };

  constructor(
    private readonly statements: pg.Pool,
    private readonly listener: SharedListener,
  ) {
    this.options = { keepAlive: true, max: (statements.options.max ?? 1) + 1 };
  }

  query<Row>(text: string, params?: readonly unknown[]): Promise<PgQueryResult<Row>> {
    return throughOutage(
      () =>
        this.statements.query(text, params && [...params]) as unknown as Promise<
          PgQueryResult<Row>
        >,
    );
  }

  // BullMQ connects to check the schema once and to LISTEN; neither needs a transaction of its own.
  connect(): ReturnType<PgPool['connect']> {
    return this.listener.borrow();
  }

  // The hub owns the connections and hears their errors itself.
  async end(): Promise<void> {}
  on(): this {
    return this;
  }
  removeAllListeners(): this {
    return this;
  }
}
