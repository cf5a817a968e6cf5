import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordedEvent } from '../domain/index.js';
import {
  type Context,
  type Cursor,
  compareCursors,
  createContext,
  decodeCursor,
  type Kernel,
  type WriteSession,
  write,
} from '../events/index.js';
import { Checkpoint, Overtaken } from './checkpoint.js';
import type { ConsumerDefinition } from './definition.js';
import { isOutage, message } from './failure.js';
import { type ParkedEvent, park, parkedEvents } from './parked.js';
import type { Stretch, Tailer } from './tailer.js';
import type { TenantDirectory } from './tenants.js';

const READ = 500;
/** Events of one tenant that share a transaction while nothing fails. */
const GROUP = 50;
const BACKOFF_MS = [20, 100, 500, 2_000];

export interface ConsumerStatus {
  readonly name: string;
  readonly partition: number;
  readonly checkpoint: Cursor;
  readonly parked: number;
  readonly lastError: string | null;
}

/** Runs one partition of one consumer: reads on from its checkpoint, effect and checkpoint in one transaction. */
export class Consumer {
  readonly #checkpoint: Checkpoint;
  #queue: Stretch[] = [];
  #running: Promise<void> | undefined;
  #stopped = false;
  #parkedStreams = new Set<string>();
  #lastError: string | null = null;

  constructor(
    private readonly kernel: Kernel,
    private readonly tailer: Tailer,
    private readonly tenants: TenantDirectory,
    readonly definition: ConsumerDefinition,
    readonly partition = 0,
  ) {
    this.#checkpoint = new Checkpoint(kernel, definition.name, partition);
  }

  get status(): ConsumerStatus {
    return {
      name: this.definition.name,
      partition: this.partition,
      checkpoint: this.#checkpoint.stored,
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
    const failed = new Set<string>();
    let replayed = 0;
    // Again until nothing is left to try: what came to a stream meanwhile was parked behind its siblings.
    for (let before = -1; before < replayed; ) {
      before = replayed;
      for (const event of await parkedEvents(this.tailer.reader, this.definition.name)) {
        const key = `${event.tenantId}/${event.stream}`;
        if (failed.has(key)) continue;
        try {
          if (await this.#unpark(event)) replayed++;
        } catch (error) {
          failed.add(key);
          this.#lastError = message(error);
        }
      }
    }
    await this.#recallParked();
    return replayed;
  }

  /** Effect and end of the parking in one transaction; false where somebody else was faster. */
  async #unpark({ tenantId, stream, version }: ParkedEvent): Promise<boolean> {
    let ours = false;
    await this.#transact(await this.#serviceContext(tenantId, 'replay'), async (tx) => {
      // First of all, because it waits for whoever replays the same.
      const taken = await tx.sql(
        'DELETE FROM kit.parked_event WHERE consumer = $1 AND stream = $2 AND version = $3 RETURNING 1',
        [this.definition.name, stream, version],
      );
      ours = taken.length > 0;
      if (!ours) return;
      const { events } = await this.kernel.events.stream(tx, stream, version - 1);
      await this.#apply(tx, events.slice(0, 1));
    });
    return ours;
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
        for (const group of this.#grouped(events)) {
          if (this.#stopped) return;
          await this.#handle(group);
        }
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
      const { from, to, events } = stretch;
      if (compareCursors(from, this.#checkpoint.scanned) > 0) break;
      this.#queue.shift();
      if (compareCursors(to, this.#checkpoint.scanned) <= 0) continue;
      const concerned = events.filter((event) => this.#concerns(event));
      if (concerned.length > 0) return concerned;
      await this.#checkpoint.skipped(to);
    }
    const goal = this.tailer.cursor;
    if (compareCursors(goal, this.#checkpoint.scanned) <= 0) return undefined;
    const { types, partitions } = this.definition;
    const partition = { index: this.partition, of: partitions };
    const found = await this.tailer.reader.after(this.#checkpoint.scanned, {
      types,
      limit: READ,
      partition,
    });
    if (found.length > 0) return found;
    await this.#checkpoint.skipped(goal);
    return this.#queue.length > 0 ? [] : undefined;
  }

  #concerns(event: RecordedEvent): boolean {
    // Partitions ask the database which events are theirs: it computes the hash.
    if (this.definition.partitions > 1) return true;
    return (
      this.definition.types.includes(event.type) &&
      compareCursors(cursorOf(event), this.#checkpoint.scanned) > 0
    );
  }

  /** Neighbours of one tenant share a transaction; a stream with parked events goes by itself. */
  *#grouped(events: readonly RecordedEvent[]): Generator<readonly RecordedEvent[]> {
    if (this.definition.partitions > 1) {
      for (const event of events) yield [event];
      return;
    }
    let group: RecordedEvent[] = [];
    for (const event of events) {
      const alone = this.#isParked(event);
      if (
        group.length > 0 &&
        (alone || group.length >= GROUP || group[0]?.tenantId !== event.tenantId)
      ) {
        yield group;
        group = [];
      }
      group.push(event);
      if (alone) {
        yield group;
        group = [];
      }
    }
    if (group.length > 0) yield group;
  }

  async #handle(group: readonly RecordedEvent[]): Promise<void> {
    const last = group.at(-1);
    const first = group[0];
    if (!first || !last) return;
    if (this.#isParked(first))
      return this.#park(first, 'an earlier event of this stream is parked', 0);
    if (group.length === 1) return this.#handleOne(first);
    try {
      await this.#commit(group);
    } catch (error) {
      if (error instanceof Overtaken || isOutage(error)) throw error;
      // One of them is bad: each by itself, so that the others get their effect.
      for (const event of group) await this.#handle([event]);
    }
  }

  async #handleOne(event: RecordedEvent): Promise<void> {
    for (let attempts = 1; ; attempts++) {
      try {
        return await this.#commit([event]);
      } catch (error) {
        if (error instanceof Overtaken || isOutage(error)) throw error;
        this.#lastError = message(error);
        const log = { err: error, consumer: this.definition.name, event: event.id, attempts };
        this.kernel.logger.warn(log, 'reaction failed');
        const wait = BACKOFF_MS[attempts - 1];
        if (wait === undefined) return this.#park(event, message(error), attempts);
        if (this.#stopped) throw new Overtaken();
        await sleep(wait);
      }
    }
  }

  /** Effect and checkpoint in one transaction. */
  async #commit(group: readonly RecordedEvent[]): Promise<void> {
    const last = group.at(-1) as RecordedEvent;
    await this.#transact(await this.#contextOf(last), async (tx) => {
      await this.#checkpoint.claim(tx);
      await this.#apply(tx, group);
      await this.#checkpoint.save(tx, cursorOf(last));
    });
    this.#checkpoint.reached(cursorOf(last));
  }

  async #apply(tx: WriteSession, group: readonly RecordedEvent[]): Promise<void> {
    if (this.definition.whole) return this.definition.handle(tx, group);
    for (const event of group) {
      const ctx = await this.#contextOf(event);
      await tx.as(ctx, () => this.definition.handle(tx, [event]));
    }
  }

  async #park(event: RecordedEvent, error: string, attempts: number): Promise<void> {
    const { name } = this.definition;
    await this.#transact(await this.#contextOf(event), async (tx) => {
      await this.#checkpoint.claim(tx);
      await park(tx, name, event, { error, attempts, at: tx.ctx.now });
      await this.#checkpoint.save(tx, cursorOf(event));
    });
    this.#checkpoint.reached(cursorOf(event));
    this.#parkedStreams.add(`${event.tenantId}/${event.stream}`);
    this.kernel.logger.error(
      { consumer: name, event: event.id, stream: event.stream, error },
      'event parked',
    );
  }

  #isParked({ tenantId, stream }: RecordedEvent): boolean {
    return this.#parkedStreams.has(`${tenantId}/${stream}`);
  }

  async #transact(ctx: Context, work: (tx: WriteSession) => Promise<void>): Promise<void> {
    await write(this.kernel, ctx, work);
  }

  #contextOf({ tenantId, correlationId, id }: RecordedEvent): Promise<Context> {
    return this.#serviceContext(tenantId, correlationId, id);
  }

  async #serviceContext(
    tenantId: string,
    correlationId: string,
    causationId?: string,
  ): Promise<Context> {
    const domain = this.definition.name.split('.')[0] ?? this.definition.name;
    const principal = await this.tenants.service(domain, tenantId);
    return createContext(this.kernel, principal, {
      requestId: correlationId,
      correlationId,
      causationId: causationId ?? null,
    });
  }

  async #restore(): Promise<void> {
    await this.#checkpoint.restore();
    await this.#recallParked();
  }

  async #recallParked(): Promise<void> {
    const parked = await parkedEvents(this.tailer.reader, this.definition.name);
    this.#parkedStreams = new Set(parked.map(({ tenantId, stream }) => `${tenantId}/${stream}`));
  }
}

function cursorOf(event: RecordedEvent): Cursor {
  return decodeCursor(event.sequence) as Cursor;
}
