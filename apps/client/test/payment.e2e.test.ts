import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { day } from '../../../host/test/support/calendar.js';
import { violationsOn } from '../../ui/test/support/axe-page.js';
import { hasBrowser, openBrowser, type Visitor, visit } from '../../ui/test/support/browser.js';
import { signInWith } from '../../ui/test/support/sign-in.js';
import { type ClientStage, openClientStage } from './support/client-stage.js';
import { untilFollowing } from './support/following.js';

const CARDS = {
  accepted: '4242 4242 4242 4242',
  confirmed: '4000 0000 0000 3220',
  insufficient: '4000 0000 0000 9995',
  declined: '4000 0000 0000 0002',
} as const;

let browser: Browser;
let stage: ClientStage;
let visitor: Visitor;
let page: Page;

(hasBrowser ? describe : describe.skip)('a client pays', () => {
  beforeAll(async () => {
    [browser, stage] = await Promise.all([openBrowser(), openClientStage()]);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await stage?.portals.close();
  });
  beforeEach(async () => {
    visitor = await visit(browser);
    page = visitor.page;
  });
  afterEach(() => visitor.close());

  it('an invoice that appears while they look: declined, then confirmed, then with a receipt', async () => {
    await enter('/client/invoices');
    await page.getByText('No invoice yet').waitFor();
    await live();
    await follows(1);
    const { number } = await stage.issue('1000.00');
    await page.getByRole('link', { name: number, exact: true }).waitFor();
    await page.getByRole('link', { name: `Pay ${number}` }).click();
    await page.getByRole('heading', { name: `Pay ${number}` }).waitFor();

    await fillCard(CARDS.insufficient);
    await payButton().click();
    await page.getByText('not enough money for this amount').waitFor();
    expect(await field('Card number').inputValue()).toBe(CARDS.insufficient);
    expect(await field('Name on the card').inputValue()).toBe('Clara Petersen');
    expect(await violationsOn(page)).toEqual([]);

    await field('Card number').fill(CARDS.confirmed);
    await payButton().click();
    await page.getByRole('heading', { name: 'Your bank asks' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    // Whoever comes back finds the question again.
    await page.reload();
    await page.getByRole('button', { name: 'No, refuse' }).click();
    await page.getByText('The payment was not confirmed').waitFor();
    await fillCard(CARDS.confirmed);
    await payButton().click();
    await page.getByRole('button', { name: 'Yes, confirm' }).click();
    await page.getByText(`were paid for ${number}`).waitFor();
    expect(await violationsOn(page)).toEqual([]);

    await page.getByRole('link', { name: 'Receipt' }).click();
    await page.getByRole('heading', { name: 'Receipt' }).waitFor();
    await page.getByText('Nordlicht GmbH').first().waitFor();
    await page.getByRole('link', { name: number }).click();
    await page.getByText('Paid', { exact: true }).first().waitFor();
    expect(await page.getByRole('link', { name: 'Receipt' }).count()).toBe(1);
    expect(visitor.complaints).toEqual([]);
  }, 120_000);

  it('once, however often they press, and over a reload whose answer was lost', async () => {
    const { id, number } = await stage.issue('50.00');
    await enter(`/client/invoices/${id}/pay`);
    await fillCard(CARDS.accepted);
    // The first answer never comes: nobody knows whether the money moved.
    const keys: string[] = [];
    let isLost = true;
    await page.route('**/graphql', async (route) => {
      const body = route.request().postData() ?? '';
      const [, key] = /"idempotencyKey":"([^"]+)"/.exec(body) ?? [];
      if (!key || !body.includes('tok_visa')) return route.continue();
      keys.push(key);
      if (!isLost) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await payButton().dblclick();
    await Promise.race([
      page.getByText('it is not paid twice').waitFor(),
      page.getByText(`were paid for ${number}`).waitFor(),
      page.getByText(`${number} is paid`).waitFor(),
    ]);
    isLost = false;
    await page.reload();
    await page.getByText(/were paid for|is paid/).waitFor();
    expect(new Set(keys).size).toBe(1);
    expect(await succeeded(id)).toBe(1);
  }, 120_000);

  it('and sees it at once when finance records the money', async () => {
    const { id, total } = await stage.issue('70.00');
    await enter(`/client/invoices/${id}/pay`);
    await field('Card number').waitFor();
    await follows(1);
    await stage.finance.do(
      'paymentRecord',
      {
        invoiceId: id,
        amount: { amount: total.amount, currency: total.currency },
        valueDate: day(),
        kind: 'BANK_TRANSFER',
        reference: 'Statement 7',
        idempotencyKey: crypto.randomUUID(),
      },
      'invoice { id }',
    );
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  }, 60_000);

  it('is told what is wrong with a card before anything is sent', async () => {
    const { id } = await stage.issue('20.00');
    await enter(`/client/invoices/${id}/pay`);
    await field('Card number').fill('4242 4242 4242 4241');
    await field('Expires').fill('01 / 20');
    await payButton().click();
    await page.getByText('This is no card number').waitFor();
    await page.getByText('a month that is not over').waitFor();
    await page.getByText('Please fill this in').first().waitFor();
    await field('Card number').fill('5555 5555 5555 4444');
    await page.getByText('takes only the test cards').waitFor();
    await page.getByRole('button', { name: `Use ${CARDS.declined}` }).click();
    await field('Name on the card').fill('Clara Petersen');
    await payButton().click();
    await page.getByText('Your bank declined the card').waitFor();
    expect(await succeeded(id)).toBe(0);
  }, 60_000);

  it('by the keyboard alone', async () => {
    const { number } = await stage.issue('30.00');
    await enter('/client/');
    await page.getByRole('link', { name: `Pay ${number}` }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await page.getByRole('heading', { name: 'Invoices' }).waitFor();
    await page.getByRole('link', { name: `Pay ${number}` }).focus();
    await page.keyboard.press('Enter');
    await tabTo('Card number');
    await page.keyboard.type(CARDS.confirmed.replaceAll(' ', ''));
    await page.keyboard.press('Tab');
    await page.keyboard.type('1234');
    await page.keyboard.press('Tab');
    await page.keyboard.type('123');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Clara Petersen');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Your bank asks' }).waitFor();
    expect(await focusedText()).toBe('Yes, confirm');
    await page.keyboard.press('Enter');
    await page.getByText(`were paid for ${number}`).waitFor();
  }, 60_000);

  it('signs in again in mid-form, and finds what was typed; nothing of the card is stored', async () => {
    const { id } = await stage.issue('40.00');
    await enter(`/client/invoices/${id}/pay`);
    await fillCard(CARDS.accepted);
    await live();
    await stage.clara.caller.do('sessionEnd', { others: true }, '__typename');
    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await dialog.waitFor();
    await dialog.getByLabel('Password').fill(stage.clara.password);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await field('Card number').inputValue()).toBe(CARDS.accepted);
    expect(await field('Security code').inputValue()).toBe('123');
    const stored = await page.evaluate(async () => {
      const databases = await indexedDB.databases();
      const kept = { ...localStorage, ...sessionStorage };
      return JSON.stringify([kept, databases]);
    });
    expect(stored.replaceAll(/[\s-]/g, '')).not.toContain(CARDS.accepted.replaceAll(' ', ''));
    await payButton().click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  }, 60_000);

  it('on a phone', async () => {
    const { id } = await stage.issue('60.00');
    await page.setViewportSize({ width: 360, height: 740 });
    await enter(`/client/invoices/${id}/pay`);
    await fillCard(CARDS.accepted);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    await payButton().click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  }, 60_000);
});

const enter = (path: string) => signInWith(page, stage.portals, stage.clara, path);
/** Beside the tenant's looks, which every page follows. */
const follows = (count: number) => untilFollowing(stage.portals.house.nexus.url, count + 1);
const live = () => page.getByRole('status').getByText('Live', { exact: true }).waitFor();
const field = (label: string) => page.getByLabel(label);
const payButton = () => page.getByRole('button', { name: /^Pay / });
const focusedText = () => page.evaluate(() => document.activeElement?.textContent);

async function fillCard(number: string): Promise<void> {
  await field('Card number').fill(number);
  await field('Expires').fill('1234');
  await field('Security code').fill('123');
  await field('Name on the card').fill('Clara Petersen');
}

/** As often as it takes, and no more than a page could need. */
async function tabTo(label: string): Promise<void> {
  await field(label).waitFor();
  for (let presses = 0; presses < 40; presses += 1) {
    if (await field(label).evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new RangeError(`Tab never comes to ${label}.`);
}

async function succeeded(id: string): Promise<number> {
  const { invoice } = await stage.finance.query<{
    invoice: { payments: { status: string }[] };
  }>('query ($id: ID!) { invoice(id: $id) { payments { status } } }', { id });
  return invoice.payments.filter(({ status }) => status === 'SUCCEEDED').length;
}
