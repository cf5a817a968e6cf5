// npm run bench:web [-- part …]: the portals in a browser. Named parts are measured quickly and only printed; all of it is
// kept in docs/benchmarks.md. NEXUS_URL: a Nexus with the demo that runs already, which gets a project more.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../../../router/test/support/browser.ts';
import { type Figure, figureTable, keep, machine } from '../../../scripts/bench/page.ts';
import { newLargeBoard } from './lib/large-board.ts';
import { type DemoNexus, demoNexus } from './lib/nexus.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const BEGIN = '<!-- web: written by `npm run bench:web` -->';
const END = '<!-- end of web -->';
const RUNS = 5;
const PARTS = ['lighthouse', 'drag', 'interactions', 'live'] as const;

const say = (sentence: string): void => console.error(sentence);
const asked = process.argv.slice(2);
if (asked.some((name) => !(PARTS as readonly string[]).includes(name))) {
  console.error(`Name any of ${PARTS.join(', ')}.`);
  process.exit(1);
}
const all = asked.length === 0;
const isWanted = (part: (typeof PARTS)[number]): boolean => all || asked.includes(part);

const closing: (() => Promise<void>)[] = [];
const close = async (): Promise<void> => {
  for (const end of closing.splice(0).reverse()) await end().catch(console.error);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void close().finally(() => process.exit(1)));
}

if (!existsSync(join(HERE, 'node_modules'))) {
  execFileSync('npm', ['ci', '--workspaces=false'], { cwd: HERE, stdio: 'inherit' });
}
// It stands on what was just installed.
const { measurePages } = await import('./parts/lighthouse.ts');
const { measureDrag } = await import('./parts/drag.ts');
const { measureInteractions } = await import('./parts/interactions.ts');
const { measureLive } = await import('./parts/live.ts');

try {
  say(process.env.NEXUS_URL ? 'Asking who is there …' : 'Starting a Nexus with the demo …');
  const nexus = await demoNexus(process.env.NEXUS_URL);
  closing.push(nexus.stop);
  const figures: Figure[] = [];
  const browser = await opened();
  const sections = [machine(`Lighthouse ${lighthouseVersion()}, Chromium ${browser.version()}`)];
  if (isWanted('lighthouse')) {
    const measured = await measurePages(nexus, { runs: all ? RUNS : 1, say });
    sections.push(measured.table);
    figures.push(...measured.figures);
  }
  if (PARTS.slice(1).some(isWanted)) figures.push(...(await onLargeBoard(nexus, browser)));
  const text = [...sections, figureTable(figures)].join('\n\n');
  console.log(text);
  if (all) await keep(text, BEGIN, END);
} finally {
  await close();
}

async function onLargeBoard(nexus: DemoNexus, browser: Browser): Promise<Figure[]> {
  say('Filling a board …');
  const manager = await nexus.as('manager');
  const path = await newLargeBoard(manager).finally(() => manager.close());
  const figures: Figure[] = [];
  if (isWanted('drag')) {
    say('Dragging …');
    figures.push(...(await measureDrag(browser, nexus, path)));
  }
  if (isWanted('interactions')) {
    say('Interacting …');
    figures.push(...(await measureInteractions(browser, nexus, path)));
  }
  if (isWanted('live')) {
    say('Looking on from another browser …');
    figures.push(...(await measureLive([browser, await opened()], nexus, path)));
  }
  return figures;
}

async function opened(): Promise<Browser> {
  const browser = await openBrowser();
  closing.push(() => browser.close());
  return browser;
}

function lighthouseVersion(): string {
  const manifest = join(HERE, 'node_modules', 'lighthouse', 'package.json');
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
}
