import type { Figure } from '../../../scripts/bench/page.ts';
import { APOLLO, gateways, OURS, type Sharing } from '../gateways.ts';
import type { QueryName } from '../graph/queries.ts';
import type { World } from '../lib/world.ts';
import { type Measured, measure } from './measure.ts';

export interface PeersAsked {
  readonly queries: readonly QueryName[];
  readonly gateways: readonly string[];
  readonly sharing: readonly Sharing[];
}

/** Every query by every gateway, each on its own and with equal ones in flight shared. */
export async function measurePeers(
  bench: { world: World; seconds: number },
  asked: PeersAsked,
): Promise<Measured[]> {
  const all: Measured[] = [];
  for (const query of asked.queries) {
    let expected: unknown;
    for (const sharing of asked.sharing) {
      for (const name of asked.gateways) {
        const gateway = gateways[name];
        if (!gateway || (gateway.neverShares && sharing === 'shared')) continue;
        console.error(`${query}, ${sharing}: ${gateway.name} …`);
        const { measured, data } = await measure(gateway, query, sharing, bench, expected);
        expected ??= data;
        all.push(measured);
      }
    }
  }
  return all;
}

/** Everything that was measured, as Markdown. */
export function peersTable(measured: readonly Measured[]): string {
  const rows = measured.map((m) =>
    [
      m.query,
      m.sharing,
      m.gateway,
      m.rps.toFixed(0),
      m.p50.toFixed(0),
      m.p99.toFixed(0),
      m.cpuMs.toFixed(2),
      `${(m.busy * 100).toFixed(0)} %`,
      m.rssMiB.toFixed(0),
      `${m.subgraphRequests} (${m.subgraphRequestsUnderLoad.toFixed(2)})`,
      m.coldMs.toFixed(1),
    ].join(' | '),
  );
  return [
    '| query | equal ones in flight | gateway | requests/s | p50 ms | p99 ms | CPU ms per request | of its core | RSS MiB | subgraph requests (under load) | cold plan ms |',
    '|---|---|---|---|---|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

interface Target {
  readonly what: string;
  readonly query: QueryName;
  readonly sharing: Sharing;
  readonly limit: { readonly least: number } | { readonly most: number };
  readonly of: (ours: Measured, apollo: Measured | undefined, hives: readonly Measured[]) => number;
  /** Whom ours is measured against. */
  readonly against: 'apollo' | 'hives' | 'all' | 'none';
  /** The same by processor time, where it is a matter of speed. */
  readonly byCpu?: Target['of'];
  readonly madeOf?: (ours: Measured) => string;
}

const fastest = (peers: readonly (Measured | undefined)[]): number =>
  Math.max(...peers.map((peer) => peer?.rps ?? 0));
const least = (peers: readonly (Measured | undefined)[], of: 'p99' | 'rssMiB' | 'cpuMs'): number =>
  Math.min(...peers.map((peer) => peer?.[of] ?? Number.POSITIVE_INFINITY));

const TARGETS: readonly Target[] = [
  {
    what: 'throughput against @apollo/gateway',
    ...{ query: 'large', sharing: 'apart', limit: { least: 5 }, against: 'apollo' },
    of: (ours, apollo) => ours.rps / fastest([apollo]),
    byCpu: (ours, apollo) => least([apollo], 'cpuMs') / ours.cpuMs,
  },
  {
    what: 'throughput against the fastest Hive mode',
    ...{ query: 'large', sharing: 'apart', limit: { least: 2.5 }, against: 'hives' },
    of: (ours, _apollo, hives) => ours.rps / fastest(hives),
    byCpu: (ours, _apollo, hives) => least(hives, 'cpuMs') / ours.cpuMs,
  },
  {
    what: 'throughput against the fastest peer',
    ...{ query: 'small', sharing: 'apart', limit: { least: 4 }, against: 'all' },
    of: (ours, apollo, hives) => ours.rps / fastest([apollo, ...hives]),
    byCpu: (ours, apollo, hives) => least([apollo, ...hives], 'cpuMs') / ours.cpuMs,
  },
  {
    what: 'throughput against the fastest Hive mode, equal ones in flight shared by all',
    ...{ query: 'large', sharing: 'shared', limit: { least: 1.5 }, against: 'hives' },
    of: (ours, _apollo, hives) => ours.rps / fastest(hives),
    byCpu: (ours, _apollo, hives) => least(hives, 'cpuMs') / ours.cpuMs,
  },
  {
    what: 'throughput against the fastest Hive mode, equal ones in flight shared by all',
    ...{ query: 'small', sharing: 'shared', limit: { least: 1.5 }, against: 'hives' },
    of: (ours, _apollo, hives) => ours.rps / fastest(hives),
    byCpu: (ours, _apollo, hives) => least(hives, 'cpuMs') / ours.cpuMs,
  },
  {
    what: 'p99 against the better Hive mode',
    ...{ query: 'large', sharing: 'apart', limit: { most: 0.3 }, against: 'hives' },
    of: (ours, _apollo, hives) => ours.p99 / least(hives, 'p99'),
  },
  {
    what: 'memory against the smaller Hive mode',
    ...{ query: 'large', sharing: 'apart', limit: { most: 0.5 }, against: 'hives' },
    of: (ours, _apollo, hives) => ours.rssMiB / least(hives, 'rssMiB'),
  },
  {
    what: 'cold plan, ms',
    ...{ query: 'large', sharing: 'apart', limit: { most: 5 }, against: 'none' },
    of: (ours) => ours.coldMs,
    madeOf: ({ planMs = Number.NaN }) =>
      `of it ${planMs.toFixed(1)} ms planning and compiling the plan, by the router's own \`Server-Timing\`; the rest is reading, validating and executing what was never seen`,
  },
  {
    what: 'subgraph requests',
    ...{ query: 'large', sharing: 'apart', limit: { most: 9 }, against: 'none' },
    of: (ours) => ours.subgraphRequests,
  },
];

/** What was wanted of us beside the peers, where all that it takes was measured. */
export function peersFigures(measured: readonly Measured[]): Figure[] {
  return TARGETS.flatMap(({ what, query, sharing, limit, against, of, byCpu, madeOf }) => {
    const rows = measured.filter((m) => m.query === query && m.sharing === sharing);
    const ours = rows.find(({ gateway }) => gateway === OURS);
    const apollo = rows.find(({ gateway }) => gateway === APOLLO);
    const hives = rows.filter(({ gateway }) => gateway !== OURS && gateway !== APOLLO);
    const lacksApollo = !apollo && (against === 'apollo' || against === 'all');
    const lacksHives = hives.length === 0 && (against === 'hives' || against === 'all');
    if (!ours || lacksApollo || lacksHives) return [];
    const value = of(ours, apollo, hives);
    return [
      {
        what: `${query}: ${what}`,
        measured: value.toFixed(2),
        target: 'least' in limit ? `≥ ${limit.least}` : `≤ ${limit.most}`,
        met: 'least' in limit ? value >= limit.least : value <= limit.most,
        detail: byCpu
          ? `${byCpu(ours, apollo, hives).toFixed(2)} by processor time`
          : (madeOf?.(ours) ?? ''),
      },
    ];
  });
}
