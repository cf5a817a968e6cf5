// npm run bench -w router [-- large|small … [gateway …]]: the router beside its peers. Named parts are measured for a
// few seconds each and only printed; all of it is kept in docs/benchmarks.md.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gateways } from './gateways.ts';
import { type QueryName, queries } from './graph/queries.ts';
import { names, typeDefsOf } from './graph/subgraphs.ts';
import { OTHER_CORES, Pinned } from './lib/pinned.ts';
import { keep, report } from './lib/report.ts';
import { type Measured, measure } from './measure.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const QUICK_SECONDS = 3;
const SECONDS = 10;

function installPeers(): void {
  if (existsSync(join(HERE, 'node_modules'))) return;
  execFileSync('npm', ['ci', '--workspaces=false'], { cwd: HERE, stdio: 'inherit' });
}

function versions(): string {
  const peers = [
    '@apollo/gateway',
    '@apollo/server',
    '@graphql-hive/gateway',
    '@graphql-hive/router-runtime',
  ];
  return peers
    .map((name) => {
      const manifest = readFileSync(join(HERE, 'node_modules', name, 'package.json'), 'utf8');
      return `${name} ${JSON.parse(manifest).version}`;
    })
    .join(', ');
}

async function composeFor(urls: Readonly<Record<string, string>>, folder: string): Promise<string> {
  const { composeSubgraphs } = await import('../dist/compose/index.js');
  const composed = composeSubgraphs(
    names.map((name) => ({ name, typeDefs: typeDefsOf(name), url: urls[name] ?? '' })),
  );
  if (!composed.ok) throw new Error(composed.errors.map(({ message }) => message).join('\n'));
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, composed.supergraphSdl);
  return file;
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in queries) && !(name in gateways));
if (unknown.length > 0) {
  console.error(`Name any of ${[...Object.keys(queries), ...Object.keys(gateways)].join(', ')}.`);
  process.exit(1);
}
const chosen = (all: object): string[] => {
  const some = Object.keys(all).filter((name) => asked.includes(name));
  return some.length > 0 ? some : Object.keys(all);
};

installPeers();
const folder = mkdtempSync(join(tmpdir(), 'router-bench-'));
const subgraphs = new Pinned(
  OTHER_CORES,
  [process.execPath, join(HERE, 'processes/subgraphs.ts')],
  {},
);
try {
  const { ready } = await subgraphs.message();
  const bench = {
    supergraph: await composeFor(ready as Record<string, string>, folder),
    seconds: asked.length > 0 ? QUICK_SECONDS : SECONDS,
    countSubgraphRequests: async () => Number((await subgraphs.message({ count: true })).requests),
  };
  const measured: Measured[] = [];
  for (const query of chosen(queries) as QueryName[]) {
    let expected: unknown;
    for (const name of chosen(gateways)) {
      const gateway = gateways[name];
      if (!gateway) continue;
      console.error(`${query}: ${gateway.name} …`);
      const result = await measure(gateway, query, bench, expected);
      expected ??= result.data;
      measured.push(result.measured);
    }
  }
  const text = report(measured, versions());
  console.log(text);
  if (asked.length === 0) await keep(text);
} finally {
  await subgraphs.stop();
  rmSync(folder, { recursive: true });
}
