import { isDeepStrictEqual } from 'node:util';
import type { Gateway } from './gateways.ts';
import { type QueryName, queries } from './graph/queries.ts';
import { ask, load } from './lib/load.ts';
import { GATEWAY_CORES, Pinned } from './lib/pinned.ts';

/** What one gateway did with one query. Milliseconds, MiB. */
export interface Measured {
  readonly gateway: string;
  readonly query: QueryName;
  readonly rps: number;
  readonly p50: number;
  readonly p99: number;
  /** Processor time of the gateway for one request: what the machine's other work does not change. */
  readonly cpuMs: number;
  /** How much of its core the gateway used; far below 1, something else was the limit. */
  readonly busy: number;
  readonly rssMiB: number;
  readonly subgraphRequests: number;
  /** What an operation costs that was never seen, beyond one that was. */
  readonly coldMs: number;
}

export interface Bench {
  readonly supergraph: string;
  readonly seconds: number;
  readonly countSubgraphRequests: () => Promise<number>;
}

const COLD_RUNS = 11;
const SETTLE_MS = 1_000;
const START_MS = 60_000;
let nextPort = 24_100 + (process.pid % 500) * 8;

/**
 * Starts a gateway for one query, lets it get warm, and measures.
 * @throws where its answer differs from `expected`, or anything but success comes back under load
 */
export async function measure(
  gateway: Gateway,
  query: QueryName,
  bench: Bench,
  expected: unknown,
): Promise<{ measured: Measured; data: unknown }> {
  const port = nextPort++;
  const url = `http://127.0.0.1:${port}/graphql`;
  const text = queries[query]();
  const child = new Pinned(
    GATEWAY_CORES,
    gateway.command(bench.supergraph, port),
    gateway.env ?? {},
  );
  try {
    await reachable(url, child);
    const data = JSON.parse(await ask(url, text)).data;
    if (!data || (expected !== undefined && !isDeepStrictEqual(data, expected))) {
      throw new Error(`${gateway.name} answers the ${query} query otherwise.`);
    }
    await load(url, text, Math.min(bench.seconds, 5));
    // The load generator leaves in the middle of its last requests.
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    await bench.countSubgraphRequests();
    await ask(url, text);
    const subgraphRequests = await bench.countSubgraphRequests();
    const before = child.cpuMs;
    const started = performance.now();
    const { requests, rps, p50, p99 } = await load(url, text, bench.seconds);
    const cpu = child.cpuMs - before;
    const busy = cpu / (performance.now() - started);
    const rssMiB = child.rssMiB;
    const coldMs = await cold(url, query);
    const figures = { rps, p50, p99, cpuMs: cpu / requests, busy, rssMiB };
    const measured = { gateway: gateway.name, query, ...figures, subgraphRequests, coldMs };
    return { measured, data };
  } finally {
    await child.stop();
  }
}

async function reachable(url: string, child: Pinned): Promise<void> {
  const deadline = performance.now() + START_MS;
  while (child.running && performance.now() < deadline) {
    const answer = await ask(url, '{ __typename }').catch(() => undefined);
    if (answer?.includes('Query')) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`A gateway did not start: ${child.said}`);
}

async function cold(url: string, query: QueryName): Promise<number> {
  const timed = async (text: string): Promise<number> => {
    const started = performance.now();
    await ask(url, text);
    return performance.now() - started;
  };
  const unseen: number[] = [];
  const seen: number[] = [];
  for (let run = 0; run < COLD_RUNS; run++) {
    const text = queries[query](`cold${run}`);
    unseen.push(await timed(text));
    await timed(text);
    seen.push(await timed(text));
  }
  return median(unseen) - median(seen);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
