import type { Actor, EventCatalogue, RecordedEvent, TenantId } from '../domain/index.js';
import { encodeId } from '../domain/index.js';
import { type Cursor, type CursorRow, encodeCursor, readCursor } from './cursor.js';
import type { SqlValue } from './database.js';
import { ConcurrencyConflict } from './faults.js';
import type { KeyRing } from './personal.js';
import type { EventRegistry } from './registry.js';
import type { SqlRunner } from './sql-runner.js';
import { isSealed, SubjectKeys } from './subject-keys.js';

/** What each appended event carries beside its payload. */
export interface Envelope {
  readonly tenantId: TenantId;
  readonly occurredAt: Date;
  readonly actor: Actor;
  readonly correlationId: string;
  readonly causationId: string | null;
}

export interface NewEvent {
  readonly stream: string;
  readonly version: number;
  /** Without the domain, as the catalogue names it. */
  readonly type: string;
  readonly catalogue: EventCatalogue;
  readonly data: object;
  readonly uuid: string;
}

/** An event as its row lies in the log, with its subject's wrapped key beside it. */
export interface EventRow extends CursorRow {
  id: string;
  tenant_id: string;
  stream: string;
  version: number;
  type: string;
  type_version: number;
  data: Record<string, unknown>;
  sealed: Buffer | null;
  occurred_at: Date;
  actor_type: Actor['type'];
  actor_id: string;
  correlation_id: string;
  causation_id: string | null;
  wrapped: Buffer | null;
}

const SUBJECT_KEY = `LEFT JOIN kit.subject_key k
  ON e.sealed IS NOT NULL AND k.tenant_id = e.tenant_id AND k.subject = e.data->>'$subject'`;

const BELOW_FENCE = `(e.epoch < (SELECT max(epoch) FROM kit.log_epoch)
  OR e.xid < pg_snapshot_xmin(pg_current_snapshot()))`;

const COLUMNS = `e.epoch, e.xid::text AS xid, e.position, e.id, e.tenant_id, e.stream, e.version, e.type,
  e.type_version, e.data, e.sealed, e.occurred_at, e.actor_type, e.actor_id, e.correlation_id, e.causation_id`;

const APPEND = `
  INSERT INTO kit.event (epoch, id, tenant_id, stream, version, type, type_version, data, sealed,
    occurred_at, actor_type, actor_id, correlation_id, causation_id)
  SELECT $1::int, n.id, $2::uuid, n.stream, n.version, n.type, n.type_version, n.data, decode(n.sealed, 'base64'),
    $3::timestamptz, $4::text, $5::text, $6::text, $7::text
  FROM ROWS FROM (jsonb_to_recordset($8::jsonb) AS (id uuid, stream text, version int, type text,
    type_version int, data jsonb, sealed text)) WITH ORDINALITY AS n
  WHERE pg_current_xact_id()::text::bigint >= $9::bigint
  ORDER BY n.ordinality
  RETURNING xid::text AS xid, position`;

/** The event log: appends in a transaction of the application, reads with personal fields opened. */
export class EventLog {
  readonly #subjects: SubjectKeys;

  constructor(
    readonly registry: EventRegistry,
    readonly keys: KeyRing,
    /** See `Cursor`; read once at start. */
    readonly epoch: number,
  ) {
    this.#subjects = new SubjectKeys(keys);
  }

  /**
   * Appends events. `after` is the transaction id of the last event that the writer has read: a transaction
   * that is older than what it builds upon would be sorted before it, so it must begin anew.
   * Throws ConcurrencyConflict; a lost race for a version surfaces as PostgreSQL's unique violation (see `isConflict`).
   */
  async append(
    tx: SqlRunner,
    envelope: Envelope,
    events: readonly NewEvent[],
    after: bigint,
  ): Promise<RecordedEvent[]> {
    const { tenantId, occurredAt, actor, correlationId, causationId } = envelope;
    const prepared = [];
    for (const event of events) prepared.push(await this.#prepare(tx, envelope, event));
    const places = await tx.sql<Pick<CursorRow, 'xid' | 'position'>>(APPEND, [
      this.epoch,
      tenantId,
      occurredAt,
      actor.type,
      actor.id,
      correlationId,
      causationId,
      JSON.stringify(prepared),
      after.toString(),
    ]);
    if (places.length !== events.length)
      throw new ConcurrencyConflict('The transaction is older than the stream');
    return events.map((event, i) => {
      const place = { epoch: this.epoch, ...(places[i] as (typeof places)[number]) };
      return {
        id: encodeId('Event', event.uuid),
        type: `${event.catalogue.domain}.${event.type}`,
        data: event.data as Record<string, unknown>,
        stream: event.stream,
        version: event.version,
        sequence: encodeCursor(readCursor(place)),
        tenantId,
        occurredAt,
        actor,
        correlationId,
        causationId,
      };
    });
  }

  /** A stream's events after `fromVersion`, oldest first, and the transaction id of the newest. */
  async stream(
    tx: SqlRunner,
    stream: string,
    fromVersion = 0,
  ): Promise<{ events: RecordedEvent[]; xid: bigint }> {
    const rows = await tx.sql<EventRow>(
      `SELECT ${COLUMNS}, k.wrapped FROM kit.event e ${SUBJECT_KEY}
       WHERE e.tenant_id = (select current_setting('app.tenant')::uuid) AND e.stream = $1 AND e.version > $2
       ORDER BY e.version`,
      [stream, fromVersion],
    );
    return { events: rows.map((row) => this.#read(row)), xid: BigInt(rows.at(-1)?.xid ?? 0) };
  }

  /**
   * The log's events after a cursor and below the fence (the oldest running transaction), in order. What is
   * at or above the fence may still get older neighbours, so it is not shown yet.
   */
  async after(reader: SqlRunner, cursor: Cursor, options: LogFilter): Promise<RecordedEvent[]> {
    const { types, tenantId, limit, partition } = options;
    const params: SqlValue[] = [
      cursor.epoch,
      cursor.xid.toString(),
      cursor.position.toString(),
      limit,
    ];
    const where = ['(e.epoch, e.xid, e.position) > ($1, $2::xid8, $3)'];
    if (!options.unfenced) where.push(BELOW_FENCE);
    if (types) where.push(`e.type = ANY ($${params.push(types)})`);
    if (tenantId) where.push(`e.tenant_id = $${params.push(tenantId)}`);
    if (partition && partition.of > 1) {
      where.push(
        `abs(hashtextextended(e.stream, 0)) % $${params.push(partition.of)} = $${params.push(partition.index)}`,
      );
    }
    const rows = await reader.sql<EventRow>(
      `SELECT ${COLUMNS}, k.wrapped FROM kit.event e ${SUBJECT_KEY}
       WHERE ${where.join(' AND ')} ORDER BY e.epoch, e.xid, e.position LIMIT $4`,
      params,
    );
    return rows.map((row) => this.#read(row));
  }

  /**
   * The same of all tenants and types, and whether the fence withholds events that are committed already: these
   * come as soon as what runs beside them ends.
   */
  async tail(
    reader: SqlRunner,
    cursor: Cursor,
    limit: number,
  ): Promise<{ readonly events: RecordedEvent[]; readonly withheld: boolean }> {
    const rows = await reader.sql<EventRow & { below: boolean }>(
      `SELECT ${COLUMNS}, k.wrapped, ${BELOW_FENCE} AS below FROM kit.event e ${SUBJECT_KEY}
       WHERE (e.epoch, e.xid, e.position) > ($1, $2::xid8, $3)
       ORDER BY e.epoch, e.xid, e.position LIMIT $4`,
      [cursor.epoch, cursor.xid.toString(), cursor.position.toString(), limit],
    );
    const below = rows.filter((row) => row.below);
    return { events: below.map((row) => this.#read(row)), withheld: below.length < rows.length };
  }

  /** The event of a row that somebody has read from `kit.event` themselves, its personal fields opened. */
  open(row: EventRow): RecordedEvent {
    return this.#read(row);
  }

  async #prepare(tx: SqlRunner, envelope: Envelope, event: NewEvent) {
    const { catalogue, type, stream, version, uuid } = event;
    const fullType = `${catalogue.domain}.${type}`;
    const spec = this.registry.spec(fullType);
    if (!spec) throw new TypeError(`Event ${fullType} is not in any catalogue of this process`);
    const row = { id: uuid, stream, version, type: fullType, type_version: spec.version };
    if (!spec.personal) return { ...row, data: event.data, sealed: null };
    const { tenantId, occurredAt } = envelope;
    const place = { tenantId, stream, version };
    return {
      ...row,
      ...(await this.#subjects.seal(tx, place, spec.personal, event.data, occurredAt)),
    };
  }

  #read(row: EventRow): RecordedEvent {
    return {
      id: encodeId('Event', row.id),
      type: row.type,
      data: this.registry.upcast(row.type, row.type_version, this.#reveal(row)),
      tenantId: row.tenant_id,
      stream: row.stream,
      version: row.version,
      sequence: encodeCursor(readCursor(row)),
      occurredAt: row.occurred_at,
      actor: { type: row.actor_type, id: row.actor_id },
      correlationId: row.correlation_id,
      causationId: row.causation_id,
    };
  }

  #reveal(row: EventRow): Record<string, unknown> {
    const { tenant_id: tenantId, stream, version, data, type } = row;
    if (!isSealed(data)) return data;
    const fields = this.registry.spec(type)?.personal?.fields ?? [];
    return this.#subjects.reveal({ tenantId, stream, version }, data, row, fields);
  }
}

export interface LogFilter {
  /** Full type names; all when absent. */
  readonly types?: readonly string[];
  readonly tenantId?: string;
  readonly limit: number;
  /** Also what is above the fence. Only for who has stopped all writers: see the swap in `rebuild`. */
  readonly unfenced?: boolean;
  /** One of `of` parts of the log; the events of one stream are all in one part. */
  readonly partition?: { readonly index: number; readonly of: number };
}
