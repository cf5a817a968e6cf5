import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { demandControl, type Router } from '../../src/index.js';
import { hasBrowser, openBrowser, openPage, type WatchedPage } from '../../test/support/browser.js';
import { shopRouter } from '../../test/support/shop.js';
import { eventLog } from '../../test/support/shop-events.js';

const EVENTS = 'subscription Reviews { reviewAdded(upc: "p1") { sequence node { body } } }';

let browser: Browser;
let router: Router<string>;
let url: string;
let watched: WatchedPage;
let page: Page;
/** Credentials that the router was shown, newest last. */
const shown: unknown[] = [];

(hasBrowser ? describe : describe.skip)('the explorer', () => {
  beforeAll(async () => {
    browser = await openBrowser();
    router = await shopRouter({
      explorer: { path: '/tools/explorer' },
      explain: () => true,
      authentication: {
        async authenticate({ headers, connectionParams }) {
          shown.push(connectionParams?.authorization ?? headers.authorization);
          return { anonymous: true };
        },
      },
      plugins: [demandControl({ max: 10_000 })],
      contracts: { variants: { partner: { exclude: ['internal'], path: '/partner/graphql' } } },
    });
    ({ url } = await router.start({ port: 0 }));
  });
  afterAll(async () => {
    await browser.close();
    await router.close();
  });
  beforeEach(async () => {
    watched = await openPage(browser);
    page = watched.page;
    await page.goto(`${url}/tools/explorer`);
    await page.locator('.graphiql-query-editor .monaco-editor').waitFor();
  });
  afterEach(async () => {
    // The content policy held: nothing was asked of another origin, and nothing was forbidden.
    const { host } = new URL(url);
    const elsewhere = watched.asked.filter(
      (asked) => !/^(blob|data):/.test(asked) && new URL(asked).host !== host,
    );
    expect([watched.complaints, elsewhere]).toEqual([[], []]);
    await page.context().close();
  });

  it('runs a query, and shows what it cost apart from the answer', async () => {
    await run('query Products { products(first: 2) { upc name } }');
    await answers('"upc": "p1"');
    expect(await answer()).not.toContain('extensions');
    await page.getByRole('button', { name: 'Plan and cost' }).click();
    const pane = page.getByRole('region', { name: 'Plan and cost' });
    await pane.getByText('query Products').waitFor();
    const rows = await pane.locator('.insight-cost tr').allInnerTexts();
    expect(rows.map((row) => row.split(/\s+/).slice(0, 2))).toEqual([
      ['estimated', '10'],
      ['actual', '2'],
      ['allowed', '10,000'],
    ]);
  });

  it('shows how it was planned, and plans without running', async () => {
    await run('query Reviews { latestReviews { body product { ... on Book { name } } } }');
    await answers('"body"');
    await page.getByRole('button', { name: 'Plan and cost' }).click();
    const plan = page.getByRole('region', { name: 'Plan', exact: true });
    const fetches = () => plan.locator('.fetch summary').allTextContents();
    expect(await fetches()).toEqual([
      expect.stringMatching(/^reviews [\d.]+ ms$/),
      expect.stringMatching(/^products for latestReviews.@.product.\[Book\] [\d.]+ ms · 1 entity$/),
    ]);
    await plan.locator('.fetch summary').last().click();
    await plan.getByText('_entities').waitFor();

    await page
      .getByRole('combobox', { name: /^Plan/ })
      .selectOption({ label: 'alone, run nothing' });
    await page.getByRole('button', { name: 'Execute query' }).click();
    await answers('"data": null');
    expect(await fetches()).toEqual([
      'reviews not run',
      'products for latestReviews.@.product.[Book] not run',
    ]);
  });

  it.each([
    { label: 'WebSocket', path: /^ws:.*\/graphql$/ },
    { label: 'server-sent events', path: /^http:.*\/graphql$/ },
  ])('follows a subscription over $label', async ({ label, path }) => {
    await page.getByLabel('Subscriptions over').selectOption({ label });
    const before = watched.asked.length;
    await run(EVENTS);
    await page.getByText('Reviews: listening, 0 events').waitFor();
    await readers(1);
    eventLog.append('p1', 'r1');
    eventLog.append('p1', 'r2');
    await page.getByText('Reviews: listening, 2 events').waitFor();
    await answers(`"sequence": "${eventLog.length}"`);
    expect(watched.asked.slice(before)).toContainEqual(expect.stringMatching(path));
    await page.getByRole('button', { name: 'Plan and cost' }).click();
    await page.locator('.insight-cost').waitFor();
    // The first event told the plan; it stays.
    expect(await page.locator('.fetch summary').allTextContents()).toEqual([
      'reviews subscription for each event',
    ]);
    await page.getByRole('button', { name: 'Stop query' }).click();
    await page.getByText('Reviews: ended, 2 events').waitFor();
    await readers(0);
  });

  it('shows the credentials of the headers’ tab, over HTTP and WebSocket', async () => {
    await page.getByRole('button', { name: 'Headers' }).click();
    await page.locator('.graphiql-editor:not(.hidden) .monaco-editor').last().click();
    await page.keyboard.press('ControlOrMeta+A');
    // What begins with a brace the editor would close once more.
    await page.keyboard.insertText(' { "authorization": "Bearer of-the-tab" }');
    await run('query Kind { __typename }');
    await answers('"__typename": "Query"');
    expect(shown.at(-1)).toBe('Bearer of-the-tab');
    shown.length = 0;
    await run(EVENTS);
    await readers(1);
    expect(shown).toEqual(['Bearer of-the-tab']);
    await page.getByRole('button', { name: 'Stop query' }).click();
    await readers(0);
  });

  it('asks the contract that is chosen', async () => {
    await page
      .getByRole('combobox', { name: /^Graph/ })
      .selectOption({ label: 'partner · /partner/graphql' });
    await page.locator('.graphiql-query-editor .monaco-editor').waitFor();
    await run('query Kind { __typename }');
    await answers('"__typename": "Query"');
    expect(watched.asked).toContain(`${url}/partner/graphql`);
  });
});

async function run(query: string): Promise<void> {
  await page.locator('.graphiql-query-editor .monaco-editor').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(query);
  await page.getByRole('button', { name: 'Execute query' }).click();
}

/** What the pane of the answer shows; Monaco writes spaces that do not break. */
async function answer(): Promise<string> {
  const text = await page.locator('.result-window .view-lines').textContent();
  return (text ?? '').replaceAll('\u00a0', ' ');
}

async function answers(part: string): Promise<void> {
  await expectSoon(async () => (await answer()).includes(part));
}

const readers = (count: number) => expectSoon(async () => eventLog.readers === count);

async function expectSoon(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 25_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new TypeError(`Too late: ${condition}`);
    await page.waitForTimeout(20);
  }
}
