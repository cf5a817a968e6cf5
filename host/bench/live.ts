import { setTimeout as sleep } from 'node:timers/promises';
import { decodeCursor } from '@nexus/kit/events';
import type { Figure } from '../../scripts/bench/page.ts';
import { percentile } from '../../scripts/bench/statistics.ts';
import { signIn } from './lib/graph-client.ts';
import { atRate } from './lib/load.ts';
import { type RunningNexus, startNexus } from './lib/nexus.ts';
import { type Subscriber, subscribe } from './lib/subscriber.ts';
import type { Firm, World } from './world.ts';

const BOARDS = 100;
const SUBSCRIBERS = 5;
const PER_SECOND = 200;
const MS = 15_000;
const WARM_MS = 8_000;
const IDLE = 2_000;
const SETTLE_MS = 3_000;
const CHANGED = `subscription($id: ID!) { boardChanged(projectId: $id) { id sequence kind node { id title } } }`;
const UPDATE = `mutation($input: TaskUpdateInput!) { taskUpdate(input: $input) { task { id } errors { rule } } }`;

/** From commit to client over the federated subscription, and what a silent subscriber costs. */
export async function measureLive(world: World): Promise<Figure[]> {
  return [...(await latency(world)), await idleMemory(world)];
}

interface Heard {
  readonly sequence: string;
  readonly at: number;
}

async function latency(world: World): Promise<Figure[]> {
  const { large } = world;
  const nexus = await startNexus(world);
  const client = await nexus.client(large);
  const heard: Heard[] = [];
  let open: Subscriber[] = [];
  try {
    open = await subscribeAll(nexus, large, BOARDS * SUBSCRIBERS, (text) => {
      const at = performance.timeOrigin + performance.now();
      const sequence = /"sequence":"([0-9a-z]+)"/.exec(text)?.[1];
      if (sequence) heard.push({ sequence, at });
    });
    const tasks = await oneTaskPerBoard(world);
    let changes = 0;
    const change = (i: number) =>
      client.ask(UPDATE, {
        input: { id: tasks[i % tasks.length], title: `Changed for the ${++changes}th time` },
      });
    // Code is compiled and connections are opened by the first seconds of a load.
    await atRate(change, { perSecond: PER_SECOND, ms: WARM_MS });
    await sleep(SETTLE_MS);
    heard.length = 0;
    await atRate(change, { perSecond: PER_SECOND, ms: MS });
    await sleep(SETTLE_MS);
    const latencies = await sinceCommit(world, heard);
    const expected = ((PER_SECOND * MS) / 1000) * SUBSCRIBERS;
    const [p50, p99] = [percentile(latencies, 0.5), percentile(latencies, 0.99)];
    const detail = `${BOARDS} boards, ${SUBSCRIBERS} subscribers each, ${PER_SECOND} events/s: ${heard.length} of ${expected} deliveries`;
    const complete = heard.length === expected;
    return [
      {
        what: 'commit to client, median',
        measured: `${p50.toFixed(1)} ms`,
        target: '≤ 10 ms',
        met: complete && p50 <= 10,
        detail,
      },
      {
        what: 'commit to client, p99',
        measured: `${p99.toFixed(1)} ms`,
        target: '≤ 50 ms',
        met: complete && p99 <= 50,
        detail,
      },
    ];
  } finally {
    for (const subscriber of open) subscriber.close();
    client.close();
    await nexus.stop();
  }
}

async function idleMemory(world: World): Promise<Figure> {
  const nexus = await startNexus(world);
  let open: Subscriber[] = [];
  try {
    // The first ones bring code and caches into memory that all share.
    for (const subscriber of await subscribeAll(nexus, world.large, 100, () => {}))
      subscriber.close();
    await sleep(SETTLE_MS);
    const before = await nexus.process.call<NodeJS.MemoryUsage>('memory');
    open = await subscribeAll(nexus, world.large, IDLE, () => {});
    await sleep(SETTLE_MS);
    const after = await nexus.process.call<NodeJS.MemoryUsage>('memory');
    const each = (after.rss - before.rss) / IDLE / 1024;
    const heap = (after.heapUsed - before.heapUsed) / IDLE / 1024;
    return {
      what: 'memory per idle subscriber',
      measured: `${each.toFixed(1)} KiB`,
      target: '≤ 40 KiB',
      met: each <= 40,
      detail: `${IDLE} sockets with a subscription each; ${heap.toFixed(1)} KiB of it heap`,
    };
  } finally {
    for (const subscriber of open) subscriber.close();
    await nexus.stop();
  }
}

async function subscribeAll(
  nexus: RunningNexus,
  firm: Firm,
  count: number,
  onEvent: (text: string) => void,
): Promise<Subscriber[]> {
  const token = await signIn(nexus.url, firm.email, firm.password);
  const open: Subscriber[] = [];
  for (let i = 0; i < count; i += 20) {
    const some = Array.from({ length: Math.min(20, count - i) }, (_, n) => {
      const variables = { id: firm.projects[(i + n) % BOARDS]?.id };
      return subscribe(nexus.url, { token, query: CHANGED, variables }, onEvent);
    });
    open.push(...(await Promise.all(some)));
  }
  await sleep(SETTLE_MS);
  return open;
}

async function oneTaskPerBoard({ sql, large }: World): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `SELECT min(id) AS id FROM projects.task WHERE tenant_id = $1 GROUP BY project_id`,
    [large.tenantId],
  );
  return rows.map(({ id }) => id);
}

/**
 * How long after its commit each event was heard. The time of a commit is what PostgreSQL itself keeps of the
 * transaction, which a sequence names; it is taken before the flush to disk, which so counts as delay.
 */
async function sinceCommit({ sql }: World, heard: readonly Heard[]): Promise<number[]> {
  const xidOf = ({ sequence }: Heard) => String(decodeCursor(sequence)?.xid);
  const rows = await sql<{ xid: string; at: string }>(
    `SELECT xid, extract(epoch FROM pg_xact_commit_timestamp(xid::xid))::text AS at FROM unnest($1::text[]) AS xid`,
    [[...new Set(heard.map(xidOf))]],
  );
  const committed = new Map(rows.map(({ xid, at }) => [xid, Number(at) * 1000]));
  return heard.map((event) => event.at - (committed.get(xidOf(event)) ?? Number.NaN));
}
