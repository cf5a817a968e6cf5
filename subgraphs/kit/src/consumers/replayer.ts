import type { Kernel, SqlRunner } from '../events/index.js';
import { message } from './failure.js';
import type { Handler } from './handler.js';

/** A stream that waits, with all that is parked of it. */
export interface ParkedStream {
  readonly tenantId: string;
  readonly stream: string;
}

export interface ReplayOutcome {
  /** How many events had their effect now. */
  readonly replayed: number;
  /** Why the next one failed again; null where none did. */
  readonly error: string | null;
}

/**
 * Tries parked events of a stream again, the oldest first, until one fails. Effect and end of the parking are one
 * transaction, and whoever replays the same waits: from any process, side by side, each event has its effect once.
 */
export class Replayer {
  constructor(
    private readonly kernel: Kernel,
    private readonly reader: SqlRunner,
    private readonly handler: Handler,
  ) {}

  /** At most `limit` events. What comes to the stream meanwhile is parked behind its siblings, and tried too. */
  async stream(place: ParkedStream, limit = Number.POSITIVE_INFINITY): Promise<ReplayOutcome> {
    let replayed = 0;
    while (replayed < limit) {
      const version = await this.#oldest(place);
      if (version === undefined) break;
      try {
        if (await this.#unpark(place, version)) replayed++;
      } catch (error) {
        await this.#failedAgain(place, version, message(error));
        return { replayed, error: message(error) };
      }
    }
    return { replayed, error: null };
  }

  async #oldest({ tenantId, stream }: ParkedStream): Promise<number | undefined> {
    const [row] = await this.reader.sql<{ version: number }>(
      `SELECT version FROM kit.parked_event
       WHERE tenant_id = $1 AND consumer = $2 AND stream = $3 ORDER BY version LIMIT 1`,
      [tenantId, this.handler.definition.name, stream],
    );
    return row?.version;
  }

  /** False where somebody else was faster. */
  async #unpark({ tenantId, stream }: ParkedStream, version: number): Promise<boolean> {
    let ours = false;
    const ctx = await this.handler.serviceContext(tenantId, 'replay');
    await this.handler.transact(ctx, async (tx) => {
      // First of all, because it waits for whoever replays the same.
      const taken = await tx.sql(
        'DELETE FROM kit.parked_event WHERE consumer = $1 AND stream = $2 AND version = $3 RETURNING 1',
        [this.handler.definition.name, stream, version],
      );
      ours = taken.length > 0;
      if (!ours) return;
      const { events } = await this.kernel.events.stream(tx, stream, version - 1);
      await this.handler.apply(tx, events.slice(0, 1));
    });
    return ours;
  }

  async #failedAgain({ tenantId, stream }: ParkedStream, version: number, error: string) {
    const ctx = await this.handler.serviceContext(tenantId, 'replay');
    await this.handler.transact(ctx, async (tx) => {
      await tx.sql(
        `UPDATE kit.parked_event SET error = $4, attempts = attempts + 1
         WHERE consumer = $1 AND stream = $2 AND version = $3`,
        [this.handler.definition.name, stream, version, error.slice(0, 1_000)],
      );
    });
  }
}
