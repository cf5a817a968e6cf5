import type { ProcessManager, ProcessTx } from './process.types.js';

/** A due timeout, as the log role sees it across tenants. */
interface DueTimeout {
  readonly tenantId: string;
  readonly name: string;
  readonly key: string;
  readonly timeout: string;
  readonly attempts: number;
  readonly correlationId: string;
}

/** A timeout whose handler kept failing; it waits for `retry`. */
export interface ParkedTimeout {
  readonly tenantId: string;
  readonly name: string;
  readonly key: string;
  readonly timeout: string;
  readonly dueAt: Date;
  readonly attempts: number;
  readonly error: string;
}

/** In whose name a timeout's transaction runs. */
export interface SweepOrigin {
  readonly tenantId: string;
  /** The process manager's name; its domain acts. */
  readonly name: string;
  /** Of the event that began the process. */
  readonly correlationId: string;
}

export interface TimeoutSweepOptions<Tx extends ProcessTx> {
  readonly managers: readonly ProcessManager<Tx>[];
  /** Reads across tenants: the log role. */
  readonly reader: Pick<ProcessTx, 'sql'>;
  /** Runs work in one transaction of the tenant, as the application role, and commits it. */
  transact(origin: SweepOrigin, work: (tx: Tx) => Promise<void>): Promise<void>;
  now(): Date;
  /** Told of handlers that failed. Never throws. */
  onError?(error: unknown, timeout: { readonly name: string; readonly key: string }): void;
  /** Tries before a timeout is parked; default 8, over about two hours. */
  readonly attempts?: number;
}

export interface TimeoutSweep {
  /** Fires all that is due; returns how many were. Several processes may sweep at once. */
  sweep(): Promise<number>;
  /** Sweeps now and then each `everyMs` (default 5,000). */
  start(everyMs?: number): void;
  /** Lets the one in hand finish. */
  stop(): Promise<void>;
  parked(): Promise<readonly ParkedTimeout[]>;
  /** Makes a parked timeout due now. False where there is none. */
  retry(timeout: Pick<ParkedTimeout, 'tenantId' | 'name' | 'key' | 'timeout'>): Promise<boolean>;
}

const BATCH = 100;
const FIRST_PAUSE_MS = 30_000;

/** Fires the timeouts of process managers. They are rows: what was due while nothing ran fires at the next start. */
export function timeoutSweep<Tx extends ProcessTx>(options: TimeoutSweepOptions<Tx>): TimeoutSweep {
  return new Sweeper(options);
}

class Sweeper<Tx extends ProcessTx> implements TimeoutSweep {
  readonly #managers: ReadonlyMap<string, ProcessManager<Tx>>;
  #running: Promise<number> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(private readonly options: TimeoutSweepOptions<Tx>) {
    this.#managers = new Map(options.managers.map((manager) => [manager.name, manager]));
  }

  sweep(): Promise<number> {
    this.#running ??= this.#sweep().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  start(everyMs = 5_000): void {
    const go = (): void => {
      this.sweep().catch((error: unknown) => this.options.onError?.(error, { name: '', key: '' }));
    };
    this.#timer = setInterval(go, everyMs);
    this.#timer.unref();
    go();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#running?.catch(() => {});
  }

  parked(): Promise<readonly ParkedTimeout[]> {
    return this.options.reader.sql<ParkedTimeout>(
      `SELECT tenant_id AS "tenantId", name, key, timeout, due_at AS "dueAt", attempts, last_error AS error
       FROM kit.process_timeout WHERE next_try_at IS NULL AND name = ANY($1) ORDER BY due_at`,
      [[...this.#managers.keys()]],
    );
  }

  async retry({ tenantId, name, key, timeout }: ParkedTimeout): Promise<boolean> {
    let found = false;
    await this.options.transact({ tenantId, name, correlationId: `retry:${key}` }, async (tx) => {
      const rows = await tx.sql(
        `UPDATE kit.process_timeout SET next_try_at = $4, attempts = 0
         WHERE name = $1 AND key = $2 AND timeout = $3 AND next_try_at IS NULL RETURNING 1 AS one`,
        [name, key, timeout, this.options.now()],
      );
      found = rows.length > 0;
    });
    return found;
  }

  async #sweep(): Promise<number> {
    let fired = 0;
    for (;;) {
      const batch = await this.#due();
      const before = fired;
      for (const due of batch) {
        if (this.#stopped) return fired;
        if (await this.#fire(due)) fired++;
      }
      // Where none of a batch could be fired the next round would find the same ones.
      if (batch.length < BATCH || fired === before) return fired;
    }
  }

  #due(): Promise<DueTimeout[]> {
    return this.options.reader.sql<DueTimeout>(
      `SELECT t.tenant_id AS "tenantId", t.name, t.key, t.timeout, t.attempts, p.correlation_id AS "correlationId"
       FROM kit.process_timeout t JOIN kit.process p USING (tenant_id, name, key)
       WHERE t.next_try_at <= $1 AND t.name = ANY($2) ORDER BY t.next_try_at LIMIT ${BATCH}`,
      [this.options.now(), [...this.#managers.keys()]],
    );
  }

  async #fire(due: DueTimeout): Promise<boolean> {
    const manager = this.#managers.get(due.name);
    let fired = false;
    try {
      await this.options.transact(due, async (tx) => {
        fired = (await manager?.fire(due.key, due.timeout, tx)) ?? false;
      });
      return fired;
    } catch (error) {
      this.options.onError?.(error, due);
      await this.#postpone(due, error);
      return false;
    }
  }

  /** Tries again later, with growing pauses, and at last no more by itself. */
  async #postpone(due: DueTimeout, error: unknown): Promise<void> {
    const attempts = due.attempts + 1;
    const parked = attempts >= (this.options.attempts ?? 8);
    const pause = FIRST_PAUSE_MS * 2 ** (attempts - 1);
    const nextTry = parked ? null : new Date(this.options.now().getTime() + pause);
    const message = error instanceof Error ? error.message : String(error);
    await this.options.transact(due, async (tx) => {
      await tx.sql(
        `UPDATE kit.process_timeout SET attempts = $4, next_try_at = $5, last_error = $6
         WHERE name = $1 AND key = $2 AND timeout = $3 AND attempts = $7`,
        [due.name, due.key, due.timeout, attempts, nextTry, message.slice(0, 1_000), due.attempts],
      );
    });
  }
}
