import type { SubgraphDefinition, SubgraphRuntime } from '@nexus/kit/graph';
import type { JobPayload, Jobs } from '@nexus/kit/jobs';

/** Gives every subgraph's jobs to the queue and begins to work on them. */
export async function startJobs(
  jobs: Jobs,
  subgraphs: readonly SubgraphDefinition[],
  runtime: SubgraphRuntime,
): Promise<void> {
  const definitions = subgraphs.flatMap((subgraph) => subgraph.jobs ?? []);
  for (const { name, run } of definitions) {
    jobs.define<JobPayload>({ name, handler: (payload) => run(runtime, payload) });
  }
  await jobs.start();
  for (const { name, everyMs } of definitions) {
    if (everyMs) await jobs.schedule(name, { everyMs });
  }
}
