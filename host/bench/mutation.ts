import { randomUUID } from 'node:crypto';
import { encodeId } from '@nexus/kit/domain';
import pg from 'pg';
import type { Figure } from '../../scripts/bench/page.ts';
import { median } from '../../scripts/bench/statistics.ts';
import type { Statement } from './agent.ts';
import { throughput } from './lib/load.ts';
import { startNexus } from './lib/nexus.ts';
import type { World } from './world.ts';

const CREATE = `mutation($input: TaskCreateInput!) {
  taskCreate(input: $input) { task { id title } errors { rule } }
}`;
const ROUNDS = 5;
const MS = 3_000;
const TARGETS = new Map([
  [1, 0.5],
  [16, 0.3],
]);

type Replace = readonly (readonly [from: string, to: string])[];

/**
 * A mutation over HTTP through router, subgraph, event log and read models, against a script that sends the same
 * statements with parameters of the same shape, in the same transactions, as the same role, and nothing else.
 */
export async function measureMutation(world: World): Promise<Figure[]> {
  const nexus = await startNexus(world);
  const client = await nexus.client(world.large);
  const projects = world.large.projects.slice(10, 60);
  const create = (i: number): Promise<string> => {
    const projectId = projects[i % projects.length]?.id;
    return client.post(CREATE, { input: { projectId, title: `Measured ${i}` } });
  };
  try {
    for (let i = 0; i < 300; i++) await create(i);
    await nexus.process.call('record');
    const answer = JSON.parse(await create(0)) as {
      data: { taskCreate: { task: { id: string } } };
    };
    const statements = await nexus.process.call<Statement[]>('recordedWrite');
    const bare = bareScript(world, statements, answer.data.taskCreate.task.id);
    try {
      const figures: Figure[] = [];
      for (const [concurrency, target] of TARGETS) {
        const pairs: { graph: number; script: number }[] = [];
        for (let round = 0; round < ROUNDS; round++) {
          const script = await throughput(bare.run, { concurrency, ms: MS });
          const graph = await throughput(create, { concurrency, ms: MS });
          pairs.push({ graph, script });
        }
        const ratio = median(pairs.map(({ graph, script }) => graph / script));
        const [graph, script] = [
          median(pairs.map((p) => p.graph)),
          median(pairs.map((p) => p.script)),
        ];
        figures.push({
          what: `taskCreate against bare pg, ${concurrency} at once`,
          measured: `${Math.round(ratio * 100)} %`,
          target: `≥ ${target * 100} %`,
          met: ratio >= target,
          detail: `${Math.round(graph)}/s and ${Math.round(script)}/s, ${statements.length} statements each`,
        });
      }
      return figures;
    } finally {
      await bare.close();
    }
  } finally {
    client.close();
    await nexus.stop();
  }
}

interface BareScript {
  run(): Promise<void>;
  close(): Promise<void>;
}

/** Sends what was recorded with fresh ids each time, so that each run writes rows of its own. */
function bareScript(
  { urls, large }: World,
  statements: readonly Statement[],
  taskId: string,
): BareScript {
  const pool = new pg.Pool({ connectionString: urls.app, max: 16 });
  pool.on('error', () => {});
  const all = JSON.stringify(statements.map(({ values }) => values));
  const [project] = large.projects.filter(({ id }) => all.includes(id));
  const number = /"([A-Z0-9-]+-\d+)\\?"/.exec(all.slice(all.indexOf('number')))?.[1];
  const uuids = [...new Set(all.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))].filter(
    (uuid) => uuid !== large.tenantId,
  );
  if (!project || !number) throw new RangeError('The recorded mutation has no project or number');
  const others = large.projects.slice(10, 60);
  const columns = project.columns.map(({ id }) => id);
  let runs = 0;
  const fresh = (): Replace => {
    const i = runs++;
    const other = others[i % others.length] ?? project;
    return [
      [taskId, encodeId('Task', randomUUID())],
      [number, `BARE-${i}`],
      [project.id, other.id],
      ...columns.map((id, c) => [id, other.columns[c]?.id ?? id] as const),
      ...uuids.map((uuid) => [uuid, randomUUID()] as const),
    ];
  };
  return {
    async run() {
      const replace = fresh();
      const client = await pool.connect();
      try {
        for (const { text, values, name } of statements) {
          if (!values) await client.query(text);
          else
            await client.query({
              text,
              values: values.map((value) => put(value, replace)),
              ...(name && { name }),
            });
        }
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}

function put(value: unknown, replace: Replace): unknown {
  if (typeof value === 'string') {
    let text = value;
    for (const [from, to] of replace) if (text.includes(from)) text = text.replaceAll(from, to);
    return text;
  }
  return Array.isArray(value) ? value.map((item) => put(item, replace)) : value;
}
