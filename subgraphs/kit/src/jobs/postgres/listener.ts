import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PgPoolClient, PgQueryResult } from 'bullmq';
import pg from 'pg';
import { DatabaseAway, throughOutage } from './outage.js';

/** The one connection of a process that hears NOTIFY, shared by any number of borrowers. */
export class SharedListener {
  readonly #borrowers = new Set<BorrowedListener>();
  #client: Promise<pg.Client> | undefined;
  #connected: pg.Client | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(
    private readonly config: pg.ClientConfig,
    private readonly onError: (error: Error) => void,
  ) {}

  /**
   * Connects on first use and again after a loss, for as long as it takes: BullMQ remembers a failed first
   * connection for ever. Throws DatabaseAway once closed.
   */
  async borrow(): Promise<BorrowedListener> {
    const client = await this.#openEventually();
    const borrower = new BorrowedListener(
      client,
      (text, params) => this.#query(client, text, params),
      () => this.#borrowers.delete(borrower),
    );
    this.#borrowers.add(borrower);
    return borrower;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const client = await this.#client?.catch(() => undefined);
    await client?.end();
  }

  /** One statement at a time: a connection of `pg` takes no second one while the first runs. */
  #query(client: pg.Client, text: string, params?: readonly unknown[]): Promise<pg.QueryResult> {
    const result = this.#last.then(() =>
      throughOutage(() => client.query(text, params && [...params])),
    );
    this.#last = result.catch(() => {});
    return result;
  }

  async #openEventually(): Promise<pg.Client> {
    for (let wait = 50; ; wait = Math.min(wait * 2, 1_000)) {
      try {
        return await this.#open();
      } catch (error) {
        if (this.#closed || !(error instanceof DatabaseAway)) throw error;
        await sleep(wait);
      }
    }
  }

  #open(): Promise<pg.Client> {
    if (this.#closed) throw new DatabaseAway(new Error('closed'));
    if (!this.#client) {
      const connecting = throughOutage(() => this.#connect());
      this.#client = connecting;
      connecting.catch(() => this.#forget(connecting));
    }
    return this.#client;
  }

  async #connect(): Promise<pg.Client> {
    // A lost LISTEN connection must be noticed, or wakes stay away for as long as a worker waits.
    const client = new pg.Client({
      ...this.config,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    client.on('error', (error) => this.#lost(client, error));
    client.on('end', () => this.#lost(client));
    await client.connect();
    this.#connected = client;
    client.on('notification', (message) => {
      for (const borrower of this.#borrowers) borrower.emit('notification', message);
    });
    return client;
  }

  /** Whoever held the lost connection is told, and borrows anew. */
  #lost(client: pg.Client, error = new Error('Connection terminated')): void {
    if (this.#connected !== client) return;
    this.#connected = undefined;
    this.#client = undefined;
    client.end().catch(() => {});
    if (this.#closed) return;
    this.onError(error);
    for (const orphan of [...this.#borrowers].filter((borrower) => borrower.isOn(client))) {
      this.#borrowers.delete(orphan);
      if (orphan.listenerCount('error') > 0) orphan.emit('error', error);
    }
  }

  #forget(attempt: Promise<pg.Client>): void {
    if (this.#client === attempt) this.#client = undefined;
  }
}

/** A pool client as BullMQ asks for one; a window onto the shared connection. */
export class BorrowedListener extends EventEmitter implements PgPoolClient {
  constructor(
    private readonly client: pg.Client,
    private readonly run: (text: string, params?: readonly unknown[]) => Promise<pg.QueryResult>,
    private readonly giveBack: () => void,
  ) {
    super();
    this.setMaxListeners(0);
  }

  isOn(client: pg.Client): boolean {
    return this.client === client;
  }

  query<Row>(text: string, params?: readonly unknown[]): Promise<PgQueryResult<Row>> {
    return this.run(text, params) as unknown as Promise<PgQueryResult<Row>>;
  }

  release(): void {
    this.removeAllListeners('notification');
    this.giveBack();
  }
}
