// npm run bench [name …]: measures what the house promises and keeps the table in docs/benchmarks.md.

import { type Figure, figureTable, keep, machine } from '../../scripts/bench/page.ts';
import { measureBoard } from './board.ts';
import { measureGrowth } from './growth.ts';
import { measureLive } from './live.ts';
import { measureMutation } from './mutation.ts';
import { measureUpkeep } from './upkeep.ts';
import { createWorld, type World } from './world.ts';

const BEGIN = '<!-- results: written by `npm run bench` -->';
const END = '<!-- end of results -->';
const MEASUREMENTS: Readonly<Record<string, (world: World) => Promise<Figure[]>>> = {
  mutation: measureMutation,
  board: measureBoard,
  growth: measureGrowth,
  live: measureLive,
  upkeep: measureUpkeep,
};

const say = (sentence: string): void => console.error(sentence);
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in MEASUREMENTS));
if (unknown.length > 0) {
  console.error(`Measure one of ${Object.keys(MEASUREMENTS).join(', ')}, or all.`);
  process.exit(1);
}
const tasks = Number(process.env.BENCH_TASKS ?? 100_000);
const world = await createWorld({ tasks, say });
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void world.close().finally(() => process.exit(1)));
}
try {
  const figures: Figure[] = [];
  for (const [name, measure] of Object.entries(MEASUREMENTS)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    say(`Measuring ${name} …`);
    figures.push(...(await measure(world)));
  }
  const results = `${machine(`PostgreSQL ${world.postgres.version}`)}\n\n${figureTable(figures)}`;
  console.log(results);
  if (asked.length === 0) await keep(results, BEGIN, END);
} finally {
  await world.close();
}
