import type { Locator, Page } from 'playwright-core';
import type { Screen, Sight } from './screens.ts';

/** Addresses that were found already: the demo of one Nexus stays where it is. */
export type Known = Map<string, string>;

/** Two of the four: each with and without more contrast. */
export interface Look {
  readonly theme: 'dark' | 'light';
  readonly contrast: 'standard' | 'more';
}

/** Fonts are there, nothing that ends is still moving, and what came last is painted. */
const PAINTED = `(async () => {
  await document.fonts.ready;
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  const moving = () => document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity && one.playState === 'running');
  // What inherits a colour begins to move when what it inherits from has come to rest.
  for (let some = moving(); some.length > 0; some = moving()) {
    await Promise.allSettled(some.map((one) => one.finished));
    await frame();
  }
  await frame();
})()`;

/** Longer than anything takes that is not broken, on a machine that does other things too. */
const PATIENCE_MS = 30_000;

/**
 * Brings a page to a screen and waits until nothing is still to come. @param base `http://localhost:4000`
 * @throws an error of Playwright that names what did not appear
 */
export async function openScreen(
  page: Page,
  screen: Screen,
  base: string,
  known: Known,
): Promise<void> {
  page.setDefaultTimeout(PATIENCE_MS);
  for (const [name, place] of Object.entries(screen.places ?? {})) {
    if (known.has(name)) continue;
    await page.goto(base + filled(place.at, known));
    const link = page.locator(`main a[href*="${place.link}"]`).first();
    await link.waitFor();
    known.set(name, (await link.getAttribute('href')) ?? '');
  }
  await page.goto(base + filled(screen.path, known));
  for (const sight of screen.press ?? []) await locate(page, sight).click();
  await locate(page, screen.shows).waitFor();
  await settled(page);
}

/** Shows the page in another look, as the account menu would. */
export async function wear(page: Page, { theme, contrast }: Look): Promise<void> {
  await page.evaluate(
    `Object.assign(document.documentElement.dataset, ${JSON.stringify({ theme, contrast })})`,
  );
  await settled(page);
}

/** By how many pixels a page is wider than its window. */
export async function overflow(page: Page): Promise<number> {
  const wide: unknown = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  return Number(wide);
}

/** All has come: data, fonts, colours of a brand, and the frame that paints them. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('[role="status"][aria-busy]').first().waitFor({ state: 'detached' });
  await page.evaluate(PAINTED);
}

function locate(page: Page, { role, name }: Sight): Locator {
  return page.getByRole(role, { name }).first();
}

function filled(path: string, known: Known): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const address = known.get(name);
    if (address === undefined) throw new RangeError(`No place of a screen is called ${name}.`);
    return address;
  });
}
