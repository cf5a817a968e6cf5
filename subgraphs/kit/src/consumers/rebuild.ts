import pg from 'pg';
import type { RecordedEvent, TenantId } from '../domain/index.js';
import { Transaction } from '../events/database.js';
import { type Cursor, cursorOf, INLINE_LOCK, type Kernel, LOG_START } from '../events/index.js';
import { type Projection, project } from '../read/index.js';
import { type LogReader, logReader } from './log-reader.js';
import { parkedEvents } from './parked.js';

const BATCH = 5_000;
/** Writers stand still while the swap waits for a lock: rather fail than keep them. */
const PATIENCE = '10s';
/** The commit of the swap waits for the disk, and so for all that was written before it. */
const UNHURRIED = ' SET LOCAL synchronous_commit = off;';

export interface RebuildReport {
  readonly projection: string;
  readonly events: number;
  readonly seconds: number;
}

export interface RebuildOptions {
  /** Hears after each batch how many events are replayed, of how many there were at the start. */
  readonly onProgress?: (replayed: number, total: number) => Promise<void>;
}

/**
 * Replays the log into a fresh table beside the live one and swaps the two. Reads and writes go on; writers wait
 * only for the swap, in which the last events are replayed under an exclusive lock. `ownerUrl` may create tables.
 * The checkpoint of a catch-up projection moves with the swap: a consumer that runs meanwhile finds itself overtaken.
 */
export async function rebuild(
  kernel: Kernel,
  ownerUrl: string,
  projection: Projection,
  options: RebuildOptions = {},
): Promise<RebuildReport> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  owner.on('error', () => {});
  await owner.connect();
  try {
    await claim(owner, projection.name);
    return await replayAndSwap(kernel, owner, projection, options);
  } finally {
    await owner.end().catch(() => {});
  }
}

/** With the claim held: the shadow is ours alone, and goes with us where the swap did not come about. */
async function replayAndSwap(
  kernel: Kernel,
  owner: pg.Client,
  projection: Projection,
  { onProgress }: RebuildOptions,
): Promise<RebuildReport> {
  const started = performance.now();
  const { name: live } = projection.table;
  const shadow = `${live}__shadow`;
  try {
    await owner.query(`DROP TABLE IF EXISTS ${shadow}`);
    const { bare, indexes, ddl } = projection.table;
    // Indexes are built over the filled table, unless SQL that fills it looks rows up by them.
    const late = Object.values(projection.on).every((reducer) => 'apply' in reducer);
    await owner.query(late ? bare(shadow) : ddl(shadow));
    const replay = new Replay(kernel, projection, shadow);
    await replay.run({ onProgress });
    if (late) await owner.query(indexes(shadow));
    await owner.query(`BEGIN; SET LOCAL lock_timeout = '${PATIENCE}'`);
    // Writers hold this lock shared for their whole transaction: once we have it, the log stands still for them.
    await owner.query('SELECT pg_advisory_xact_lock($1)', [INLINE_LOCK]);
    if (projection.mode === 'catchup') {
      await owner.query('SELECT FROM kit.consumer WHERE name = $1 FOR UPDATE', [projection.name]);
    }
    // No event can be in flight now, so the fence (which unrelated transactions may hold back) is not waited for.
    await replay.run({ unfenced: true });
    await owner.query(`DROP TABLE ${live}; ALTER TABLE ${shadow} RENAME TO ${live.split('.')[1]}`);
    if (projection.mode === 'catchup') {
      const { epoch, xid, position } = replay.cursor;
      await owner.query(
        `INSERT INTO kit.consumer (name, partition, epoch, xid, position, updated_at) VALUES ($1, 0, $2, $3::xid8, $4, now())
         ON CONFLICT (name, partition) DO UPDATE SET epoch = $2, xid = $3::xid8, position = $4, updated_at = now()`,
        [projection.name, epoch, xid.toString(), position.toString()],
      );
      await forgetParked(owner, kernel, projection.name);
    }
    await owner.query(
      `INSERT INTO kit.projection (name, definition, rebuilt_at) VALUES ($1, $2, now())
       ON CONFLICT (name) DO UPDATE SET definition = $2, rebuilt_at = now()`,
      [projection.name, projection.table.ddl()],
    );
    await owner.query('COMMIT');
    return {
      projection: projection.name,
      events: replay.count,
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    await owner.query(`ROLLBACK; DROP TABLE IF EXISTS ${shadow}`).catch(() => {});
  }
}

/** The same projection is being rebuilt by somebody else: two would write into one shadow. */
export class RebuildInProgress extends Error {
  override readonly name = 'RebuildInProgress';
}

/** Held until the connection ends. */
async function claim(owner: pg.Client, projection: string): Promise<void> {
  const { rows } = await owner.query<{ ours: boolean }>(
    `SELECT pg_try_advisory_lock(hashtextextended('rebuild:' || $1, 0)) AS ours`,
    [projection],
  );
  if (!rows[0]?.ours) throw new RebuildInProgress(`${projection} is being rebuilt already`);
}

/** What was parked has had its effect in the fresh table: replayed, it would have it twice. */
async function forgetParked(owner: pg.Client, kernel: Kernel, projection: string): Promise<void> {
  const parked = await parkedEvents(logReader(kernel), projection);
  for (const tenantId of new Set(parked.map((event) => event.tenantId))) {
    await owner.query(`SELECT set_config('app.tenant', $1, true)`, [tenantId]);
    await owner.query('DELETE FROM kit.parked_event WHERE tenant_id = $1 AND consumer = $2', [
      tenantId,
      projection,
    ]);
  }
}

/** Reads the log from the start and fills a table, a tenant's events of each batch at a time. */
class Replay {
  cursor: Cursor = LOG_START;
  count = 0;

  constructor(
    private readonly kernel: Kernel,
    private readonly projection: Projection,
    private readonly table: string,
  ) {}

  async run({
    unfenced = false,
    onProgress,
  }: { unfenced?: boolean } & RebuildOptions = {}): Promise<void> {
    const reader = logReader(this.kernel);
    const total = onProgress ? await this.#total(reader) : 0;
    const filter = { types: this.projection.types, limit: BATCH, unfenced };
    let next = reader.after(this.cursor, filter);
    for (;;) {
      const events = await next;
      const last = events.at(-1);
      const end = last ? cursorOf(last) : this.cursor;
      const more = events.length === BATCH;
      if (more) {
        // Read while this page is written. Where that fails, nobody waits for the reading.
        next = reader.after(end, filter);
        next.catch(() => {});
      }
      for (const [tenantId, own] of byTenant(events)) await this.#apply(tenantId, own);
      this.count += events.length;
      this.cursor = end;
      await onProgress?.(this.count, Math.max(total, this.count));
      if (!more) return;
    }
  }

  async #total(reader: LogReader): Promise<number> {
    const [row] = await reader.sql<{ n: number }>(
      'SELECT count(*) AS n FROM kit.event WHERE type = ANY ($1)',
      [this.projection.types],
    );
    return row?.n ?? 0;
  }

  async #apply(tenantId: string, events: readonly RecordedEvent[]): Promise<void> {
    const tenancy = { tenantId: tenantId as TenantId, clientId: null };
    const { database } = this.kernel;
    const transaction = await Transaction.begin(database, tenancy, 'READ WRITE', UNHURRIED);
    try {
      await project(transaction, this.projection, events, this.table);
      await transaction.commit();
    } finally {
      await transaction.rollback();
    }
  }
}

function byTenant(events: readonly RecordedEvent[]): Map<string, RecordedEvent[]> {
  const groups = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    const group = groups.get(event.tenantId);
    if (group) group.push(event);
    else groups.set(event.tenantId, [event]);
  }
  return groups;
}
