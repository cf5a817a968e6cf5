import { setTimeout as pause } from 'node:timers/promises';
import type { Figure } from '../../../scripts/bench/page.ts';
import { gateways } from '../gateways.ts';
import { bystanders } from '../graph/many.ts';
import { queries } from '../graph/queries.ts';
import { type Load, load } from '../lib/load.ts';
import { type Running, startGateway } from '../lib/start-gateway.ts';
import { World } from '../lib/world.ts';

const BYSTANDERS = 96;
const RELOADS = 4;

async function withRouter<T>(supergraph: string, use: (router: Running) => Promise<T>): Promise<T> {
  if (!gateways.nexus) throw new Error('Our own router is not among the gateways.');
  const running = await startGateway(gateways.nexus, supergraph);
  try {
    return await use(running);
  } finally {
    await running.child.stop();
  }
}

async function inWorld<T>(use: (world: World) => Promise<T>): Promise<T> {
  const world = await World.start();
  try {
    return await use(world);
  } finally {
    await world.stop();
  }
}

/** The same queries, once plans are cached, where the supergraph is a hundred times as large. */
export function growth(seconds: number): Promise<Figure[]> {
  return inWorld(async (world) => {
    console.error(`a supergraph of ${BYSTANDERS + 4} subgraphs …`);
    const few = world.supergraph();
    const many = world.supergraph([...world.subgraphs, ...bystanders(BYSTANDERS)]);
    const figures: Figure[] = [];
    for (const query of ['large', 'small'] as const) {
      const measured = async (supergraph: string) =>
        withRouter(supergraph, async ({ child, url }) => {
          await load(url, queries[query](), Math.min(seconds, 5));
          const before = child.cpuMs;
          const { requests, rps } = await load(url, queries[query](), seconds);
          return { rps, cpuMs: (child.cpuMs - before) / requests };
        });
      const small = await measured(few);
      const large = await measured(many);
      const share = large.rps / small.rps;
      figures.push({
        what: `${query}: throughput with 100 subgraphs and 5,000 types against 4 subgraphs`,
        measured: `${(share * 100).toFixed(0)} %`,
        target: '≥ 90 %',
        met: share >= 0.9,
        detail: `${large.rps.toFixed(0)}/s and ${small.rps.toFixed(0)}/s; ${((small.cpuMs / large.cpuMs) * 100).toFixed(0)} % by processor time`,
      });
    }
    return figures;
  });
}

/** Reloads while the load goes on. */
export function reload(): Promise<Figure[]> {
  return inWorld(async (world) => {
    const first = world.supergraph();
    const others = [
      world.supergraph([...world.subgraphs, ...bystanders(1)]),
      world.supergraph([...world.subgraphs, ...bystanders(2)]),
    ];
    const figures: Figure[] = [];
    for (const query of ['large', 'small'] as const) {
      console.error(`${query}: reload under load …`);
      const [calm, reloaded] = await withRouter(first, async ({ child, url }) => {
        const text = queries[query]();
        await load(url, text, 5);
        const undisturbed: Load = await load(url, text, RELOADS + 1);
        const disturbed = load(url, text, RELOADS + 1);
        for (let number = 0; number < RELOADS; number++) {
          await pause(1_000);
          const swapped = await child.message({ swap: others[number % others.length] });
          if (!swapped.ok) throw new Error(`Refused: ${JSON.stringify(swapped)}`);
        }
        return [undisturbed, await disturbed];
      });
      const share = reloaded.slowest / reloaded.p50;
      figures.push({
        what: `${query}: slowest request through ${RELOADS} reloads, against the median`,
        measured: `${share.toFixed(1)} ×`,
        target: '≤ 3 ×',
        met: share <= 3,
        detail: `slowest ${reloaded.slowest.toFixed(0)} ms, median ${reloaded.p50.toFixed(0)} ms, 50 connections; without a reload ${calm.slowest.toFixed(0)} and ${calm.p50.toFixed(0)} ms`,
      });
    }
    return figures;
  });
}
