import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordedEvent } from '../domain/index.js';
import {
  type Cursor,
  compareCursors,
  createContext,
  decodeCursor,
  type Kernel,
  LOG_START,
  type WriteSession,
  write,
} from '../events/index.js';
import type { ConsumerDefinition } from './definition.js';
import { park, parkedEvents } from './parked.js';
import type { Stretch, Tailer } from './tailer.js';
import type { TenantDirectory } from './tenants.js';

const BATCH = 500;
const BACKOFF_MS = [20, 100, 500, 2_000];
/** How far the stored checkpoint may lag behind events that do not concern the consumer. */
const IDLE_SAVE_MS = 5_000;

/** Thrown to leave a batch when another process has worked on it: the checkpoint is read again. */
class Overtaken extends Error {}

export interface ConsumerStatus {
  readonly name: string;
  readonly partition: number;
  readonly checkpoint: Cursor;
  readonly parked: number;
  readonly lastError: string | null;
}

/** Runs one partition of one consumer: reads on from its checkpoint, effect and checkpoint in one transaction. */
export class Consumer {
  #checkpoint: Cursor = LOG_START;
  /** No event up to here is left that concerns this consumer. Never behind the checkpoint. */
  #scanned: Cursor = LOG_START;
  #queue: Stretch[] = [];
  #running: Promise<void> | undefined;
  #stopped = false;
  #parkedStreams = new Set<string>();
  #lastError: string | null = null;
  #savedAt = 0;

  constructor(
    private readonly kernel: Kernel,
    private readonly tailer: Tailer,
    private readonly tenants: TenantDirectory,
    readonly definition: ConsumerDefinition,
    readonly partition = 0,
  ) {}

  get status(): ConsumerStatus {
    return {
      name: this.definition.name,
      partition: this.partition,
      checkpoint: this.#checkpoint,
      parked: this.#parkedStreams.size,
      lastError: this.#lastError,
    };
  }

  async start(): Promise<void> {
    await this.#restore();
    this.tailer.listen((stretch) => {
      this.#queue.push(stretch);
      // A consumer that is far behind reads from the log itself; what it was handed would only cost memory.
      if (this.#queue.length > 50) this.#queue = [];
      this.#go();
    });
    this.#go();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  /** Tries parked events again, each stream in order until one fails. Returns how many went through. */
  async replay(): Promise<number> {
    const { name } = this.definition;
    let replayed = 0;
    const failed = new Set<string>();
    for (const parked of await parkedEvents(this.tailer.reader, name)) {
      const key = `${parked.tenantId}/${parked.stream}`;
      if (failed.has(key)) continue;
      try {
        const event = await this.#fetch(parked.tenantId, parked.stream, parked.version);
        await this.#transact(event, async (tx) => {
          await this.definition.handle(tx, [event]);
          await tx.sql(
            'DELETE FROM kit.parked_event WHERE consumer = $1 AND stream = $2 AND version = $3',
            [name, parked.stream, parked.version],
          );
        });
        replayed++;
      } catch (error) {
        failed.add(key);
        this.#lastError = message(error);
      }
    }
    this.#parkedStreams = failed;
    return replayed;
  }

  #go(): void {
    if (this.#stopped || this.#running) return;
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
      if (this.#queue.length > 0) this.#go();
    });
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      try {
        const events = await this.#next();
        if (!events) return;
        await this.#handleAll(events);
      } catch (error) {
        if (!(error instanceof Overtaken)) {
          this.#lastError = message(error);
          this.kernel.logger.warn(
            { err: error, consumer: this.definition.name },
            'consumer stumbled, going on',
          );
          await sleep(200);
        }
        await this.#restore().catch(() => sleep(500));
      }
    }
  }

  /** The next events that concern this consumer; undefined when it has caught up. */
  async #next(): Promise<RecordedEvent[] | undefined> {
    for (let stretch = this.#queue[0]; stretch; stretch = this.#queue[0]) {
      if (compareCursors(stretch.to, this.#scanned) <= 0) {
        this.#queue.shift();
        continue;
      }
      if (compareCursors(stretch.from, this.#scanned) > 0) break;
      this.#queue.shift();
      const concerned = stretch.events.filter((event) => this.#concerns(event));
      if (concerned.length > 0) return concerned;
      this.#scanned = stretch.to;
      await this.#saveIdle();
    }
    if (compareCursors(this.tailer.cursor, this.#scanned) <= 0) return undefined;
    const goal = this.tailer.cursor;
    const { types, partitions } = this.definition;
    const events = await this.tailer.reader.after(this.#scanned, {
      types,
      limit: BATCH,
      partition: { index: this.partition, of: partitions },
    });
    if (events.length > 0) return events;
    this.#scanned = goal;
    await this.#saveIdle();
    return this.#queue.length > 0 ? [] : undefined;
  }

  #concerns(event: RecordedEvent): boolean {
    // Partitions other than the first ask the database, which computes the hash.
    if (this.definition.partitions > 1) return true;
    const cursor = decodeCursor(event.sequence) as Cursor;
    return this.definition.types.includes(event.type) && compareCursors(cursor, this.#scanned) > 0;
  }

  async #handleAll(events: readonly RecordedEvent[]): Promise<void> {
    for (const event of events) {
      if (this.#stopped) return;
      const cursor = decodeCursor(event.sequence) as Cursor;
      if (compareCursors(cursor, this.#scanned) <= 0) continue;
      await this.#handle(event, cursor);
      this.#checkpoint = cursor;
      this.#scanned = cursor;
    }
  }

  async #handle(event: RecordedEvent, cursor: Cursor): Promise<void> {
    const { name } = this.definition;
    const streamKey = `${event.tenantId}/${event.stream}`;
    let failure = 'an earlier event of this stream is parked';
    let attempts = 0;
    if (!this.#parkedStreams.has(streamKey)) {
      for (;;) {
        try {
          attempts++;
          await this.#transact(event, async (tx) => {
            await this.#claim(tx);
            await this.definition.handle(tx, [event]);
            await this.#save(tx, cursor);
          });
          return;
        } catch (error) {
          if (error instanceof Overtaken || isOutage(error)) throw error;
          failure = message(error);
          this.#lastError = failure;
          this.kernel.logger.warn(
            { err: error, consumer: name, event: event.id, attempts },
            'reaction failed',
          );
          const wait = BACKOFF_MS[attempts - 1];
          if (wait === undefined || this.#stopped) break;
          await sleep(wait);
        }
      }
      if (this.#stopped) throw new Overtaken();
    }
    await this.#transact(event, async (tx) => {
      await this.#claim(tx);
      await park(tx, name, event, { error: failure, attempts, at: tx.ctx.now });
      await this.#save(tx, cursor);
    });
    this.#parkedStreams.add(streamKey);
    this.kernel.logger.error(
      { consumer: name, event: event.id, stream: event.stream, failure },
      'event parked',
    );
  }

  async #transact(event: RecordedEvent, work: (tx: WriteSession) => Promise<void>): Promise<void> {
    const domain = this.definition.name.split('.')[0] ?? this.definition.name;
    const principal = await this.tenants.service(domain, event.tenantId);
    const ctx = createContext(this.kernel, principal, {
      requestId: event.correlationId,
      correlationId: event.correlationId,
      causationId: event.id,
    });
    await write(this.kernel, ctx, work);
  }

  /** Locks the consumer for this transaction and makes sure that nobody else has moved it meanwhile. */
  async #claim(tx: WriteSession): Promise<void> {
    const { name } = this.definition;
    const [row] = await tx.sql<{ epoch: number; xid: string; position: number }>(
      `SELECT epoch, xid::text AS xid, position FROM kit.consumer
       WHERE name = $1 AND partition = $2 AND pg_try_advisory_xact_lock(hashtextextended($1, $2))`,
      [name, this.partition],
    );
    if (!row) throw new Overtaken();
    const stored = { epoch: row.epoch, xid: BigInt(row.xid), position: BigInt(row.position) };
    if (compareCursors(stored, this.#checkpoint) !== 0) throw new Overtaken();
  }

  async #save(tx: WriteSession, { epoch, xid, position }: Cursor): Promise<void> {
    await tx.sql(
      `UPDATE kit.consumer SET epoch = $3, xid = $4::xid8, position = $5, updated_at = $6
       WHERE name = $1 AND partition = $2`,
      [
        this.definition.name,
        this.partition,
        epoch,
        xid.toString(),
        position.toString(),
        tx.ctx.now,
      ],
    );
  }

  /** Moves the stored checkpoint over events that did not concern the consumer, now and then. */
  async #saveIdle(): Promise<void> {
    if (Date.now() - this.#savedAt < IDLE_SAVE_MS) return;
    this.#savedAt = Date.now();
    const { epoch, xid, position } = this.#scanned;
    const before = this.#checkpoint;
    const moved = await this.kernel.database.dataSource.query<unknown[][]>(
      `UPDATE kit.consumer SET epoch = $3, xid = $4::xid8, position = $5, updated_at = $6
       WHERE name = $1 AND partition = $2 AND (epoch, xid, position) = ($7, $8::xid8, $9) RETURNING 1`,
      [
        this.definition.name,
        this.partition,
        epoch,
        xid.toString(),
        position.toString(),
        this.kernel.clock.now(),
        before.epoch,
        before.xid.toString(),
        before.position.toString(),
      ],
    );
    if (moved[0]?.length === 0) throw new Overtaken();
    this.#checkpoint = this.#scanned;
  }

  async #restore(): Promise<void> {
    const rows = await this.kernel.database.dataSource.query<
      { epoch: number; xid: string; position: number }[]
    >(
      `INSERT INTO kit.consumer (name, partition, epoch, xid, position, updated_at) VALUES ($1, $2, 0, '0', 0, $3)
       ON CONFLICT (name, partition) DO UPDATE SET name = EXCLUDED.name
       RETURNING epoch, xid::text AS xid, position`,
      [this.definition.name, this.partition, this.kernel.clock.now()],
    );
    const row = rows[0] as { epoch: number; xid: string; position: number };
    this.#checkpoint = { epoch: row.epoch, xid: BigInt(row.xid), position: BigInt(row.position) };
    this.#scanned = this.#checkpoint;
    const parked = await parkedEvents(this.tailer.reader, this.definition.name);
    this.#parkedStreams = new Set(parked.map(({ tenantId, stream }) => `${tenantId}/${stream}`));
  }

  async #fetch(tenantId: string, stream: string, version: number): Promise<RecordedEvent> {
    const principal = await this.tenants.service('kit', tenantId);
    const ctx = createContext(this.kernel, principal, { requestId: 'replay' });
    const { result } = await write(this.kernel, ctx, (tx) =>
      this.kernel.events.stream(tx, stream, version - 1),
    );
    return result.events[0] as RecordedEvent;
  }
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The database is away or restarting: nothing is wrong with the event. */
function isOutage(error: unknown): boolean {
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return (
    /^(08|57P0|ECONN|EPIPE|ETIMEDOUT)/.test(code) ||
    /Connection terminated|timeout exceeded/.test(message(error))
  );
}
