import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { newClient, newProject } from '../../../host/test/support/work.js';
import { violationsOn } from '../../ui/test/support/axe-page.js';
import { hasBrowser, openBrowser, type Visitor, visit } from '../../ui/test/support/browser.js';
import { openPortals, type PortalHouse } from '../../ui/test/support/nexus.js';
import { signIn } from '../../ui/test/support/sign-in.js';

/** A Nexus and a browser take their time on a busy machine. */
const START_MS = 180_000;

let browser: Browser;
let portals: PortalHouse;
let visitor: Visitor;
let page: Page;

(hasBrowser ? describe : describe.skip)('what a business sets for itself', () => {
  beforeAll(async () => {
    [browser, portals] = await Promise.all([openBrowser(), openPortals('admin', 'employee')]);
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

  it('changes a setting, refuses a wrong one at its field, and puts the default back', async () => {
    await signIn(page, portals, 'admin', '/admin/settings');
    const days = page.getByLabel('Invitations are good for, in days');
    await days.waitFor();
    await days.fill('99');
    await save();
    await page.locator('[aria-invalid=true]').waitFor();
    expect(await days.getAttribute('aria-invalid')).toBe('true');
    await days.fill('3');
    await save();
    await page.getByText('Settings saved').first().waitFor();
    await page.reload();
    expect(await days.inputValue()).toBe('3');
    await page
      .getByRole('button', { name: 'Reset to default Invitations are good for, in days' })
      .click();
    expect(await days.inputValue()).toBe('7');
    await save();
    await page.getByText('Settings saved').first().waitFor();
    expect(await settingOf('invitation.days')).toBe('7');
  });

  it('shows what somebody else sets, and keeps what is being typed', async () => {
    await signIn(page, portals, 'admin', '/admin/settings');
    const length = page.getByLabel('Least length of a password, in characters');
    await length.fill('20');
    await page.getByText('Live', { exact: true }).waitFor();
    const admin = await portals.house.as('admin');
    const changes = [{ key: 'invitation.days', value: '5' }];
    await admin.do('settingsUpdate', { changes }, 'tenant { id }');
    const days = page.getByLabel('Invitations are good for, in days');
    await expectValue(days, '5');
    expect(await length.inputValue()).toBe('20');
    await save();
    await page.getByText('Settings saved').waitFor();
    expect(await settingOf('password.minLength')).toBe('20');
  });

  it('publishes a brand, which another browser shows at once; a pale accent is warned of', async () => {
    const other = await visit(browser);
    await signIn(other.page, portals, 'admin', '/admin/branding');
    await other.page.getByText('Nothing is published yet').waitFor();
    await other.page.getByText('Live', { exact: true }).waitFor();
    await signIn(page, portals, 'admin', '/admin/branding');
    await page.getByLabel('Name to show').fill('Nordlicht Studio');
    await page.getByLabel('Accent', { exact: true }).fill('#FFEB3B');
    await page.getByTestId('brand-preview').getByText('Nordlicht Studio').first().waitFor();
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page
      .getByRole('button', { name: /^Take #/ })
      .first()
      .click();
    expect(await page.getByLabel('Accent', { exact: true }).inputValue()).not.toBe('#FFEB3B');
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Publish' }).click();
    await other.page.getByText('Published as Nordlicht Studio').waitFor();
    await other.close();
  });

  it('sets a rate, and the seller’s terms', async () => {
    await signIn(page, portals, 'admin', '/admin/rates');
    await page.getByRole('heading', { name: 'Built-in rates' }).waitFor();
    await page.getByRole('button', { name: 'Add a rate' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a rate' });
    await dialog.getByLabel('Price per hour').fill('155');
    await dialog.getByLabel('Cost per hour').fill('80');
    expect(await violationsOn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save rate' }).click();
    await page.getByRole('grid', { name: 'Rates' }).getByText('155.00').waitFor();
    await page.getByLabel('Days to pay').fill('21');
    await page.getByRole('button', { name: 'Save seller and taxes' }).click();
    await page.getByText('Seller and taxes saved').waitFor();
    await page.reload();
    await expectValue(page.getByLabel('Days to pay'), '21');
  });

  it('sets a rate of one project, and takes it away again', async () => {
    const manager = await portals.house.as('manager');
    await newProject(manager, await newClient(manager), { name: 'Harbour cranes' });
    await signIn(page, portals, 'admin', '/admin/rates');
    const rates = page.getByRole('grid', { name: 'Rates' });
    const dialog = page.getByRole('dialog', { name: 'Add a rate' });
    await page.getByRole('button', { name: 'Add a rate' }).click();
    await dialog.getByRole('combobox', { name: 'Counts for' }).click();
    await page.getByRole('option', { name: 'A project', exact: true }).click();
    await dialog.getByRole('button', { name: 'Save rate' }).click();
    await dialog.getByText('Please fill this in.').waitFor();
    await dialog.getByRole('combobox', { name: 'Project' }).click();
    await page.getByPlaceholder('Search').fill('Harbour');
    await page.getByRole('option', { name: /Harbour cranes/ }).click();
    await dialog.getByLabel('Price per hour').fill('162');
    expect(await violationsOn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save rate' }).click();
    await rates.getByText('Harbour cranes').click();
    const change = page.getByRole('dialog', { name: 'Change the rate' });
    await change.getByRole('button', { name: 'Remove rate' }).click();
    await page.getByText('The rate is gone').waitFor();
    await rates.getByText('Harbour cranes').waitFor({ state: 'detached' });
  });

  it('tells who did what to what, narrowed by the address, in full and as a file', async () => {
    const clientId = await newClient(await portals.house.as('manager'), 'Audited Ltd');
    await signIn(page, portals, 'admin', `/admin/audit?object=${clientId}`);
    const trail = page.getByRole('grid', { name: 'Audit trail' });
    await trail.getByText('Client created').waitFor();
    await trail.getByText('Client created').click();
    const entry = page.getByRole('dialog', { name: 'Client created' });
    await entry.getByText('crm.ClientCreated').waitFor();
    await entry.getByRole('region', { name: 'What it tells' }).getByText('name').first().waitFor();
    const related = entry.getByRole('region', { name: 'What else came of it' });
    await related.getByRole('button', { name: /Billing account opened/ }).waitFor();
    await entry.getByRole('button', { name: 'All of this request' }).click();
    await entry.waitFor({ state: 'detached' });
    await trail.getByText('Billing account opened').waitFor();
    await trail.getByText('Client created').waitFor();
    expect(new URL(page.url()).searchParams.get('request')).not.toBeNull();
    await page.goto(`${portals.url}/admin/audit?object=${clientId}`);
    await trail.getByText('Client created').waitFor();
    await page.getByRole('button', { name: 'Export' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Spreadsheet (CSV)' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.csv$/);
    await page.getByRole('button', { name: /^Remove filter: Object/ }).click();
    await page.waitForURL((url) => !url.search.includes('object'));
    await page.getByRole('combobox', { name: 'Domain' }).click();
    await page.getByRole('option', { name: 'People and access' }).click();
    await page.waitForURL(/domain=identity/);
    await trail.getByText('Client created').first().waitFor({ state: 'detached' });
  });
});

const save = () => page.getByRole('button', { name: 'Save settings' }).click();

/** Waits until a field shows a value. */
async function expectValue(field: ReturnType<Page['getByLabel']>, value: string): Promise<void> {
  const element = await field.elementHandle();
  await page.waitForFunction(
    ([input, wanted]) => (input as unknown as { value: string } | null)?.value === wanted,
    [element, value] as const,
  );
}

async function settingOf(key: string): Promise<string | undefined> {
  const admin = await portals.house.as('admin');
  const { tenant } = await admin.query<{
    tenant: { settings: { key: string; value: string }[] };
  }>('{ tenant { settings { key value } } }');
  return tenant.settings.find((setting) => setting.key === key)?.value;
}
