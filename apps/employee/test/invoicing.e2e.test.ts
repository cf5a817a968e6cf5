import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Caller } from '../../../host/test/support/caller.js';
import { joinPortal, type Portal } from '../../../host/test/support/portal.js';
import { key, newClient, newDraft } from '../../../host/test/support/work.js';
import { violationsOn } from '../../ui/test/support/axe-page.js';
import { hasBrowser, openBrowser, type Visitor, visit } from '../../ui/test/support/browser.js';
import { openPortals, type PortalHouse } from '../../ui/test/support/nexus.js';
import { signIn } from '../../ui/test/support/sign-in.js';
import { type Earned, earnedHour } from './support/earned.js';

/** A Nexus and a browser take their time on a busy machine. */
const START_MS = 180_000;
const FLOW_MS = 60_000;

let browser: Browser;
let portals: PortalHouse;
let manager: Caller;
let employee: Caller;
let visitor: Visitor;
let page: Page;

(hasBrowser ? describe : describe.skip)('from approved hours to a paid invoice', () => {
  beforeAll(async () => {
    [browser, portals] = await Promise.all([openBrowser(), openPortals('employee')]);
    const { house } = portals;
    [manager, employee] = await Promise.all([house.as('manager'), house.as('employee')]);
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

  it(
    'drafts in two presses of the mouse, finalizes, shows the PDF and follows the payment',
    async () => {
      const { earned, client } = await approved();
      await signIn(page, portals, 'manager', '/employee/invoices');
      await page.getByRole('link', { name: 'Unbilled work' }).first().click();
      await page.getByText(earned.projectName).click();
      await page.getByRole('table', { name: `Sources of ${earned.projectName}` }).waitFor();
      expect(await violationsOn(page)).toEqual([]);
      await page.getByRole('button', { name: `Draft invoice: ${earned.projectName}` }).click();
      await page.getByRole('heading', { name: 'Draft', exact: true }).waitFor();
      await page.getByText('1 source').click();
      await page
        .getByRole('list', { name: /^Time behind/ })
        .getByText('Emil Vogt')
        .waitFor();
      expect(await violationsOn(page)).toEqual([]);

      await page.getByRole('button', { name: 'Finalize' }).click();
      const dialog = page.getByRole('dialog', { name: 'Finalize the invoice?' });
      await dialog.getByText('Lines, prices, taxes, terms and notes stay as they are.').waitFor();
      expect(await violationsOn(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Finalize' }).click();
      const number = await issuedNumber();

      const pdf = page.waitForResponse((response) => response.url().includes('/documents/'));
      await page.getByRole('button', { name: 'Show the PDF' }).click();
      expect((await pdf).headers()['content-type']).toBe('application/pdf');
      await page.locator('iframe[title="PDF"]').waitFor();

      const project = await visitor.context.newPage();
      await project.goto(`${portals.url}/employee/projects/${earned.projectId}`);
      const figures = project.locator('dl').first();
      await figures.getByText('Paid €0.00').waitFor();
      const invoiceId = page.url().split('/').at(-1) ?? '';
      await page.getByRole('link', { name: 'Invoices' }).first().click();
      const row = page.getByRole('row').filter({ hasText: number });
      await row.getByText('Open', { exact: true }).waitFor();
      await live();
      await pay(client.caller, invoiceId);
      await row.getByText('Paid', { exact: true }).waitFor();
      await figures.getByText(/^Paid €(?!0\.00)/).waitFor();
      expect(visitor.complaints).toEqual([]);
    },
    FLOW_MS,
  );

  it(
    'does the same by the keyboard alone',
    async () => {
      const { earned, client } = await approved();
      await signIn(page, portals, 'manager');
      await page.getByRole('heading', { name: 'My work' }).waitFor();
      await page.keyboard.press('g');
      await page.keyboard.press('i');
      await page.getByRole('heading', { name: 'Invoices' }).waitFor();
      await page.getByRole('link', { name: 'Unbilled work' }).first().focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: `Draft invoice: ${earned.projectName}` }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Draft', exact: true }).waitFor();
      await page.keyboard.press('f');
      const dialog = page.getByRole('dialog', { name: 'Finalize the invoice?' });
      await dialog.waitFor();
      await tabTo('Finalize');
      await page.keyboard.press('Enter');
      await issuedNumber();
      await live();
      await pay(client.caller, page.url().split('/').at(-1) ?? '');
      await page.getByRole('list', { name: 'Payments' }).getByText('Received').waitFor();
    },
    FLOW_MS,
  );

  it('edits a draft: what is refused stands at its field, totals follow', async () => {
    const clientId = await newClient(manager);
    const draftId = await newDraft(manager, clientId);
    await signIn(page, portals, 'manager', `/employee/invoices/${draftId}`);
    await page.getByText('Workshop').waitFor();
    await page.getByRole('button', { name: 'Add a line' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a line' });
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    expect(await dialog.getByText('Please fill this in.').count()).toBe(3);
    await dialog.getByLabel('What is invoiced').fill('Travel');
    await dialog.getByLabel('Quantity').fill('0');
    await dialog.getByLabel('Price of one').fill('40');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    const quantity = dialog.getByLabel('Quantity');
    await dialog.locator('[id$="-error"]').waitFor();
    expect(await quantity.getAttribute('aria-invalid')).toBe('true');
    expect(await violationsOn(page)).toEqual([]);
    await quantity.fill('2');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByLabel('Totals').getByText('€180.00').waitFor();
    await page.getByRole('button', { name: 'Remove line: Travel' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByLabel('Totals').getByText('€100.00').waitFor();
  });

  it('keeps its filters in the address, and fits a phone', async () => {
    const clientId = await newClient(manager);
    await newDraft(manager, clientId);
    await page.setViewportSize({ width: 360, height: 740 });
    await signIn(page, portals, 'manager', `/employee/invoices?state=DRAFT&clientId=${clientId}`);
    const rows = page.getByRole('row').filter({ hasText: 'Draft' });
    await rows.first().waitFor();
    expect(await rows.count()).toBe(1);
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
    await page.getByRole('combobox', { name: 'State' }).click();
    await page.getByRole('option', { name: 'Paid', exact: true }).click();
    await page.getByText('No invoice matches').waitFor();
    expect(new URL(page.url()).searchParams.get('state')).toBe('PAID');
  });

  it('shows no money to whoever only works', async () => {
    const { earned } = await approved();
    await signIn(page, portals, 'employee', `/employee/projects/${earned.projectId}`);
    await page.getByRole('heading', { name: earned.projectName }).waitFor();
    await page.getByRole('list', { name: 'People' }).waitFor();
    expect(await page.getByRole('link', { name: 'Invoices' }).count()).toBe(0);
    expect(await page.getByRole('region', { name: 'Profitability' }).count()).toBe(0);
    expect(await page.getByText('€').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Edit project' }).count()).toBe(0);
  });
});

async function approved(): Promise<{ earned: Earned; client: Portal }> {
  const { userId } = portals.house.tenants.north.people.employee;
  const earned = await earnedHour(manager, employee, userId);
  return { earned, client: await joinPortal(portals.house, earned.clientId, { billing: true }) };
}

const pay = (client: Caller, id: string) =>
  client.do(
    'invoicePay',
    { id, method: { sandbox: 'tok_visa' }, idempotencyKey: key() },
    'payment { status }',
  );

const live = () => page.getByRole('status').getByText('Live', { exact: true }).waitFor();

async function issuedNumber(): Promise<string> {
  const heading = page.getByRole('heading', { name: /^INV-/ });
  await heading.waitFor();
  return (await heading.textContent()) ?? '';
}

/** Walks by Tab until that button has the focus. */
async function tabTo(name: string): Promise<void> {
  for (let step = 0; step < 10; step += 1) {
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim());
    if (focused === name) return;
    await page.keyboard.press('Tab');
  }
  throw new RangeError(`Tab never came to ${name}.`);
}
