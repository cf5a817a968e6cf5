import type { RecordedEvent } from '../domain/index.js';
import {
  type Cursor,
  type CursorRow,
  cursorOf,
  type Kernel,
  LOG_START,
  readCursor,
} from '../events/index.js';
import { type LogReader, logReader } from './log-reader.js';

/** A stretch of the log as it was read: all events after `from` up to and with `to`. */
export interface Stretch {
  readonly from: Cursor;
  readonly to: Cursor;
  readonly events: readonly RecordedEvent[];
}

const BATCH = 500;
const POLL_MS = 250;
/** How soon the tailer looks again for events that a running transaction withholds: twice as long each time. */
const FIRST_LOOK_MS = 2;

/**
 * The one reader of the log in a process. It reads each new event once, below the fence, and hands it to
 * consumers and live subscriptions, so that a hundred subscribers cost one query. Woken after commits of this
 * process and by wakes of others; polls as a fallback, because a wake may be lost.
 */
export class Tailer {
  readonly reader: LogReader;
  #cursor: Cursor = LOG_START;
  readonly #listeners = new Set<(stretch: Stretch) => void>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #look: NodeJS.Timeout | undefined;
  #lookMs = FIRST_LOOK_MS;
  #again = false;
  #stopped = false;
  #unlisten: () => void = () => {};

  constructor(private readonly kernel: Kernel) {
    this.reader = logReader(kernel);
  }

  /** Everything up to here has been handed out. */
  get cursor(): Cursor {
    return this.#cursor;
  }

  /** Starts at the log's present head. */
  async start(): Promise<void> {
    this.#cursor = await this.#safeHead();
    this.#unlisten = this.kernel.commits.listen(() => this.wake());
    this.#timer = setInterval(() => this.wake(), POLL_MS);
    this.#timer.unref();
  }

  /** Reads soon. Cheap to call often. */
  wake(): void {
    if (this.#stopped) return;
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      if (this.#again) this.wake();
    });
  }

  listen(listener: (stretch: Stretch) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    clearTimeout(this.#look);
    this.#unlisten();
    await this.#running;
  }

  /**
   * The newest place from which nothing older can still appear: everything below the fence that exists now.
   * The head itself may stand above a transaction that is still running.
   */
  async #safeHead(): Promise<Cursor> {
    const [row] = await this.reader.sql<CursorRow>(
      `SELECT epoch, xid::text AS xid, position FROM kit.event
       WHERE epoch < (SELECT max(epoch) FROM kit.log_epoch) OR xid < pg_snapshot_xmin(pg_current_snapshot())
       ORDER BY epoch DESC, xid DESC, position DESC LIMIT 1`,
    );
    return row ? readCursor(row) : LOG_START;
  }

  async #run(): Promise<void> {
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false;
        const { events, withheld } = await this.kernel.events.tail(
          this.reader,
          this.#cursor,
          BATCH,
        );
        if (events.length > 0) this.#lookMs = FIRST_LOOK_MS;
        if (withheld) this.#lookAgain();
        const last = events.at(-1);
        if (!last) continue;
        if (events.length === BATCH) this.#again = true;
        const to = cursorOf(last);
        const stretch = { from: this.#cursor, to, events };
        this.#cursor = to;
        for (const listener of this.#listeners) this.#tell(listener, stretch);
      }
    } catch (error) {
      // The database may be restarting: the next wake or poll goes on from the same place.
      this.#again = false;
      if (!this.#stopped)
        this.kernel.logger.warn({ err: error }, 'reading the log failed, going on');
    }
  }

  /** Whoever holds the fence may end without a commit that we hear of: rolled back, or in another process. */
  #lookAgain(): void {
    clearTimeout(this.#look);
    this.#look = setTimeout(() => this.wake(), this.#lookMs);
    this.#look.unref();
    this.#lookMs = Math.min(this.#lookMs * 2, POLL_MS);
  }

  /** One that fails must not cost the others what they will not be handed again. */
  #tell(listener: (stretch: Stretch) => void, stretch: Stretch): void {
    try {
      listener(stretch);
    } catch (error) {
      this.kernel.logger.error({ err: error }, 'a listener of the log failed');
    }
  }
}
