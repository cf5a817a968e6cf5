import DataLoader from 'dataloader';
import type { Sql } from 'sql-template-tag';
import { type Row, type SqlValue, type Tenancy, Transaction } from '../events/database.js';
import type { Kernel } from '../events/kernel.js';
import type { SqlRunner } from '../events/sql-runner.js';
import { type EntityClass, entityMap, hydrate, selectRows } from './rows.js';

/**
 * What one operation reads in one subgraph: at most one transaction, begun when first needed, bound to the
 * tenant. Loaders live as long as the session. Given back before a write begins, and at the end.
 */
export class ReadSession implements SqlRunner {
  #transaction: Promise<Transaction> | undefined;
  #tail: Promise<unknown> = Promise.resolve();
  #closed = false;
  readonly #loaders = new Map<unknown, DataLoader<string, unknown>>();

  /** `shared`: a session of the same tenancy from which single rows are taken until this one is given back. */
  constructor(
    private readonly kernel: Kernel,
    private readonly tenancy: Tenancy,
    private shared?: ReadSession,
  ) {}

  /** Raw SQL, read only, inside the tenant's policies. */
  async sql<Result = Row>(text: string, params: readonly SqlValue[] = []): Promise<Result[]> {
    if (this.#closed) throw new SessionClosed();
    this.#transaction ??= Transaction.begin(this.kernel.database, this.tenancy, 'READ ONLY');
    const answer = this.#transaction.then((transaction) => transaction.sql<Result>(text, params));
    this.#tail = answer.catch(() => {});
    return answer;
  }

  /** The same for a composed statement. */
  query<Result = Row>(statement: Sql): Promise<Result[]> {
    return this.sql<Result>(statement.text, statement.values);
  }

  /** Entities of a composed statement that selects `entityMap(entity).select`. */
  async entities<Entity extends object>(
    entity: EntityClass<Entity>,
    statement: Sql,
  ): Promise<Entity[]> {
    return (await this.query(statement)).map((row) => hydrate(entity, row));
  }

  /** One entity by id, batched and remembered for the session; undefined where the tenant has none. */
  row<Entity extends object>(entity: EntityClass<Entity>, id: string): Promise<Entity | undefined> {
    if (this.shared) return this.shared.row(entity, id);
    return this.load(entity, id, async (ids) => selectRows(this, entity, ids)) as Promise<
      Entity | undefined
    >;
  }

  /** Entities in the order of the ids; absent ones are left out. */
  async rows<Entity extends object>(
    entity: EntityClass<Entity>,
    ids: readonly string[],
  ): Promise<Entity[]> {
    const found = await Promise.all(ids.map((id) => this.row(entity, id)));
    return found.filter((row) => row !== undefined);
  }

  /** Batches look-ups by key: all of one tick become one call of `batch`. `token` names the loader. */
  load<Value>(
    token: unknown,
    key: string,
    batch: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  ): Promise<Value | undefined> {
    let loader = this.#loaders.get(token) as DataLoader<string, Value | undefined> | undefined;
    if (!loader) {
      loader = new DataLoader<string, Value | undefined>(async (keys) => {
        const found = await batch(keys);
        return keys.map((wanted) => found.get(wanted));
      });
      this.#loaders.set(token, loader as DataLoader<string, unknown>);
    }
    return loader.load(key);
  }

  /** Forgets what loaders remember and gives the connection back; the next read begins anew. */
  async release(): Promise<void> {
    this.#loaders.clear();
    this.shared = undefined;
    const transaction = this.#transaction;
    this.#transaction = undefined;
    if (!transaction) return;
    await this.#tail;
    // Nothing was written: a connection that breaks here has cost nothing.
    await transaction.then((open) => open.commit()).catch(() => {});
  }

  /**
   * The operation is answered. GraphQL answers as soon as a non-null field has failed, while its siblings still
   * run: what they ask from now on is refused, or it would begin a transaction that nobody ends.
   */
  async close(): Promise<void> {
    this.#closed = true;
    await this.release();
  }
}

/** Something was read for an operation that has been answered. Nobody is there to see it. */
export class SessionClosed extends Error {
  override readonly name = 'SessionClosed';
}

/** `SELECT <columns of the entity> FROM <table> t` as texts to compose with. */
export function selectFrom(entity: EntityClass): { columns: string; table: string } {
  const { select, table } = entityMap(entity);
  return { columns: select, table };
}
