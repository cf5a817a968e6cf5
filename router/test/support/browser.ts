import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

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

/** The system's Chromium. */
export const executablePath =
  process.env.NEXUS_TEST_CHROMIUM ??
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path));

/** Is there a browser? Where not, suites that need one are skipped, and say so. */
export const hasBrowser = executablePath !== undefined;
if (!hasBrowser) {
  process.stderr.write(
    '\n*** SKIPPED: no chromium on this machine; nothing is tested in a browser. ***\n',
  );
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: executablePath as string, args: FLAGS });
}

export interface WatchedPage {
  readonly page: Page;
  /** What the page complained of: console errors, uncaught errors, what the content policy forbade, failed requests. */
  readonly complaints: string[];
  /** URLs that it asked for, WebSockets included. */
  readonly asked: string[];
}

/** A page of its own storage. */
export async function openPage(browser: Browser): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => asked.push(request.url()));
  page.on('websocket', (socket) => asked.push(socket.url()));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  return { page, complaints, asked };
}
