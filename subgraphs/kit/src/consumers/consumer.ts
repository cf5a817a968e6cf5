import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordedEvent } from '../domain/index.js';
import { type Cursor, cursorOf, type Kernel, type WriteSession } from '../events/index.js';
import { Checkpoint, Overtaken } from './checkpoint.js';
import type { ConsumerDefinition } from './definition.js';
import { isOutage, message } from './failure.js';
import { Feed } from './feed.js';
import { Handler } from './handler.js';
import { Parking } from './parked.js';
import { Replayer } from './replayer.js';
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
  readonly #handler: Handler;
  readonly #replayer: Replayer;
  #running: Promise<void> | undefined;
  #stopped = false;
  #lastError: string | null = null;

  constructor(
    private readonly kernel: Kernel,
    tailer: Tailer,
    tenants: TenantDirectory,
    readonly definition: ConsumerDefinition,
    readonly partition = 0,
  ) {
    this.#checkpoint = new Checkpoint(kernel, definition.name, partition);
    this.#feed = new Feed(tailer, this.#checkpoint, definition, partition);
    this.#parking = new Parking(tailer.reader, definition.name);
    this.#handler = new Handler(kernel, tenants, definition);
    this.#replayer = new Replayer(kernel, tailer.reader, this.#handler);
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
      for (const { tenantId, stream } of await this.#parking.events()) {
        const key = `${tenantId}/${stream}`;
        if (failed.has(key)) continue;
        const outcome = await this.#replayer.stream({ tenantId, stream });
        replayed += outcome.replayed;
        if (outcome.error === null) continue;
        failed.add(key);
        this.#lastError = outcome.error;
      }
    }
    await this.#parking.recall();
    return replayed;
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
          await this.#stumbled(error, null);
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
    await this.#handler.transact(await this.#handler.contextOf(event), async (tx) => {
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
        await this.#stumbled(error, event.tenantId);
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
    await this.#handler.transact(await this.#handler.contextOf(last), async (tx) => {
      await this.#checkpoint.claim(tx);
      await this.#handler.apply(tx, group);
      await this.#checkpoint.save(tx, cursorOf(last));
    });
    this.#checkpoint.reached(cursorOf(last));
  }

  async #park(event: RecordedEvent, error: string, attempts: number): Promise<void> {
    await this.#handler.transact(await this.#handler.contextOf(event), async (tx) => {
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

  /** Best effort: where the database is away, nobody can be told. */
  async #stumbled(error: unknown, tenantId: string | null): Promise<void> {
    this.#lastError = message(error);
    await this.#checkpoint.stumbled(this.#lastError, tenantId).catch(() => {});
  }

  async #restore(): Promise<void> {
    await this.#checkpoint.restore();
    await this.#parking.recall();
  }
}
