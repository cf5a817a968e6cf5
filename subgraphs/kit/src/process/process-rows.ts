import type { ProcessStatus, ProcessTx } from './process.types.js';

/** A process as its row holds it. */
export interface ProcessRow<State> {
  readonly state: State;
  readonly status: ProcessStatus;
  /** Steps that are done and not taken back, oldest first. */
  readonly performed: readonly string[];
}

/** The row, locked until the end of the transaction: events and timeouts of one process wait for each other. */
export async function lockProcess<State>(
  tx: ProcessTx,
  name: string,
  key: string,
): Promise<ProcessRow<State> | undefined> {
  const [row] = await tx.sql<ProcessRow<State>>(
    'SELECT state, status, performed FROM kit.process WHERE name = $1 AND key = $2 FOR UPDATE',
    [name, key],
  );
  return row;
}

/** Makes the row where it is missing, and locks it. Of two beginners the second one finds the first one's. */
export async function beginProcess<State>(
  tx: ProcessTx,
  name: string,
  key: string,
  initial: State,
): Promise<ProcessRow<State>> {
  const { tenantId, now, correlationId } = tx.ctx;
  await tx.sql(
    `INSERT INTO kit.process (tenant_id, name, key, state, status, performed, correlation_id, version, started_at, updated_at)
     VALUES ($1, $2, $3, $4, 'RUNNING', '[]', $5, 0, $6, $6) ON CONFLICT DO NOTHING`,
    [tenantId, name, key, JSON.stringify(initial), correlationId, now],
  );
  return (await lockProcess<State>(tx, name, key)) as ProcessRow<State>;
}

export async function saveProcess<State>(
  tx: ProcessTx,
  name: string,
  key: string,
  { state, status, performed }: ProcessRow<State>,
): Promise<void> {
  await tx.sql(
    `UPDATE kit.process SET state = $3, status = $4, performed = $5, version = version + 1, updated_at = $6
     WHERE name = $1 AND key = $2`,
    [name, key, JSON.stringify(state), status, JSON.stringify(performed), tx.ctx.now],
  );
  if (status !== 'RUNNING') {
    await tx.sql('DELETE FROM kit.process_timeout WHERE name = $1 AND key = $2', [name, key]);
  }
}

export async function setTimeoutRow(
  tx: ProcessTx,
  name: string,
  key: string,
  timeout: string,
  dueAt: Date,
): Promise<void> {
  await tx.sql(
    `INSERT INTO kit.process_timeout (tenant_id, name, key, timeout, due_at, next_try_at)
     VALUES ($1, $2, $3, $4, $5, $5)
     ON CONFLICT (tenant_id, name, key, timeout) DO UPDATE
     SET due_at = EXCLUDED.due_at, next_try_at = EXCLUDED.due_at, attempts = 0, last_error = NULL`,
    [tx.ctx.tenantId, name, key, timeout, dueAt],
  );
}

/** Whether there was one. */
export async function dropTimeout(
  tx: ProcessTx,
  name: string,
  key: string,
  timeout: string,
  dueBy?: Date,
): Promise<boolean> {
  const dropped = await tx.sql(
    `DELETE FROM kit.process_timeout
     WHERE name = $1 AND key = $2 AND timeout = $3 AND ($4::timestamptz IS NULL OR due_at <= $4) RETURNING 1 AS one`,
    [name, key, timeout, dueBy ?? null],
  );
  return dropped.length > 0;
}
