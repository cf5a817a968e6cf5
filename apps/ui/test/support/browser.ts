import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const executablePath =
  process.env.NEXUS_TEST_CHROMIUM ??
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path));

/** Is there a browser? Where not, suites that need one are skipped, and say so. */
export const hasBrowser = executablePath !== undefined;
if (!hasBrowser) {
  process.stderr.write('\n*** SKIPPED: no chromium here; the portals are not tried in it. ***\n');
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: executablePath as string, args: FLAGS });
}

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'dark' | 'light';
  readonly contrast?: 'standard' | 'more';
  readonly density?: 'comfortable' | 'compact';
  readonly language?: 'en' | 'de';
}

/** A person's browser: its own cookies and storage. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Console errors and what was thrown; a good visit leaves none. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** Opens a browser of somebody who likes things to look so. */
export async function visit(browser: Browser, look: Look = {}): Promise<Visitor> {
  const { width = 1280, height = 800, language = 'en', ...appearance } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language === 'de' ? 'de-DE' : 'en-GB',
    reducedMotion: 'reduce',
  });
  await context.addInitScript((kept) => {
    // What the person changes afterwards stays changed. The frame of a PDF has no storage.
    const storage = localStorage as Storage | null;
    if (storage) storage['nexus:appearance'] ??= kept;
  }, JSON.stringify(appearance));
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { context, page, complaints, close: () => context.close() };
}
