import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { newClient } from '../../../host/test/support/work.js';
import { violationsOn } from '../../ui/test/support/axe-page.js';
import { hasBrowser, openBrowser, type Visitor, visit } from '../../ui/test/support/browser.js';
import { openPortals, type PortalHouse } from '../../ui/test/support/nexus.js';
import { signIn } from '../../ui/test/support/sign-in.js';

/** A Nexus and a browser take their time on a busy machine. */
const START_MS = 180_000;

let browser: Browser;
let portals: PortalHouse;
let clientId: string;
let visitor: Visitor;
let page: Page;

(hasBrowser ? describe : describe.skip)('the health of the house', () => {
  beforeAll(async () => {
    [browser, portals] = await Promise.all([openBrowser(), openPortals('admin', 'employee')]);
    clientId = await newClient(await portals.house.as('admin'), 'Watched Ltd');
  }, START_MS);
  afterAll(async () => {
    await browser?.close();
    await portals?.close();
  });
  beforeEach(async () => {
    visitor = await visit(browser);
    page = visitor.page;
  });
  afterEach(() => visitor.close());

  it('is the first page of an administrator, and says that all is well', async () => {
    await signIn(page, portals, 'admin', '/admin/');
    await page.waitForURL(/\/admin\/health$/);
    await page.getByText('Everything is well').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('table', { name: 'What follows the log' }).waitFor();
    await page.getByText('billing.open-accounts').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });

  it('shows an event that was put aside; replayed it is gone', async () => {
    await signIn(page, portals, 'admin', '/admin/health');
    await page.getByText('Everything is well').waitFor();
    await park();
    const problem = page.getByText('billing.open-accounts put one event aside');
    await problem.waitFor();
    await page.getByText('Watched Ltd').waitFor();
    await page.getByText('it was broken').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Replay crm.ClientCreated' }).click();
    await page.getByText('The event had its effect now').waitFor();
    await page.getByText('Everything is well').waitFor();
    expect(await problem.count()).toBe(0);
  });

  it('says how old it is while the server does not answer, and recovers by itself', async () => {
    await signIn(page, portals, 'admin', '/admin/health');
    await page.getByText('Everything is well').waitFor();
    await page.getByText(/^Looked at/).waitFor();
    await page.route('**/graphql', (route) => route.abort());
    const notice = page.getByText(/The server does not answer, so this is how it was/);
    await notice.waitFor();
    await page.getByText('Everything is well').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.unroute('**/graphql');
    await notice.waitFor({ state: 'detached' });
    await park();
    await page.getByText('billing.open-accounts put one event aside').waitFor();
    await page.getByRole('button', { name: 'Replay crm.ClientCreated' }).click();
    await page.getByText('Everything is well').waitFor();
  });

  it('skips one with a reason only', async () => {
    await park();
    await signIn(page, portals, 'admin', '/admin/health');
    await page.getByRole('button', { name: 'Skip … crm.ClientCreated' }).click();
    const dialog = page.getByRole('dialog', { name: 'Skip this event?' });
    await dialog.getByRole('button', { name: 'Skip event' }).click();
    await dialog.getByText('Please fill this in.').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await dialog.getByLabel('Why').fill('It was made up for a test');
    await dialog.getByRole('button', { name: 'Skip event' }).click();
    await page.getByText('Everything is well').waitFor();
  });

  it('is reached and operated by the keyboard alone', async () => {
    await park();
    await signIn(page, portals, 'admin', '/admin/people');
    await page.getByRole('heading', { name: 'People and roles' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    const replay = page.getByRole('button', { name: 'Replay crm.ClientCreated' });
    await replay.waitFor();
    for (let presses = 0; presses < 40; presses += 1) {
      if (await replay.evaluate((button) => button === button.ownerDocument.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByText('Everything is well').waitFor();
  });

  it('fits a phone, in German', async () => {
    const phone = await visit(browser, { width: 360, height: 740, theme: 'light' });
    await signIn(phone.page, portals, 'admin', '/admin/health');
    await phone.page.getByText('Everything is well').waitFor();
    await phone.page.getByRole('button', { name: /^Account: / }).click();
    await phone.page.getByRole('menuitemcheckbox', { name: 'Deutsch' }).click();
    await phone.page.getByText('Alles ist in Ordnung').waitFor();
    const width = await phone.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    expect(await violationsOn(phone.page)).toEqual([]);
    await phone.close();
  });

  it('is not for everybody: others are led to their own portal, finance to the rates', async () => {
    await signIn(page, portals, 'employee', '/admin/');
    await page.waitForURL(/\/employee\/$/);
    const finance = await visit(browser);
    await signIn(finance.page, portals, 'finance', '/admin/');
    const menu = finance.page.getByRole('navigation', { name: 'Main' });
    await menu.getByRole('link', { name: 'Rates and taxes' }).waitFor();
    expect(await menu.getByRole('link', { name: 'Health' }).count()).toBe(0);
    await finance.close();
  });
});

/** Puts the client's creation aside, as if a consumer had failed at it. */
async function park(): Promise<void> {
  const { stage, tenants } = portals.house;
  await stage.sql(
    `INSERT INTO kit.parked_event (tenant_id, consumer, stream, version, type, error, attempts, parked_at)
     SELECT tenant_id, 'billing.open-accounts', stream, version, type, 'it was broken', 5, now()
     FROM kit.event WHERE tenant_id = $1 AND object = $2 AND type = 'crm.ClientCreated'`,
    [tenants.north.uuid, clientId],
  );
}
