import type { RecordedEvent } from '../domain/index.js';
import type { SqlRunner } from '../events/index.js';

/** An event that a consumer could not handle, and those behind it in the same stream. Visible and replayable. */
export interface ParkedEvent {
  readonly tenantId: string;
  readonly consumer: string;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly error: string;
  readonly attempts: number;
  readonly parkedAt: Date;
}

/** What one consumer has put aside: known here, kept in `kit.parked_event`, where other processes see to it too. */
export class Parking {
  #streams = new Set<string>();

  constructor(
    private readonly reader: SqlRunner,
    private readonly consumer: string,
  ) {}

  /** How many streams wait, as far as this process knows. */
  get size(): number {
    return this.#streams.size;
  }

  /** Whether the event's stream waited when it was last looked at. */
  holds({ tenantId, stream }: Streamed): boolean {
    return this.#streams.has(`${tenantId}/${stream}`);
  }

  /** Everything that waits, the oldest of each stream first. */
  events(): Promise<ParkedEvent[]> {
    return parkedEvents(this.reader, this.consumer);
  }

  async recall(): Promise<void> {
    const parked = await this.events();
    this.#streams = new Set(parked.map(({ tenantId, stream }) => `${tenantId}/${stream}`));
  }

  /** Puts an event aside inside the consumer's transaction. The error's text holds no payload. */
  async put(
    tx: SqlRunner,
    event: RecordedEvent,
    { error, attempts, at }: { error: string; attempts: number; at: Date },
  ): Promise<void> {
    const { tenantId, stream, version, type } = event;
    await tx.sql(
      `INSERT INTO kit.parked_event (tenant_id, consumer, stream, version, type, error, attempts, parked_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (tenant_id, consumer, stream, version)
       DO UPDATE SET error = EXCLUDED.error, attempts = kit.parked_event.attempts + EXCLUDED.attempts`,
      [tenantId, this.consumer, stream, version, type, error.slice(0, 1000), attempts, at],
    );
    this.#streams.add(`${tenantId}/${stream}`);
  }

  /** Whether the stream still waits; where it is being replayed, that is waited for. */
  async stillHolds(tx: SqlRunner, { tenantId, stream }: Streamed): Promise<boolean> {
    const [found] = await tx.sql(
      'SELECT 1 FROM kit.parked_event WHERE consumer = $1 AND stream = $2 LIMIT 1 FOR SHARE',
      [this.consumer, stream],
    );
    if (!found) this.#streams.delete(`${tenantId}/${stream}`);
    return found !== undefined;
  }
}

type Streamed = Pick<RecordedEvent, 'tenantId' | 'stream'>;

/** What is parked, oldest first; of one consumer or of all. For the log role: across tenants. */
export async function parkedEvents(reader: SqlRunner, consumer?: string): Promise<ParkedEvent[]> {
  const rows = await reader.sql<{
    tenant_id: string;
    consumer: string;
    stream: string;
    version: number;
    type: string;
    error: string;
    attempts: number;
    parked_at: Date;
  }>(
    `SELECT * FROM kit.parked_event WHERE $1::text IS NULL OR consumer = $1
     ORDER BY consumer, tenant_id, stream, version LIMIT 10000`,
    [consumer ?? null],
  );
  return rows.map(({ tenant_id, parked_at, ...row }) => ({
    ...row,
    tenantId: tenant_id,
    parkedAt: parked_at,
  }));
}
