import type { Logger } from 'pino';
import type { RecordedEvent } from '../domain/index.js';
import type { ContextSource } from './context.js';
import type { Database } from './database.js';
import type { EventLog } from './log.js';
import type { SqlRunner } from './sql-runner.js';

/** Fills read models inside the writing transaction; `kit/read` provides it. */
export interface InlineProjector {
  apply(tx: SqlRunner, events: readonly RecordedEvent[]): Promise<void>;
}

/** What all modules of one process share. Made once by the composition root. */
export interface Kernel extends ContextSource {
  readonly database: Database;
  readonly events: EventLog;
  readonly projector: InlineProjector;
  readonly commits: CommitSignal;
  readonly logger: Logger;
}

/** Tells the process's own consumers that the log has grown. Carries no payload: the log is the truth. */
export class CommitSignal {
  readonly #listeners = new Set<() => void>();

  raise(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Calls `listener` after each commit until the returned function is called. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
