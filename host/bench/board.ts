import { fileURLToPath } from 'node:url';
import type { Figure } from '../../scripts/bench/page.ts';
import { median } from '../../scripts/bench/statistics.ts';
import { BOARD_CARDS } from './fill.ts';
import { Child } from './lib/child.ts';
import { type GraphClient, graphClient } from './lib/graph-client.ts';
import { throughput } from './lib/load.ts';
import { startNexus } from './lib/nexus.ts';
import type { World } from './world.ts';

/** A board as a portal shows it: 200 cards, each with its people, whose names identity tells. */
export const BOARD = `query Board($id: ID!) {
  project(id: $id) { id name board { columns { id name category
    tasks(first: 50) { nodes { id number title priority due assignees { id name } } } } } }
}`;

const SAME_BOARD = `query Board($tenant: UUID!, $id: String!) {
  projectByTenantIdAndRowId(tenantId: $tenant, rowId: $id) { rowId name
    columns(orderBy: POSITION_ASC) { nodes { rowId name category
      tasks(first: 50, condition: { archived: false }, orderBy: [RANK_ASC, ROW_ID_ASC]) {
        nodes { rowId number title priority due assignees { nodes { user { rowId name } } } } } } } }
}`;

const POSTGRAPHILE = fileURLToPath(new URL('./postgraphile.ts', import.meta.url));
const ROUNDS = 7;
const MS = 3_000;
const CONCURRENCY = 4;
const TARGET = 0.7;

/** The board query through router, projects and identity against PostGraphile on the same tables. */
export async function measureBoard(world: World): Promise<Figure[]> {
  const { tenantId: tenant, projects } = world.large;
  const id = projects[0]?.id;
  const nexus = await startNexus(world);
  const other = await Child.start(POSTGRAPHILE, {
    env: {
      PG_URL: world.urls.app,
      PG_TENANT: tenant,
      NODE_ENV: 'production',
      GRAPHILE_ENV: 'production',
    },
    ready: /PostGraphile is ready/,
  });
  const ours = await nexus.client(world.large);
  const theirs = graphClient(/http:\S+/.exec(other.said)?.[0] ?? '');
  try {
    await sameCards(ours, theirs, { id, tenant });
    const ask = () => ours.post(BOARD, { id });
    const askOther = () => theirs.post(SAME_BOARD, { id, tenant });
    for (const warm of [ask, askOther])
      await throughput(warm, { concurrency: CONCURRENCY, ms: MS });
    const pairs: { graph: number; other: number }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const reference = await throughput(askOther, { concurrency: CONCURRENCY, ms: MS });
      const graph = await throughput(ask, { concurrency: CONCURRENCY, ms: MS });
      pairs.push({ graph, other: reference });
    }
    const ratio = median(pairs.map((pair) => pair.graph / pair.other));
    return [
      {
        what: `board of ${BOARD_CARDS} tasks with assignees against PostGraphile 5`,
        measured: `${ratio.toFixed(2)} ×`,
        target: `≥ ${TARGET} ×`,
        met: ratio >= TARGET,
        detail: `${Math.round(median(pairs.map((p) => p.graph)))}/s and ${Math.round(median(pairs.map((p) => p.other)))}/s, ${CONCURRENCY} at once`,
      },
    ];
  } finally {
    ours.close();
    theirs.close();
    await other.stop();
    await nexus.stop();
  }
}

/** Both answer with the same cards and people, or nothing is compared. */
async function sameCards(
  ours: GraphClient,
  theirs: GraphClient,
  variables: { id: string | undefined; tenant: string },
): Promise<void> {
  const ids = (text: string) => [...(text.match(/(tsk|usr|col|prj)_[0-9a-z]{26}/g) ?? [])];
  const mine = ids(await ours.post(BOARD, { id: variables.id }));
  const other = await theirs.post(SAME_BOARD, variables);
  const others = ids(other);
  const cards = mine.filter((id) => id.startsWith('tsk_'));
  if (cards.length !== BOARD_CARDS) throw new RangeError(`${cards.length} cards on the board`);
  if ([...mine].sort().join() !== [...others].sort().join())
    throw new RangeError(`The two boards differ: ${mine.length} ids and ${other.slice(0, 1000)}`);
}
