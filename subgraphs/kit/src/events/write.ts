import type { Context } from './context.js';
import { Transaction, tenancyOf } from './database.js';
import { ConcurrencyConflict, isConflict } from './faults.js';
import type { Kernel } from './kernel.js';
import { WriteSession } from './write-session.js';

const TRIES = 12;
/** Key of the lock that writers share and the swap of a rebuilt projection takes alone. */
export const INLINE_LOCK = 4_201_001;
const PRELUDE = ` SELECT pg_advisory_xact_lock_shared(${INLINE_LOCK});`;

/**
 * Runs `work` in one transaction of the context's tenant and answers after its commit. Lost races are tried
 * again from the start (with fresh state), so `work` must have no effect outside the session.
 * Throws Refusal (a decision was no), ConcurrencyConflict (after 12 lost races), or what PostgreSQL throws.
 */
export async function write<Result>(
  kernel: Kernel,
  ctx: Context,
  work: (tx: WriteSession) => Promise<Result>,
): Promise<{ result: Result; session: WriteSession }> {
  const tenancy = tenancyOf(ctx.principal);
  for (let attempt = 1; ; attempt++) {
    const transaction = await Transaction.begin(kernel.database, tenancy, 'READ WRITE', PRELUDE);
    const session = new WriteSession(kernel, ctx, transaction);
    try {
      const result = await work(session);
      await transaction.commit();
      if (session.recorded.length > 0) kernel.commits.raise();
      await session.committed();
      return { result, session };
    } catch (error) {
      await transaction.rollback();
      if (!isConflict(error)) throw error;
      if (attempt >= TRIES)
        throw new ConcurrencyConflict('Gave up after losing many races', { cause: error });
      await pause(attempt);
    }
  }
}

/** Grows with each lost race and is scattered, so that the losers do not meet again. */
function pause(attempt: number): Promise<void> {
  const ms = Math.random() * Math.min(2 ** attempt, 64);
  return new Promise((resolve) => setTimeout(resolve, ms));
}
