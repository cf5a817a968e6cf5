import pg from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Principal, TenantId } from '../domain/index.js';

// Counts and minor units are safe integers; calendar days stay texts (a Date would shift them by the zone).
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

export interface DatabaseOptions {
  /** Connection as the application role (no BYPASSRLS). */
  readonly appUrl: string;
  /** Connection as the log role: reads the event table across tenants, nothing else. */
  readonly logUrl: string;
  /** Entity classes of all subgraphs in this process. */
  readonly entities: readonly (new () => object)[];
  /** Connections for requests and consumers (default 30) and for reading the log (default 4). */
  readonly poolSize?: number;
  readonly logPoolSize?: number;
  /** Whether a commit waits for the disk. True unless said otherwise: only what can be told anew may say no. */
  readonly durable?: boolean;
  /** Told of connections that broke while idle; the pool replaces them. */
  readonly onError?: (error: Error) => void;
}

/** A transaction that runs on holds the fence for every consumer: PostgreSQL ends it after a minute. */
const TRANSACTION_MS = 60_000;

/** The pools of one process. */
export interface Database {
  readonly dataSource: DataSource;
  readonly log: pg.Pool;
  close(): Promise<void>;
}

/** Opens the pools. Throws what `pg` throws when the server cannot be reached. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  let closing = false;
  // A pool that was ended does not wait for its connections to end; the server may be the faster one.
  const onError = (error: Error) => {
    if (!closing) options.onError?.(error);
  };
  const dataSource = new DataSource({
    type: 'postgres',
    url: options.appUrl,
    entities: [...options.entities],
    poolSize: options.poolSize ?? 30,
    poolErrorHandler: onError,
    applicationName: 'nexus',
    logging: false,
    extra: {
      idleTimeoutMillis: 30_000,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      options: `-c transaction_timeout=${TRANSACTION_MS}${options.durable === false ? ' -c synchronous_commit=off' : ''}`,
    },
  });
  await dataSource.initialize();
  const log = new pg.Pool({
    connectionString: options.logUrl,
    max: options.logPoolSize ?? 4,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // The log is read in its index's order, page by page. After a burst of writes the statistics are old and the
    // planner would rather collect and sort all that is left of the log for each page: fifty times slower.
    options: '-c enable_bitmapscan=off -c enable_sort=off',
  });
  log.on('error', onError);
  return {
    dataSource,
    log,
    async close() {
      closing = true;
      await Promise.all([dataSource.destroy(), log.end()]);
    },
  };
}

export type SqlValue = unknown;
export type Row = Record<string, unknown>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const CLIENT = /^(cli_[0-9a-z]{26})?$/;
const preparedNames = new Map<string, string>();
const MAX_PREPARED = 400;

function preparedName(text: string): string | undefined {
  let name = preparedNames.get(text);
  if (!name && preparedNames.size < MAX_PREPARED) {
    name = `n${preparedNames.size}`;
    preparedNames.set(text, name);
  }
  return name;
}

/** Whom the database serves in a transaction: PostgreSQL's own policies read it. */
export interface Tenancy {
  readonly tenantId: TenantId;
  /** Set for client users: a second, restrictive policy narrows rows to this client. */
  readonly clientId: string | null;
}

/** Throws RangeError for a client's member without a client: PostgreSQL would take nobody's client for no limit. */
export function tenancyOf({ tenantId, kind, clientId }: Principal): Tenancy {
  if (kind === 'CLIENT' && !clientId) throw new RangeError('A client membership names no client');
  return { tenantId, clientId };
}

/** One transaction on one connection, bound to a tenant. */
export class Transaction {
  #done = false;
  #tail: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly runner: QueryRunner,
    private readonly client: pg.PoolClient,
  ) {}

  /**
   * Begins and binds in one round trip. `prelude` is appended SQL that needs no parameters (locks).
   * Throws RangeError for a malformed tenant: that is a fault, never input.
   */
  static async begin(
    database: Database,
    { tenantId, clientId }: Tenancy,
    mode: 'READ ONLY' | 'READ WRITE',
    prelude = '',
  ): Promise<Transaction> {
    if (!UUID.test(tenantId) || !CLIENT.test(clientId ?? ''))
      throw new RangeError('Malformed tenancy');
    const runner = database.dataSource.createQueryRunner();
    const client = (await runner.connect()) as pg.PoolClient;
    try {
      await client.query(
        `BEGIN ${mode}; SELECT set_config('app.tenant','${tenantId}',true), set_config('app.client','${clientId ?? ''}',true);${prelude}`,
      );
    } catch (error) {
      // BEGIN may have gone through before the rest failed: nobody is to find a failed transaction in the pool.
      await client.query('ROLLBACK').catch(() => {});
      await runner.release();
      throw error;
    }
    return new Transaction(runner, client);
  }

  /** Runs a statement with `$1…` parameters. Texts are prepared once per connection. */
  async sql<Result = Row>(text: string, params: readonly SqlValue[] = []): Promise<Result[]> {
    const name = preparedName(text);
    const query = { text, values: [...params], ...(name && { name }) };
    // One statement at a time: resolvers of one operation ask side by side on one connection.
    const answer = this.#tail.then(() => this.client.query(query));
    this.#tail = answer.catch(() => {});
    return (await answer).rows as Result[];
  }

  async commit(): Promise<void> {
    await this.#end('COMMIT');
  }

  async rollback(): Promise<void> {
    await this.#end('ROLLBACK').catch(() => {});
  }

  async #end(command: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    if (this.#done) return;
    this.#done = true;
    try {
      await this.client.query(command);
    } finally {
      await this.runner.release();
    }
  }
}
