import { isDeepStrictEqual } from 'node:util';
import { median } from '../../../scripts/bench/statistics.ts';
import type { Gateway, Sharing } from '../gateways.ts';
import { type QueryName, queries } from '../graph/queries.ts';
import { ask, load, post } from '../lib/load.ts';
import { startGateway } from '../lib/start-gateway.ts';
import type { World } from '../lib/world.ts';

/** What one gateway did with one query. Milliseconds, MiB. */
export interface Measured {
  readonly gateway: string;
  readonly query: QueryName;
  readonly sharing: Sharing;
  readonly rps: number;
  readonly p50: number;
  readonly p99: number;
  /** Processor time of the gateway for one request: what the machine's other work does not change. */
  readonly cpuMs: number;
  /** How much of its core the gateway used; far below 1, something else was the limit. */
  readonly busy: number;
  readonly rssMiB: number;
  /** Of one request alone. */
  readonly subgraphRequests: number;
  /** For each client's request under load: below `subgraphRequests`, the gateway shares what is in flight. */
  readonly subgraphRequestsUnderLoad: number;
  /** What an operation costs that was never seen, beyond one that was. */
  readonly coldMs: number;
  /** How much of it is planning and compiling the plan, by the gateway's own `Server-Timing`; absent where it tells none. */
  readonly planMs?: number;
}

const COLD_RUNS = 11;
/** Who is told `Server-Timing` by our own router (`processes/router.ts`): the load is not. */
const TIMED = { 'graphql-client-name': 'timed' };
const SETTLE_MS = 1_000;

/**
 * Starts a gateway for one query, lets it get warm, and measures.
 * @throws where its answer differs from `expected`, or anything but success comes back under load
 */
export async function measure(
  gateway: Gateway,
  query: QueryName,
  sharing: Sharing,
  { world, seconds }: { world: World; seconds: number },
  expected: unknown,
): Promise<{ measured: Measured; data: unknown }> {
  const text = queries[query]();
  const { child, url } = await startGateway(gateway, world.supergraph(), sharing);
  try {
    const data = JSON.parse(await ask(url, text)).data;
    if (!data || (expected !== undefined && !isDeepStrictEqual(data, expected))) {
      throw new Error(`${gateway.name} answers the ${query} query otherwise.`);
    }
    await load(url, text, Math.min(seconds, 5));
    // The load generator leaves in the middle of its last requests.
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    await world.countRequests();
    await ask(url, text);
    const subgraphRequests = await world.countRequests();
    const before = child.cpuMs;
    const started = performance.now();
    const { requests, rps, p50, p99 } = await load(url, text, seconds);
    const cpu = child.cpuMs - before;
    const busy = cpu / (performance.now() - started);
    const subgraphRequestsUnderLoad = (await world.countRequests()) / requests;
    const rssMiB = child.rssMiB;
    const planning = await cold(url, query);
    const counted = { subgraphRequests, subgraphRequestsUnderLoad };
    const figures = { rps, p50, p99, cpuMs: cpu / requests, busy, rssMiB, ...planning };
    return { measured: { gateway: gateway.name, query, sharing, ...figures, ...counted }, data };
  } finally {
    await child.stop();
  }
}

async function cold(url: string, query: QueryName): Promise<Pick<Measured, 'coldMs' | 'planMs'>> {
  const planning: number[] = [];
  const unseen: number[] = [];
  const seen: number[] = [];
  const timed = async (text: string): Promise<{ ms: number; planMs: number | undefined }> => {
    const started = performance.now();
    const response = await post(url, text, TIMED);
    await response.text();
    const ms = performance.now() - started;
    return { ms, planMs: planMsOf(response.headers.get('server-timing')) };
  };
  for (let run = 0; run < COLD_RUNS; run++) {
    const text = queries[query](`cold${run}`);
    const { ms, planMs } = await timed(text);
    unseen.push(ms);
    if (planMs !== undefined) planning.push(planMs);
    await timed(text);
    seen.push((await timed(text)).ms);
  }
  const coldMs = median(unseen) - median(seen);
  return { coldMs, ...(planning.length > 0 && { planMs: median(planning) }) };
}

function planMsOf(serverTiming: string | null): number | undefined {
  const ms = /(?:^|, )plan;dur=([\d.]+)/.exec(serverTiming ?? '')?.[1];
  return ms === undefined ? undefined : Number(ms);
}
