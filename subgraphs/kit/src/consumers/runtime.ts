import type { RecordedEvent } from '../domain/index.js';
import { encodeCursor, type Kernel } from '../events/index.js';
import { Consumer, type ConsumerStatus } from './consumer.js';
import type { ConsumerDefinition } from './definition.js';
import { passFence } from './fence.js';
import { Handler } from './handler.js';
import { type LiveQuery, liveEvents } from './live-events.js';
import { LiveHub } from './live-hub.js';
import { type ParkedEvent, parkedEvents } from './parked.js';
import { type ParkedStream, Replayer, type ReplayOutcome } from './replayer.js';
import { SharedRuns } from './shared-runs.js';
import { type ConsumerStanding, consumerStandings } from './standing.js';
import { Tailer } from './tailer.js';
import { TenantDirectory } from './tenants.js';

/** All that a process does with the log: one tailer, its consumers, fences, live events. */
export class ConsumerRuntime {
  readonly tailer: Tailer;
  readonly tenants: TenantDirectory;
  readonly #hub: LiveHub;
  readonly #consumers: Consumer[];
  /** Hundreds that wait for the same consumer ask the database once. */
  readonly #fences = new SharedRuns<boolean>();

  /**
   * `consumers` are run here when `work` is true; a process that only serves requests names them too, because it
   * waits at their fences.
   */
  constructor(
    private readonly kernel: Kernel,
    private readonly definitions: readonly ConsumerDefinition[],
    { work = true }: { work?: boolean } = {},
  ) {
    this.tailer = new Tailer(kernel);
    this.#hub = new LiveHub(this.tailer);
    this.tenants = new TenantDirectory(this.tailer.reader);
    this.#consumers = !work
      ? []
      : definitions.flatMap((definition) =>
          Array.from({ length: definition.partitions }, (_, part) => {
            return new Consumer(kernel, this.tailer, this.tenants, definition, part);
          }),
        );
  }

  async start(): Promise<void> {
    await this.tailer.start();
    for (const consumer of this.#consumers) await consumer.start();
  }

  /** Lets what is in hand finish. */
  async stop(): Promise<void> {
    await this.tailer.stop();
    await Promise.all(this.#consumers.map((consumer) => consumer.stop()));
  }

  /** See `passFence`. Throws RangeError for a consumer that nobody declared: a fault of the caller. */
  async fence(name: string, tenantId: string): Promise<boolean> {
    const definition = this.#named(name);
    return this.#fences.run(`${name}/${tenantId}`, () =>
      passFence(this.tailer.reader, definition, tenantId),
    );
  }

  /**
   * As of where in the log whatever is read from now on is, at least: a `sequence`, after which `live` goes on with
   * everything that a reader may not have seen.
   */
  get sequence(): string {
    return encodeCursor(this.tailer.cursor);
  }

  live(query: LiveQuery): AsyncGenerator<RecordedEvent> {
    return liveEvents(this.tailer, this.#hub, query);
  }

  status(): ConsumerStatus[] {
    return this.#consumers.map((consumer) => consumer.status);
  }

  parked(consumer?: string): Promise<ParkedEvent[]> {
    return parkedEvents(this.tailer.reader, consumer);
  }

  /** Tries the parked events of a consumer again. Returns how many went through. */
  async replay(name: string): Promise<number> {
    const owners = this.#consumers.filter(({ definition }) => definition.name === name).slice(0, 1);
    const counts = await Promise.all(owners.map((consumer) => consumer.replay()));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  /**
   * Tries what is parked of one stream again, in order, at most `limit` events; from any process, also one that runs
   * no consumers. Throws RangeError for a consumer that nobody declared.
   */
  replayStream(name: string, place: ParkedStream, limit?: number): Promise<ReplayOutcome> {
    const handler = new Handler(this.kernel, this.tenants, this.#named(name));
    return new Replayer(this.kernel, this.tailer.reader, handler).stream(place, limit);
  }

  /** Where each consumer stands, whatever process runs it. */
  standings(): Promise<ConsumerStanding[]> {
    return consumerStandings(this.tailer.reader, this.definitions);
  }

  #named(name: string): ConsumerDefinition {
    const definition = this.definitions.find((known) => known.name === name);
    if (!definition) throw new RangeError(`No consumer is named ${name}`);
    return definition;
  }
}
