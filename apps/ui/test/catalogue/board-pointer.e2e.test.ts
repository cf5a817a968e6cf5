import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { hasBrowser, openBrowser } from '../support/browser.js';
import { serveCatalogue } from './served-catalogue.js';

let browser: Browser;
let catalogue: Awaited<ReturnType<typeof serveCatalogue>>;
let page: Page;

(hasBrowser ? describe : describe.skip)('a board in a browser', () => {
  beforeAll(async () => {
    [catalogue, browser] = await Promise.all([serveCatalogue(), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    catalogue.close();
  });
  beforeEach(async () => {
    await page?.context().close();
    page = await browser.newPage({ viewport: { width: 1600, height: 1300 } });
    await page.goto(`${catalogue.url}?bare&story=board`);
    await page.getByRole('article').first().waitFor();
  });

  const board = (name: string) => page.getByRole('region', { name, exact: true });
  const card = (name: string, on = 'Relaunch') =>
    board(on).getByRole('article', { name, exact: true });
  const cards = (column: string, on = 'Relaunch') =>
    board(on).getByRole('list', { name: column }).getByRole('article').allInnerTexts();
  const first = async (column: string, on = 'Relaunch') =>
    (await cards(column, on)).map((text) => text.split('\n')[0]);
  const middle = async (of: Locator) => {
    const box = await of.boundingBox();
    if (!box) throw new Error('It is not on the screen.');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, height: box.height };
  };
  const drag = async (from: Locator, to: { x: number; y: number }) => {
    const start = await middle(from);
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(start.x + 10, start.y + 10);
    await page.mouse.move(to.x, to.y, { steps: 8 });
  };

  it('moves a card by mouse between two others', async () => {
    const below = await middle(card('Review the contract 2'));
    await drag(card('Write the texts of the landing page 1'), {
      x: below.x,
      y: below.y + below.height / 2 - 4,
    });
    await page.mouse.up();
    expect(await first('In progress')).toEqual([
      'Review the contract 2',
      'Write the texts of the landing page 1',
      'Ask the client for the logo in a format that can be printed 7',
    ]);
    expect(await first('To do')).toEqual(['Review the contract 6']);
  });

  it('says why a column refuses it, while it is over it and when it is dropped', async () => {
    const archive = await middle(board('Relaunch').getByRole('list', { name: 'Archive' }));
    await drag(card('Review the contract 6'), { x: archive.x, y: archive.y + 40 });
    const reason = 'Only finished work goes to the archive.';
    await board('Relaunch').getByText(reason).waitFor();
    await page.mouse.up();
    await page.getByRole('listitem').filter({ hasText: reason }).waitFor();
    expect(await first('To do')).toEqual([
      'Write the texts of the landing page 1',
      'Review the contract 6',
    ]);
  });

  it('lets go on Escape', async () => {
    const done = await middle(card('Write the texts of the landing page 9'));
    await drag(card('Review the contract 6'), done);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await cards('Done')).toHaveLength(2);
  });

  it('carries a card by keys to the far end of a hundred', async () => {
    const name = 'Write the texts of the landing page 1';
    const everything = 'Everything';
    await card(name, everything).focus();
    await page.keyboard.press('Space');
    for (let step = 0; step < 99; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await card(name, everything).waitFor();
    const place = card(name, everything).locator('xpath=ancestor::li');
    expect(await place.getAttribute('aria-posinset')).toBe('100');
    expect(await card(name, everything).evaluate((node) => node === document.activeElement)).toBe(
      true,
    );
    // Of five hundred cards only those in sight are drawn.
    expect(await board(everything).getByRole('article').count()).toBeLessThan(100);
  });

  it('is moved by touch after a moment, and scrolled before it', async () => {
    const context = await browser.newContext({
      viewport: { width: 1600, height: 1300 },
      hasTouch: true,
    });
    page = await context.newPage();
    await page.goto(`${catalogue.url}?bare&story=board`);
    const start = await middle(card('Review the contract 6'));
    const target = await middle(card('Write the texts of the landing page 9'));
    const session = await context.newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
      });
    await touch('touchStart', start.x, start.y);
    // A finger that rests lifts the card; one that goes on at once scrolls.
    await page.waitForTimeout(400);
    for (let step = 1; step <= 8; step += 1) {
      await touch(
        'touchMove',
        start.x + ((target.x - start.x) * step) / 8,
        start.y + ((target.y - start.y) * step) / 8,
      );
    }
    await touch('touchEnd', target.x, target.y);
    await card('Review the contract 6').waitFor();
    expect(await first('Done')).toContain('Review the contract 6');
  });
});
