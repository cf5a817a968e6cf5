import { setTimeout as sleep } from 'node:timers/promises';
import { executablePath } from '../../../../router/test/support/browser.ts';
import type { Figure } from '../../../../scripts/bench/page.ts';
import { median } from '../../../../scripts/bench/statistics.ts';
import {
  CATEGORIES,
  type Category,
  type LaunchedChromium,
  launchChromium,
  type Report,
  visitOnce,
} from '../lib/lighthouse.ts';
import type { DemoNexus } from '../lib/nexus.ts';
import { signInAt } from '../lib/person.ts';
import { type MeasuredPage, pagesOf } from '../pages.ts';

const TARGETS: Readonly<Record<Category, number>> = {
  performance: 95,
  accessibility: 100,
  'best-practices': 95,
};
const FIRST_LOAD_BYTES = 180_000;
const ATTEMPTS = 3;
/** A machine that is too busy for five visits in this time makes fewer of them, and the table says so. */
const PAGE_MS = 45_000;
const FEWEST = 3;
const AUDITS = {
  fcp: 'first-contentful-paint',
  lcp: 'largest-contentful-paint',
  tbt: 'total-blocking-time',
  cls: 'cumulative-layout-shift',
} as const;

/** Medians of one page's runs. Scores of 100, milliseconds, bytes as sent. */
interface PageFigures extends Readonly<Record<keyof typeof AUDITS, number>> {
  readonly page: MeasuredPage;
  readonly scores: Readonly<Record<Category, number>>;
  readonly scriptBytes: number;
  readonly scripts: number;
  readonly visits: number;
}

/**
 * Every main page, each visited so often by somebody who is signed in. What hangs on no clock (accessibility, best
 * practices) is looked at in the first visit alone.
 */
export async function measurePages(
  nexus: DemoNexus,
  { runs, say }: { readonly runs: number; readonly say: (sentence: string) => void },
): Promise<{ table: string; figures: Figure[] }> {
  const all: PageFigures[] = [];
  const pages = await pagesOf(nexus);
  for (const role of new Set(pages.map((page) => page.role))) {
    const ownPages = pages.filter((page) => page.role === role);
    const browser = await launchChromium(executablePath ?? 'chromium');
    try {
      if (role) await signInAt(browser.port, nexus, { role, path: ownPages[0]?.path ?? '/' });
      for (const page of ownPages) {
        say(`Lighthouse: ${page.name} …`);
        all.push(await measurePage(browser, nexus, page, runs));
      }
    } finally {
      browser.kill();
    }
  }
  return { table: tableOf(all), figures: figuresOf(all) };
}

async function measurePage(
  browser: LaunchedChromium,
  { url }: DemoNexus,
  page: MeasuredPage,
  runs: number,
): Promise<PageFigures> {
  const reports: Report[] = [];
  const begun = performance.now();
  const hasTime = () => reports.length < FEWEST || performance.now() - begun < PAGE_MS;
  while (reports.length < runs && hasTime()) {
    const categories = reports.length === 0 ? CATEGORIES : CATEGORIES.slice(0, 1);
    reports.push(await visitAtLast(browser, url + page.path, categories));
  }
  const scoreOf = (category: Category): number => {
    const scores = reports.flatMap(({ categories }) => categories[category]?.score ?? []);
    return Math.round(median(scores) * 100);
  };
  const numberOf = (audit: string): number =>
    median(reports.map(({ audits }) => audits[audit]?.numericValue ?? Number.NaN));
  const scripts = reports.map(({ audits }) =>
    (audits['network-requests']?.details?.items ?? []).filter(
      ({ resourceType }) => resourceType === 'Script',
    ),
  );
  return {
    page,
    scores: {
      performance: scoreOf('performance'),
      accessibility: scoreOf('accessibility'),
      'best-practices': scoreOf('best-practices'),
    },
    scriptBytes: median(
      scripts.map((files) => files.reduce((sum, file) => sum + (file.transferSize ?? 0), 0)),
    ),
    scripts: median(scripts.map((files) => files.length)),
    visits: reports.length,
    fcp: numberOf(AUDITS.fcp),
    lcp: numberOf(AUDITS.lcp),
    tbt: numberOf(AUDITS.tbt),
    cls: numberOf(AUDITS.cls),
  };
}

/** A machine that is busy with something else may let a visit pass without a paint: it is made again then. */
async function visitAtLast(
  browser: LaunchedChromium,
  url: string,
  categories: readonly Category[],
): Promise<Report> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await visitOnce(browser, url, categories);
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await sleep(1_000);
    }
  }
}

const kB = (bytes: number): string => (bytes / 1000).toFixed(0);

function tableOf(all: readonly PageFigures[]): string {
  const rows = all.map(({ page, scores, fcp, lcp, tbt, cls, scriptBytes, scripts }) =>
    [
      page.name,
      ...CATEGORIES.map((category) => scores[category]),
      ...[fcp, lcp, tbt].map((ms) => ms.toFixed(0)),
      cls.toFixed(3),
      kB(scriptBytes),
      scripts,
    ].join(' | '),
  );
  return [
    '| page | performance | accessibility | best practices | first paint ms | largest paint ms | blocked ms | layout shift | JavaScript kB | files |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

function figuresOf(all: readonly PageFigures[]): Figure[] {
  const visits = Math.min(...all.map((one) => one.visits));
  const scores = CATEGORIES.map((category): Figure => {
    const worst = all.reduce((a, b) => (b.scores[category] < a.scores[category] ? b : a));
    const score = worst.scores[category];
    const missing = all.filter((one) => one.scores[category] < TARGETS[category]).length;
    return {
      what: `Lighthouse, ${category.replace('-', ' ')}: the worst page`,
      measured: String(score),
      target: `≥ ${TARGETS[category]}`,
      met: missing === 0,
      detail: `${worst.page.name}; ${all.length - missing} of ${all.length} pages reach it, ${category === 'performance' ? `medians of ${visits}` : 'one visit each'}`,
    };
  });
  const largest = all.reduce((a, b) => (b.scriptBytes > a.scriptBytes ? b : a));
  const within = all.filter(({ scriptBytes }) => scriptBytes <= FIRST_LOAD_BYTES).length;
  return [
    ...scores,
    {
      what: 'JavaScript of a first visit, as sent: the largest page',
      measured: `${kB(largest.scriptBytes)} kB`,
      target: `≤ ${kB(FIRST_LOAD_BYTES)} kB`,
      met: within === all.length,
      detail: `${largest.page.name}, ${largest.scripts} files with their headers; ${within} of ${all.length} pages keep to it`,
    },
  ];
}
