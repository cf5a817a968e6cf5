import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordedEvent } from '../domain/index.js';
import {
  type Context,
  type Cursor,
  createContext,
  cursorOf,
  type Kernel,
  type WriteSession,
  write,
} from '../events/index.js';
import { Checkpoint, Overtaken } from './checkpoint.js';
import type { ConsumerDefinition } from './definition.js';
import { isOutage, message } from './failure.js';
import { Feed } from './feed.js';
import { type ParkedEvent, Parking } from './parked.js';
import type { Tailer } from './tailer.js';
import type { TenantDirectory } from './tenants.js';

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
  readonly #feed: Feed;
  readonly #parking: Parking;
  #running: Promise<void> | undefined;
  #stopped = false;
  #lastError: string | null = null;

  constructor(
    private readonly kernel: Kernel,
    tailer: Tailer,
    private readonly tenants: TenantDirectory,
    readonly definition: ConsumerDefinition,
    readonly partition = 0,
  ) {
    this.#checkpoint = new Checkpoint(kernel, definition.name, partition);
    this.#feed = new Feed(tailer, this.#checkpoint, definition, partition);
    this.#parking = new Parking(tailer.reader, definition.name);
  }

  get status(): ConsumerStatus {
    return {
      name: this.definition.name,
      partition: this.partition,
      checkpoint: this.#checkpoint.stored,
      parked: this.#parking.size,
      lastError: this.#lastError,
    };
  }

  async start(): Promise<void> {
    await this.#restore();
    this.#feed.listen(() => this.#go());
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
      for (const event of await this.#parking.events()) {
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
    await this.#parking.recall();
    return replayed;
  }

  /** Effect and end of the parking in one transaction; false where somebody else was faster. */
  async #unpark(parked: ParkedEvent): Promise<boolean> {
    const { tenantId, stream, version } = parked;
    let ours = false;
    await this.#transact(await this.#serviceContext(tenantId, 'replay'), async (tx) => {
      // First of all, because it waits for whoever replays the same.
      ours = await this.#parking.take(tx, parked);
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
      if (this.#feed.waiting) this.#go();
    });
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      try {
        const events = await this.#feed.next();
        if (!events) return;
        for (const group of this.#feed.grouped(events, (event) => this.#parking.holds(event))) {
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

  async #handle(group: readonly RecordedEvent[]): Promise<void> {
    const last = group.at(-1);
    const first = group[0];
    if (!first || !last) return;
    if (this.#parking.holds(first)) return this.#handleBehind(first);
    if (group.length === 1) return this.#handleOne(first);
    try {
      await this.#commit(group);
    } catch (error) {
      if (error instanceof Overtaken || isOutage(error)) throw error;
      // One of them is bad: each by itself, so that the others get their effect.
      for (const event of group) await this.#handle([event]);
    }
  }

  /** Aside, behind its siblings; handled, where these went through meanwhile. */
  async #handleBehind(event: RecordedEvent): Promise<void> {
    let waits = true;
    await this.#transact(await this.#contextOf(event), async (tx) => {
      await this.#checkpoint.claim(tx);
      waits = await this.#parking.stillHolds(tx, event);
      if (waits) await this.#aside(tx, event, 'an earlier event of this stream is parked', 0);
    });
    if (waits) this.#checkpoint.reached(cursorOf(event));
    else await this.#handleOne(event);
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
    await this.#transact(await this.#contextOf(event), async (tx) => {
      await this.#checkpoint.claim(tx);
      await this.#aside(tx, event, error, attempts);
    });
    this.#checkpoint.reached(cursorOf(event));
  }

  async #aside(tx: WriteSession, event: RecordedEvent, error: string, attempts: number) {
    await this.#parking.put(tx, event, { error, attempts, at: tx.ctx.now });
    await this.#checkpoint.save(tx, cursorOf(event));
    const { name: consumer } = this.definition;
    this.kernel.logger.error(
      { consumer, event: event.id, stream: event.stream, error },
      'event parked',
    );
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
    await this.#parking.recall();
  }
}
