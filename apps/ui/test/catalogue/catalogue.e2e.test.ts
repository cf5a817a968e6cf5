import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { violationsOn } from '../support/axe-page.js';
import { hasBrowser, openBrowser } from '../support/browser.js';
import { serveCatalogue } from './served-catalogue.js';

const STORIES = readdirSync(join(import.meta.dirname, '../../catalogue/src/stories')).map((file) =>
  file.replace('.stories.tsx', ''),
);
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };
/** The dark theme is looked at always, the others when everything is. */
const OTHER_THEMES: readonly { readonly theme: string; readonly contrast?: string }[] =
  process.env.NEXUS_TEST_FULL === '1'
    ? [
        { theme: 'light' },
        { theme: 'dark', contrast: 'more' },
        { theme: 'light', contrast: 'more' },
      ]
    : [];

let browser: Browser;
let catalogue: Awaited<ReturnType<typeof serveCatalogue>>;
let page: Page;
let complaints: string[] = [];

(hasBrowser ? describe : describe.skip)('every story of the catalogue', () => {
  beforeAll(async () => {
    [catalogue, browser] = await Promise.all([serveCatalogue(), openBrowser()]);
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    page = await context.newPage();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
  });
  afterAll(async () => {
    await browser.close();
    catalogue.close();
  });

  const open = async (story: string, language = 'en') => {
    complaints = [];
    await page.goto(`${catalogue.url}?bare&story=${story}&language=${language}`);
    await page.locator('main').waitFor();
    await page.evaluate(() => document.fonts.ready);
  };
  /** How far the page reaches over its right edge, and what of it does. */
  const overflow = () =>
    page.evaluate(() => {
      const { scrollWidth } = document.documentElement;
      return scrollWidth <= innerWidth ? '' : `${scrollWidth - innerWidth} px too wide`;
    });

  it.each(STORIES)('%s: nothing for axe in any theme, no complaint, no overflow', async (story) => {
    await page.setViewportSize(WIDE);
    await open(story);
    expect(await violationsOn(page)).toEqual([]);
    expect(await overflow()).toBe('');
    for (const theme of OTHER_THEMES) {
      await page.evaluate(async ({ theme: name, contrast }) => {
        document.documentElement.dataset.theme = name;
        if (contrast) document.documentElement.dataset.contrast = contrast;
        // A colour on its way is neither the one before nor the one after.
        await new Promise(requestAnimationFrame);
        await Promise.all(document.getAnimations().map(({ finished }) => finished));
      }, theme);
      expect([theme, await violationsOn(page, ['color-contrast'])]).toEqual([theme, []]);
    }
    expect(complaints).toEqual([]);
  });

  it.each(STORIES)('%s: fits a phone, with longer texts, too', async (story) => {
    await page.setViewportSize(PHONE);
    await open(story);
    expect(await overflow()).toBe('');
    await open(story, 'pseudo');
    expect(await overflow()).toBe('');
    await page.setViewportSize(WIDE);
    expect(await overflow()).toBe('');
    expect(complaints).toEqual([]);
  });
});
