import type { WriteSession } from '@nexus/kit/events';
import { createContext, write } from '@nexus/kit/events';
import type { JobDefinition, SubgraphDefinition, SubgraphRuntime } from '@nexus/kit/graph';
import type { JobPayload, Jobs } from '@nexus/kit/jobs';
import { type TimeoutSweep, timeoutSweep } from '@nexus/kit/process';
import { keySweep } from './key-sweep.js';

/** The house's own jobs and every subgraph's. */
export function jobsOf(subgraphs: readonly SubgraphDefinition[]): JobDefinition[] {
  return [keySweep, ...subgraphs.flatMap((subgraph) => subgraph.jobs ?? [])];
}

const defined = new WeakSet<Jobs>();

/** Makes the jobs known to the queues, once: to be worked on, or to be asked about. */
export function defineJobs(
  jobs: Jobs,
  subgraphs: readonly SubgraphDefinition[],
  runtime: SubgraphRuntime,
): void {
  if (defined.has(jobs)) return;
  defined.add(jobs);
  for (const definition of jobsOf(subgraphs)) {
    const { name, concurrency = 1 } = definition;
    jobs.define<JobPayload>({
      name,
      concurrency,
      handler: (payload) => recorded(definition, runtime, payload),
    });
  }
}

/** Runs a job and leaves word of how it went, for whoever looks in whatever process. */
async function recorded(
  { name, run }: JobDefinition,
  runtime: SubgraphRuntime,
  payload: JobPayload,
): Promise<void> {
  const { clock, database } = runtime.kernel;
  const startedAt = clock.now();
  const tell = (error: unknown) =>
    database.dataSource.query(
      `INSERT INTO kit.job AS j (name, started_at, finished_at, failing, last_error, last_error_at)
       VALUES ($1, $2, $3, $4::text IS NOT NULL, $4::text, CASE WHEN $4::text IS NOT NULL THEN $3::timestamptz END)
       ON CONFLICT (name) DO UPDATE SET started_at = $2, finished_at = $3, failing = EXCLUDED.failing,
         last_error = coalesce($4, j.last_error), last_error_at = coalesce(EXCLUDED.last_error_at, j.last_error_at)`,
      [name, startedAt, clock.now(), error === null ? null : String(error).slice(0, 500)],
    );
  try {
    await run(runtime, payload);
  } catch (error) {
    // The database may be what is away: what failed is the job, not the word of it.
    await tell(error).catch(() => {});
    throw error;
  }
  await tell(null);
}

/** Begins to work on all jobs. */
async function startJobs(
  jobs: Jobs,
  subgraphs: readonly SubgraphDefinition[],
  runtime: SubgraphRuntime,
): Promise<void> {
  defineJobs(jobs, subgraphs, runtime);
  await jobs.start();
  for (const { name, everyMs } of jobsOf(subgraphs)) {
    if (everyMs) await jobs.schedule(name, { everyMs });
  }
}

/** Fires the timeouts of all process managers: rows, so that what was due while nothing ran fires now. */
function startTimeouts(
  subgraphs: readonly SubgraphDefinition[],
  { kernel, consumers }: SubgraphRuntime,
): TimeoutSweep {
  const sweep = timeoutSweep<WriteSession>({
    managers: subgraphs.flatMap(({ processes = [] }) => processes),
    reader: consumers.tailer.reader,
    now: () => kernel.clock.now(),
    onError: (error, timeout) => kernel.logger.error({ err: error, ...timeout }, 'timeout failed'),
    async transact({ tenantId, name, correlationId }, work) {
      const domain = name.split('.')[0] ?? name;
      const principal = await consumers.tenants.service(domain, tenantId);
      const ctx = createContext(kernel, principal, { requestId: correlationId, correlationId });
      await write(kernel, ctx, work);
    },
  });
  sweep.start();
  return sweep;
}

/** What runs beside requests and consumers. Ends before the house does; jobs are handed back by the carriers. */
export async function startWork(
  jobs: Jobs,
  subgraphs: readonly SubgraphDefinition[],
  runtime: SubgraphRuntime,
): Promise<{ stop(): Promise<void> }> {
  await startJobs(jobs, subgraphs, runtime);
  const sweep = startTimeouts(subgraphs, runtime);
  return { stop: () => sweep.stop() };
}
