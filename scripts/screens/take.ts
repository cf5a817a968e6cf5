// Takes the pictures of a Nexus that runs with the demo. Arguments: its address, the browser, a folder, and a part of
// the names of those wanted ('' for all). Run by scripts/screenshots.mjs.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type Known, openScreen, overflow, wear } from './open-screen.ts';
import { type Persona, SCREENS, type Screen } from './screens.ts';
import { type Credentials, signInAs } from './sign-in-as.ts';

const THEMES = ['dark', 'light'] as const;
const WIDTHS = [
  { suffix: '', viewport: { width: 1440, height: 900 }, isTaken: () => true },
  { suffix: '-phone', viewport: { width: 360, height: 760 }, isTaken: (s: Screen) => s.isMain },
];

const [, , url = '', browserPath = '', folder = '', only = ''] = process.argv;
const wanted = SCREENS.filter((screen) => nameOf(screen).includes(only));
const browser = await chromium.launch({
  executablePath: browserPath,
  args: ['--no-sandbox', '--hide-scrollbars', '--font-render-hinting=none'],
});
try {
  if (wanted.length === 0) throw new RangeError(`No screen is called ${only}.`);
  await mkdir(folder, { recursive: true });
  if (!only) await forgetOld();
  const people = await demoPeople();
  for (const width of WIDTHS) {
    for (const persona of new Set(wanted.map((screen) => screen.persona))) {
      const screens = wanted.filter(
        (screen) => screen.persona === persona && width.isTaken(screen),
      );
      if (screens.length > 0) await takeAll(browser, screens, width, people);
    }
  }
} catch (error) {
  say(messageOf(error));
  process.exitCode = 1;
} finally {
  await browser.close();
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function nameOf({ portal, name }: Screen): string {
  return portal === name ? name : `${portal}-${name}`;
}

/** All of one person at one width, in one session. */
async function takeAll(
  browser: Browser,
  screens: readonly Screen[],
  { suffix, viewport }: (typeof WIDTHS)[number],
  people: ReadonlyMap<Persona, Credentials>,
): Promise<void> {
  const context = await browser.newContext({
    ...{ viewport, locale: 'en-GB', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const persona = screens[0]?.persona;
  if (persona) await signInAs(page, url, credentialsOf(people, persona));
  const known: Known = new Map();
  for (const screen of screens) {
    try {
      await openScreen(page, screen, url, known);
    } catch (error) {
      // The others are taken all the same; what is wrong stands beside the last of them.
      say(`${nameOf(screen)}${suffix} did not appear: ${messageOf(error)}`);
      process.exitCode = 1;
      continue;
    }
    for (const theme of THEMES) {
      await wear(page, { theme, contrast: 'standard' });
      const name = `${nameOf(screen)}-${theme}${suffix}`;
      const bytes = await picture(page);
      await writeFile(join(folder, `${name}.webp`), bytes);
      const excess = (await overflow(page)) > 0 ? ', wider than its window' : '';
      say(`${name} (${Math.round(bytes.length / 1024)} kB${excess})`);
    }
  }
  await context.close();
}

function credentialsOf(people: ReadonlyMap<Persona, Credentials>, persona: Persona): Credentials {
  const found = people.get(persona);
  if (!found) throw new RangeError(`Nobody of the demo is its ${persona}.`);
  return found;
}

/** The window as WebP, which Playwright does not write and the browser does. */
async function picture(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
  await session.detach();
  return Buffer.from(data, 'base64');
}

/** Who is who; the demo tells it to whoever asks on the same machine. */
async function demoPeople(): Promise<ReadonlyMap<Persona, Credentials>> {
  const response = await fetch(`${url}/demo-sign-ins.json`).catch(() => undefined);
  if (!response) throw new RangeError(`Nobody answers at ${url}.`);
  if (!response.ok) throw new RangeError(`${url} does not run with the demo.`);
  const people = (await response.json()) as (Credentials & { readonly role: Persona })[];
  return new Map(people.map((person) => [person.role, person]));
}

/** A screen that is no more leaves no picture behind. */
async function forgetOld(): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.endsWith('.webp')) await rm(join(folder, name));
  }
}
