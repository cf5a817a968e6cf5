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

/** Puts an event aside inside the consumer's transaction. The error's text holds no payload. */
export async function park(
  tx: SqlRunner,
  consumer: string,
  event: RecordedEvent,
  { error, attempts, at }: { error: string; attempts: number; at: Date },
): Promise<void> {
  await tx.sql(
    `INSERT INTO kit.parked_event (tenant_id, consumer, stream, version, type, error, attempts, parked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (tenant_id, consumer, stream, version)
     DO UPDATE SET error = EXCLUDED.error, attempts = kit.parked_event.attempts + EXCLUDED.attempts`,
    [
      event.tenantId,
      consumer,
      event.stream,
      event.version,
      event.type,
      error.slice(0, 1000),
      attempts,
      at,
    ],
  );
}

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
