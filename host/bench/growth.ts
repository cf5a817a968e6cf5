import type { Figure } from '../../scripts/bench/page.ts';
import { median, percentile } from '../../scripts/bench/statistics.ts';
import { BOARD } from './board.ts';
import type { GraphClient } from './lib/graph-client.ts';
import { timed } from './lib/load.ts';
import { startNexus } from './lib/nexus.ts';
import type { Firm, World } from './world.ts';

const RUNS = 250;
const WARM_UP = 50;
const TARGET = 2;

interface Read {
  readonly what: string;
  readonly query: string;
  variables(firm: Firm, i: number): object;
}

const READS: readonly Read[] = [
  {
    what: 'board query',
    query: BOARD,
    variables: ({ projects }) => ({ id: projects[0]?.id }),
  },
  {
    what: 'task search',
    query: `query($search: String) { tasks(search: $search, first: 25) { nodes { id number title } } }`,
    variables: (_, i) => ({ search: `topic${i % 500}` }),
  },
  {
    what: 'time-entry list',
    query: `{ timeEntries(first: 25) { nodes { id date minutes status note } pageInfo { endCursor } } }`,
    variables: () => ({}),
  },
];

/** The same reads in a tenant of 1,000 tasks and in one of 100,000, in turn, one at a time. */
export async function measureGrowth(world: World): Promise<Figure[]> {
  const nexus = await startNexus(world);
  const small = await nexus.client(world.small);
  const large = await nexus.client(world.large);
  try {
    const figures: Figure[] = [];
    for (const read of READS) {
      const times = { small: [] as number[], large: [] as number[] };
      for (let i = 0; i < RUNS + WARM_UP; i++) {
        const few = await once(small, world.small, read, i);
        const many = await once(large, world.large, read, i);
        if (i < WARM_UP) continue;
        times.small.push(few);
        times.large.push(many);
      }
      const [few, many] = [percentile(times.small, 0.95), percentile(times.large, 0.95)];
      figures.push({
        what: `p95 of the ${read.what}, 100,000 tasks against 1,000`,
        measured: `${(many / few).toFixed(2)} ×`,
        target: `≤ ${TARGET} ×`,
        met: many / few <= TARGET,
        detail: `${many.toFixed(1)} ms and ${few.toFixed(1)} ms; medians ${median(times.large).toFixed(1)} and ${median(times.small).toFixed(1)}`,
      });
    }
    return figures;
  } finally {
    small.close();
    large.close();
    await nexus.stop();
  }
}

function once(client: GraphClient, firm: Firm, { query, variables }: Read, i: number) {
  return timed(() => client.ask(query, variables(firm, i)));
}
