import { violation } from '../domain/index.js';
import { type KeyRing, Refusal, type SqlRunner, type WriteSession } from '../events/index.js';
import type { GraphContext } from './graph-context.js';
import { inputHash, openOutcome, sealOutcome } from './outcome.js';

/** One call under a key: whose it is, and what it asks. */
export interface KeyedCall {
  readonly key: string;
  readonly operation: string;
  readonly hash: string;
}

/** A key is its caller's: the same text of another caller is another key. */
export function nameOf(ctx: GraphContext, key: string): string {
  return `${ctx.tenantId}/${ctx.principal.subject}/${key}`;
}

const LIFETIME_MS = 24 * 3_600_000;
const MAX_KEY = 200;

export function keyedCall(
  keys: KeyRing,
  input: { readonly idempotencyKey?: string | null },
): KeyedCall | undefined {
  const key = input.idempotencyKey;
  if (key == null) return undefined;
  if (key.length === 0 || key.length > MAX_KEY) {
    const message = `An idempotency key has 1 to ${MAX_KEY} characters.`;
    throw new Refusal([violation('INPUT_INVALID', message, { path: ['idempotencyKey'] })]);
  }
  return { key, operation: input.constructor.name, hash: inputHash(keys, input) };
}

/**
 * Takes the key inside the transaction. A second taker waits for the first one's commit (at most 10 s) and
 * then gets the stored answer; undefined means that the key is ours and the work is to be done.
 * Throws Refusal where the key was used for something else, or is being worked on in steps.
 */
export async function takeKey(
  tx: WriteSession,
  ctx: GraphContext,
  { key, operation, hash }: KeyedCall,
): Promise<Record<string, unknown> | undefined> {
  const subject = ctx.principal.subject;
  await tx.sql(`SELECT set_config('lock_timeout', '10s', true)`);
  const taken = await tx
    .sql(
      `INSERT INTO kit.idempotency AS i (tenant_id, subject, key, operation, input_hash, status, created_at)
     VALUES ($1, $2, $3, $4, $5, 'IN_PROGRESS', $6)
     ON CONFLICT (tenant_id, subject, key) DO UPDATE
       SET operation = EXCLUDED.operation, input_hash = EXCLUDED.input_hash, status = EXCLUDED.status,
           outcome = NULL, created_at = EXCLUDED.created_at
       WHERE i.created_at < $7 RETURNING key`,
      [
        ctx.tenantId,
        subject,
        key,
        operation,
        hash,
        ctx.now,
        new Date(ctx.now.getTime() - LIFETIME_MS),
      ],
    )
    .catch((error: unknown) => {
      throw waitedTooLong(error) ? inProgress() : error;
    });
  // Other locks of the work are waited for as ever.
  await tx.sql(`SELECT set_config('lock_timeout', '0', true)`);
  if (taken.length > 0) return undefined;
  const [row] = await tx.sql<{
    operation: string;
    input_hash: string;
    status: string;
    outcome: Uint8Array;
  }>(
    'SELECT operation, input_hash, status, outcome FROM kit.idempotency WHERE subject = $1 AND key = $2',
    [subject, key],
  );
  if (!row || row.operation !== operation || row.input_hash !== hash) {
    const message = 'This idempotency key was used with another input.';
    throw new Refusal([violation('IDEMPOTENCY_KEY_REUSED', message, { path: ['idempotencyKey'] })]);
  }
  if (row.status === 'IN_PROGRESS') throw inProgress();
  return openOutcome(tx.keys, row.outcome, nameOf(ctx, key));
}

function inProgress(): Refusal {
  const message = 'The same is being done right now; ask again in a moment.';
  return new Refusal([violation('IDEMPOTENCY_IN_PROGRESS', message, { path: ['idempotencyKey'] })]);
}

/** PostgreSQL's `lock_not_available`: whoever has the key holds it longer than we wait. */
function waitedTooLong(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '55P03';
}

/** Stores the answer under the key, in the transaction that has its effect. */
export async function keepOutcome(
  tx: WriteSession,
  ctx: GraphContext,
  { key }: KeyedCall,
  payload: object,
): Promise<void> {
  await tx.sql(
    `UPDATE kit.idempotency SET status = 'DONE', outcome = $3 WHERE subject = $1 AND key = $2`,
    [ctx.principal.subject, key, sealOutcome(tx.keys, payload, nameOf(ctx, key))],
  );
}

/** Gives a key back whose work came to nothing, so that the client may try again under it. */
export async function dropKey(tx: SqlRunner, ctx: GraphContext, { key }: KeyedCall): Promise<void> {
  await tx.sql('DELETE FROM kit.idempotency WHERE subject = $1 AND key = $2', [
    ctx.principal.subject,
    key,
  ]);
}

/** Deletes keys older than a day in the session's tenant. */
export async function sweepKeys(tx: SqlRunner, now: Date): Promise<void> {
  await tx.sql('DELETE FROM kit.idempotency WHERE created_at < $1', [
    new Date(now.getTime() - LIFETIME_MS),
  ]);
}
