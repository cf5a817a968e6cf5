import type { WriteSession } from '@nexus/kit/events';
import { createContext, write } from '@nexus/kit/events';
import type { SubgraphDefinition, SubgraphRuntime } from '@nexus/kit/graph';
import type { JobPayload, Jobs } from '@nexus/kit/jobs';
import { type TimeoutSweep, timeoutSweep } from '@nexus/kit/process';
import { keySweep } from './key-sweep.js';

/** Gives the house's and every subgraph's jobs to the queue and begins to work on them. */
async function startJobs(
  jobs: Jobs,
  subgraphs: readonly SubgraphDefinition[],
  runtime: SubgraphRuntime,
): Promise<void> {
  const definitions = [keySweep, ...subgraphs.flatMap((subgraph) => subgraph.jobs ?? [])];
  for (const { name, concurrency = 1, run } of definitions) {
    jobs.define<JobPayload>({ name, concurrency, handler: (payload) => run(runtime, payload) });
  }
  await jobs.start();
  for (const { name, everyMs } of definitions) {
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
