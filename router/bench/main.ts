// npm run bench -w router [-- part … [gateway …]]: the router beside its peers, and by itself. Named parts are measured for
// a few seconds each and only printed; all of it is kept in docs/benchmarks.md.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Figure, figureTable, keep, machine } from '../../scripts/bench/page.ts';
import { gateways, type Sharing } from './gateways.ts';
import type { QueryName } from './graph/queries.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const QUICK_SECONDS = 3;
const SECONDS = 6;
const BEGIN = '<!-- router: written by `npm run bench -w router` -->';
const END = '<!-- end of router -->';

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

const QUERIES: readonly QueryName[] = ['large', 'small'];
const SHARING: readonly Sharing[] = ['apart', 'shared'];
const PARTS = ['in-process', 'fan-out', 'idle', 'growth', 'reload'] as const;
const NAMES: readonly string[] = [...QUERIES, ...SHARING, ...PARTS, ...Object.keys(gateways)];

const asked = process.argv.slice(2);
if (asked.some((name) => !NAMES.includes(name))) {
  console.error(`Name any of ${NAMES.join(', ')}.`);
  process.exit(1);
}
/** Those of `names` that were asked for; where none was, all or none of them. */
const chosen = <T extends string>(names: readonly T[], otherwise: boolean): readonly T[] => {
  const some = names.filter((name) => asked.includes(name));
  return some.length > 0 || !otherwise ? some : names;
};

installPeers();
// They stand on what was just installed.
const { measurePeers, peersFigures, peersTable } = await import('./parts/peers.ts');
const { inProcessAgainstHttp } = await import('./parts/in-process.ts');
const { fanOut, idleSubscribers } = await import('./parts/subscribers.ts');
const { growth, reload } = await import('./parts/supergraphs.ts');
const { World } = await import('./lib/world.ts');

const all = asked.length === 0;
const seconds = all ? SECONDS : QUICK_SECONDS;
const parts = chosen(PARTS, all);
const sections: string[] = [machine(versions())];
const figures: Figure[] = [];

const wanted = chosen(QUERIES, all);
if (wanted.length > 0) {
  const world = await World.start();
  try {
    const measured = await measurePeers(
      { world, seconds },
      {
        queries: wanted,
        gateways: chosen(Object.keys(gateways), true),
        sharing: chosen(SHARING, true),
      },
    );
    sections.push(peersTable(measured));
    figures.push(...peersFigures(measured));
  } finally {
    await world.stop();
  }
}
if (parts.includes('in-process')) figures.push(...(await inProcessAgainstHttp(seconds)));
if (parts.includes('fan-out')) figures.push(...(await fanOut(seconds)));
if (parts.includes('idle')) figures.push(...(await idleSubscribers()));
if (parts.includes('growth')) figures.push(...(await growth(seconds)));
if (parts.includes('reload')) figures.push(...(await reload()));
if (figures.length > 0) sections.push(figureTable(figures));

const text = sections.join('\n\n');
console.log(text);
if (all) await keep(text, BEGIN, END);
