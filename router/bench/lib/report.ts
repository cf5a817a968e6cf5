import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { QueryName } from '../graph/queries.ts';
import type { Measured } from '../measure.ts';

const PAGE = fileURLToPath(new URL('../../../docs/benchmarks.md', import.meta.url));
const BEGIN = '<!-- router: written by `npm run bench -w router` -->';
const END = '<!-- end of router -->';
const OURS = 'Nexus router';
const APOLLO = '@apollo/gateway';

/** All figures, and the targets met or missed, as Markdown. */
export function report(measured: readonly Measured[], versions: string): string {
  return [machine(versions), figures(measured), targets(measured)].join('\n\n');
}

/** Puts the report between its marks in `docs/benchmarks.md`; what stands around them is left alone. */
export async function keep(text: string): Promise<void> {
  const page = await readFile(PAGE, 'utf8');
  const [before] = page.split(BEGIN);
  const [, after = '\n'] = page.split(END);
  await writeFile(PAGE, `${before}${BEGIN}\n${text}\n${END}${after}`);
}

function figures(measured: readonly Measured[]): string {
  const rows = measured.map((m) =>
    [
      m.query,
      m.gateway,
      m.rps.toFixed(0),
      m.p50.toFixed(0),
      m.p99.toFixed(0),
      m.cpuMs.toFixed(2),
      `${(m.busy * 100).toFixed(0)} %`,
      m.rssMiB.toFixed(0),
      m.subgraphRequests,
      m.coldMs.toFixed(1),
    ].join(' | '),
  );
  return [
    '| query | gateway | requests/s | p50 ms | p99 ms | CPU ms per request | of its core | RSS MiB | subgraph requests | cold plan ms |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

interface Target {
  readonly what: string;
  readonly query: QueryName;
  readonly wanted: string;
  readonly got: (ours: Measured, apollo: Measured, hives: readonly Measured[]) => number;
  /** The same by processor time, where it is a matter of speed. */
  readonly byCpu?: (ours: Measured, apollo: Measured, hives: readonly Measured[]) => number;
  readonly met: (value: number) => boolean;
}

const atLeast = (limit: number) => (value: number) => value >= limit;
const atMost = (limit: number) => (value: number) => value <= limit;
const best = (peers: readonly Measured[]): number => Math.max(...peers.map(({ rps }) => rps));
const least = (peers: readonly Measured[], of: 'p99' | 'rssMiB' | 'cpuMs'): number =>
  Math.min(...peers.map((peer) => peer[of]));

const TARGETS: readonly Target[] = [
  {
    what: 'throughput against @apollo/gateway',
    query: 'large',
    wanted: '≥ 5',
    got: (ours, apollo) => ours.rps / apollo.rps,
    byCpu: (ours, apollo) => apollo.cpuMs / ours.cpuMs,
    met: atLeast(5),
  },
  {
    what: 'throughput against the fastest Hive mode',
    query: 'large',
    wanted: '≥ 2.5',
    got: (ours, _apollo, hives) => ours.rps / best(hives),
    byCpu: (ours, _apollo, hives) => least(hives, 'cpuMs') / ours.cpuMs,
    met: atLeast(2.5),
  },
  {
    what: 'throughput against the fastest peer',
    query: 'small',
    wanted: '≥ 4',
    got: (ours, apollo, hives) => ours.rps / best([apollo, ...hives]),
    byCpu: (ours, apollo, hives) => least([apollo, ...hives], 'cpuMs') / ours.cpuMs,
    met: atLeast(4),
  },
  {
    what: 'p99 against the better Hive mode',
    query: 'large',
    wanted: '≤ 0.3',
    got: (ours, _apollo, hives) => ours.p99 / least(hives, 'p99'),
    met: atMost(0.3),
  },
  {
    what: 'memory against the smaller Hive mode',
    query: 'large',
    wanted: '≤ 0.5',
    got: (ours, _apollo, hives) => ours.rssMiB / least(hives, 'rssMiB'),
    met: atMost(0.5),
  },
  {
    what: 'cold plan, ms',
    query: 'large',
    wanted: '≤ 5',
    got: (ours) => ours.coldMs,
    met: atMost(5),
  },
  {
    what: 'subgraph requests',
    query: 'large',
    wanted: '≤ 9',
    got: (ours) => ours.subgraphRequests,
    met: atMost(9),
  },
];

function targets(measured: readonly Measured[]): string {
  const rows = TARGETS.flatMap(({ what, query, wanted, got, byCpu, met }) => {
    const of = measured.filter((m) => m.query === query);
    const ours = of.find(({ gateway }) => gateway === OURS);
    const apollo = of.find(({ gateway }) => gateway === APOLLO);
    const hives = of.filter(({ gateway }) => gateway !== OURS && gateway !== APOLLO);
    if (!ours || !apollo || hives.length === 0) return [];
    const value = got(ours, apollo, hives);
    const cpu = byCpu ? byCpu(ours, apollo, hives).toFixed(2) : '';
    return [
      `| ${query}: ${what} | ${value.toFixed(2)} | ${cpu} | ${wanted} | ${met(value) ? 'yes' : '**no**'} |`,
    ];
  });
  return rows.length === 0
    ? ''
    : [
        '| what | measured | by processor time | target | met |',
        '|---|---|---|---|---|',
        ...rows,
      ].join('\n');
}

function machine(versions: string): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `Measured ${day} on ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${memory} GiB, Node ${process.versions.node}; ${versions}.`;
}
