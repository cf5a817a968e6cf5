import type { RecordedEvent } from '../domain/index.js';
import { compareCursors, cursorOf } from '../events/index.js';
import type { Checkpoint } from './checkpoint.js';
import type { ConsumerDefinition } from './definition.js';
import type { Stretch, Tailer } from './tailer.js';

const READ = 500;
const MAX_QUEUE = 50;
/** Events of one tenant that share a transaction while nothing fails. */
const GROUP = 50;

/** The events that concern one partition of one consumer, in their order: handed over by the tailer or read. */
export class Feed {
  #queue: Stretch[] = [];

  constructor(
    private readonly tailer: Tailer,
    private readonly checkpoint: Checkpoint,
    private readonly definition: ConsumerDefinition,
    private readonly partition: number,
  ) {}

  /** Whether something was handed over that is not yet looked at. */
  get waiting(): boolean {
    return this.#queue.length > 0;
  }

  /** Calls `arrived` after each piece of the log. */
  listen(arrived: () => void): void {
    this.tailer.listen((stretch) => {
      this.#queue.push(stretch);
      // A consumer that is far behind reads from the log itself; what it was handed would only cost memory.
      if (this.#queue.length > MAX_QUEUE) this.#queue = [];
      arrived();
    });
  }

  /** The next events of concern; undefined when there are none so far. Throws Overtaken. */
  async next(): Promise<RecordedEvent[] | undefined> {
    for (let stretch = this.#queue[0]; stretch; stretch = this.#queue[0]) {
      const { from, to, events } = stretch;
      if (compareCursors(from, this.checkpoint.scanned) > 0) break;
      this.#queue.shift();
      if (compareCursors(to, this.checkpoint.scanned) <= 0) continue;
      const concerned = events.filter((event) => this.#concerns(event));
      if (concerned.length > 0) return concerned;
      await this.checkpoint.skipped(to);
    }
    const goal = this.tailer.cursor;
    if (compareCursors(goal, this.checkpoint.scanned) <= 0) return undefined;
    const { types, partitions } = this.definition;
    const found = await this.tailer.reader.after(this.checkpoint.scanned, {
      types,
      limit: READ,
      partition: { index: this.partition, of: partitions },
    });
    if (found.length > 0) return found;
    await this.checkpoint.skipped(goal);
    return this.waiting ? [] : undefined;
  }

  #concerns(event: RecordedEvent): boolean {
    // Partitions ask the database which events are theirs: it computes the hash.
    if (this.definition.partitions > 1) return true;
    return (
      this.definition.types.includes(event.type) &&
      compareCursors(cursorOf(event), this.checkpoint.scanned) > 0
    );
  }

  /** Neighbours of one tenant share a transaction; an event for which `alone` holds goes by itself. */
  *grouped(
    events: readonly RecordedEvent[],
    alone: (event: RecordedEvent) => boolean,
  ): Generator<readonly RecordedEvent[]> {
    const size = this.definition.partitions > 1 ? 1 : GROUP;
    let group: RecordedEvent[] = [];
    let closed = false;
    for (const event of events) {
      const apart = alone(event);
      const full = closed || apart || group.length >= size;
      if (group.length > 0 && (full || group[0]?.tenantId !== event.tenantId)) {
        yield group;
        group = [];
      }
      group.push(event);
      closed = apart;
    }
    if (group.length > 0) yield group;
  }
}
