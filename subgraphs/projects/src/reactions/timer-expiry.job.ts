import type { TenantId } from '@nexus/kit/domain';
import { createContext, type WriteSession, write } from '@nexus/kit/events';
import type { JobDefinition, SubgraphRuntime } from '@nexus/kit/graph';
import { TIME_LIMITS } from '../domain/time-entry.rules.js';
import { timer, timerLimit } from '../domain/timer.aggregate.js';
import { recordStopped } from '../guards/timer-record.js';

/** Timers stopped in one transaction. */
const BATCH = 50;
const SWEEP_MS = 5 * 60_000;

interface RunningTimer {
  readonly id: string;
  readonly user_id: string;
}

async function stopExpired(tx: WriteSession): Promise<number> {
  const limit = new Date(tx.ctx.now.getTime() - TIME_LIMITS.timerHours * 3_600_000);
  const expired = await tx.sql<RunningTimer>(
    `SELECT t.id, t.user_id FROM projects.time_entry t
     WHERE t.tenant_id = (select current_setting('app.tenant')::uuid) AND t.running AND t.started_at <= $1
     ORDER BY t.started_at LIMIT ${BATCH}`,
    [limit],
  );
  for (const { id: entryId, user_id } of expired) {
    const { state } = await tx.load(timer, user_id);
    const { events } = await tx.run(timer, user_id, { type: 'expire', entryId });
    if (events.length > 0 && state.kind === 'RUNNING') {
      await recordStopped(tx, state, timerLimit(state.started.at));
    }
  }
  return expired.length;
}

async function sweep({ kernel, consumers }: SubgraphRuntime): Promise<void> {
  const tenants = await consumers.tailer.reader.sql<{ tenant_id: TenantId }>(
    'SELECT tenant_id FROM kit.tenant ORDER BY tenant_id',
  );
  for (const { tenant_id } of tenants) {
    const principal = await consumers.tenants.service('projects', tenant_id);
    let stopped = BATCH;
    while (stopped === BATCH) {
      const ctx = createContext(kernel, principal, { requestId: 'projects.timer-expiry' });
      ({ result: stopped } = await write(kernel, ctx, stopExpired));
    }
  }
}

/** Stops timers that have run for 12 hours. The running timers are rows, so that nothing is lost by a restart. */
export const timerExpiry: JobDefinition = {
  name: 'projects.timer-expiry',
  everyMs: SWEEP_MS,
  run: sweep,
};
