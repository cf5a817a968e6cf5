import type { Principal } from '@nexus/kit/domain';
import type { SubgraphRuntime } from '@nexus/kit/graph';
import type { ReadSession } from '@nexus/kit/read';
import { canReadError, canRunPlatform } from '../policies/health.policy.js';
import { type JobKind, operationsDesk } from '../ports.js';

const FAILURES = 20;

interface RunRow {
  readonly name: string;
  readonly finished_at: Date;
  readonly failing: boolean;
  readonly last_error: string | null;
  readonly last_error_at: Date | null;
}

/** Every kind of job, as this reader may see it. */
export async function queueHealth(
  { adapters }: SubgraphRuntime,
  { read, principal }: { read: ReadSession; principal: Principal },
) {
  const { queues } = adapters.get(operationsDesk);
  const runs = await read.sql<RunRow>(
    'SELECT name, finished_at, failing, last_error, last_error_at FROM kit.job',
  );
  const runOf = new Map(runs.map((run) => [run.name, run]));
  const told = canReadError(principal, null);
  return Promise.all(
    queues.kinds.map(async ({ name, everyMs }: JobKind) => {
      const [counts, nextRunAt] = await Promise.all([queues.counts(name), queues.nextRun(name)]);
      const failures = counts.failed > 0 ? await queues.failed(name, FAILURES) : [];
      const run = runOf.get(name);
      return {
        name,
        ...counts,
        everySeconds: everyMs === null ? null : Math.round(everyMs / 1_000),
        lastRunAt: run?.finished_at ?? null,
        nextRunAt,
        isFailing: run?.failing ?? false,
        lastErrorAt: run?.last_error_at ?? null,
        lastError: told ? (run?.last_error ?? null) : null,
        failures: failures.map(({ jobId, attempts, failedAt, error }) => ({
          key: jobId,
          attempts,
          failedAt,
          error: told ? error : null,
        })),
        viewerCanRetry: canRunPlatform(principal),
      };
    }),
  );
}
