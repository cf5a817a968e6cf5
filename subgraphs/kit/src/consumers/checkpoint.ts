import {
  type Cursor,
  type CursorRow,
  compareCursors,
  type Kernel,
  LOG_START,
  readCursor,
  type WriteSession,
} from '../events/index.js';

/** Thrown to leave a batch when another process has worked on it: the checkpoint is read again. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

const IDLE_SAVE_MS = 1_000;

/** How far one partition of one consumer has come, in `kit.consumer`; moved in the transaction of the effect. */
export class Checkpoint {
  /** Stored: everything up to here has had its effect. */
  #stored: Cursor = LOG_START;
  /** No event up to here is left that concerns the consumer. Never behind what is stored. */
  #scanned: Cursor = LOG_START;
  #idleSavedAt = 0;

  constructor(
    private readonly kernel: Kernel,
    private readonly name: string,
    private readonly partition: number,
  ) {}

  get stored(): Cursor {
    return this.#stored;
  }

  get scanned(): Cursor {
    return this.#scanned;
  }

  /** Reads what is stored, or begins at the log's start. */
  async restore(): Promise<void> {
    const [row] = await this.kernel.database.dataSource.query<CursorRow[]>(
      `INSERT INTO kit.consumer (name, partition, epoch, xid, position, updated_at) VALUES ($1, $2, 0, '0', 0, $3)
       ON CONFLICT (name, partition) DO UPDATE SET name = EXCLUDED.name
       RETURNING epoch, xid::text AS xid, position`,
      [this.name, this.partition, this.kernel.clock.now()],
    );
    this.#stored = readCursor(row as CursorRow);
    this.#scanned = this.#stored;
  }

  /**
   * Locks the consumer for this transaction. Throws Overtaken where somebody else has it or has moved it. The row's
   * own lock, because it reads the row anew: an advisory lock may be got after a commit that the snapshot before it
   * does not show, and the same events would have their effect twice.
   */
  async claim(tx: WriteSession): Promise<void> {
    const [row] = await tx.sql<CursorRow>(
      `SELECT epoch, xid::text AS xid, position FROM kit.consumer
       WHERE name = $1 AND partition = $2 FOR UPDATE SKIP LOCKED`,
      [this.name, this.partition],
    );
    if (!row || compareCursors(readCursor(row), this.#stored) !== 0) throw new Overtaken();
  }

  async save(tx: WriteSession, { epoch, xid, position }: Cursor): Promise<void> {
    await tx.sql(
      `UPDATE kit.consumer SET epoch = $3, xid = $4::xid8, position = $5, updated_at = $6, retrying = false
       WHERE name = $1 AND partition = $2`,
      [this.name, this.partition, epoch, xid.toString(), position.toString(), tx.ctx.now],
    );
  }

  /** Leaves word of a failure for whoever looks, in whatever process; `tenantId` where it came of that tenant's event. */
  async stumbled(error: string, tenantId: string | null): Promise<void> {
    await this.kernel.database.dataSource.query(
      `UPDATE kit.consumer SET last_error = $3, last_error_at = $4, last_error_tenant = $5, retrying = true
       WHERE name = $1 AND partition = $2`,
      [this.name, this.partition, error.slice(0, 1_000), this.kernel.clock.now(), tenantId],
    );
  }

  /** The transaction that saved this is committed. */
  reached(cursor: Cursor): void {
    this.#stored = cursor;
    this.#scanned = cursor;
  }

  /** Nothing up to here concerned the consumer; stored now and then, so that a start need not read it again. */
  async skipped(cursor: Cursor): Promise<void> {
    this.#scanned = cursor;
    if (Date.now() - this.#idleSavedAt < IDLE_SAVE_MS) return;
    this.#idleSavedAt = Date.now();
    const [from, to] = [this.#stored, cursor].map(({ epoch, xid, position }) => [
      epoch,
      `${xid}`,
      `${position}`,
    ]);
    const moved = await this.kernel.database.dataSource.query<unknown[][]>(
      `UPDATE kit.consumer SET epoch = $7, xid = $8::xid8, position = $9, updated_at = $3, retrying = false
       WHERE name = $1 AND partition = $2 AND (epoch, xid, position) = ($4, $5::xid8, $6) RETURNING 1`,
      [this.name, this.partition, this.kernel.clock.now(), ...(from ?? []), ...(to ?? [])],
    );
    if (moved[0]?.length === 0) throw new Overtaken();
    this.#stored = cursor;
  }
}
