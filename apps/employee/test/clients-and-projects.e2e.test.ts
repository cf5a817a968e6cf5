import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Caller } from '../../../host/test/support/caller.js';
import { key, newClient, newStaffedProject } from '../../../host/test/support/work.js';
import { violationsOn } from '../../ui/test/support/axe-page.js';
import { hasBrowser, openBrowser, type Visitor, visit } from '../../ui/test/support/browser.js';
import { openPortals, type PortalHouse } from '../../ui/test/support/nexus.js';
import { signIn } from '../../ui/test/support/sign-in.js';

/** A Nexus and a browser take their time on a busy machine. */
const START_MS = 180_000;
const FLOW_MS = 60_000;

let browser: Browser;
let portals: PortalHouse;
let manager: Caller;
let visitor: Visitor;
let page: Page;

(hasBrowser ? describe : describe.skip)('clients and projects', () => {
  beforeAll(async () => {
    [browser, portals] = await Promise.all([openBrowser(), openPortals('employee')]);
    manager = await portals.house.as('manager');
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
    'begins a client, adds a contact, archives it and takes that back',
    async () => {
      const name = `Kiel Docks ${key()}`;
      await signIn(page, portals, 'manager', '/employee/clients');
      await page.getByRole('button', { name: 'New client' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Name', { exact: false }).first().fill(name);
      await dialog.getByLabel('Currency').fill('EURO');
      expect(await violationsOn(page)).toEqual([]);
      await dialog.getByLabel('Currency').fill('EUR');
      await dialog.getByRole('button', { name: 'Create' }).click();
      await page.getByRole('heading', { name }).waitFor();

      await page.getByRole('button', { name: 'New contact' }).click();
      await dialog.getByLabel('Name').fill('Ida Brandt');
      await dialog.getByLabel('Email').fill('not an address');
      await dialog.getByRole('button', { name: 'Create' }).click();
      const email = dialog.getByLabel('Email');
      await dialog.locator('[id$="-error"]').waitFor();
      expect(await email.getAttribute('aria-invalid')).toBe('true');
      await email.fill(`ida.${key()}@docks.example`);
      await dialog.getByRole('button', { name: 'Create' }).click();
      await page.getByRole('list', { name: 'Contacts' }).getByText('Ida Brandt').waitFor();
      expect(await violationsOn(page)).toEqual([]);

      await page.getByRole('button', { name: 'More commands' }).click();
      await page.getByRole('menuitem', { name: 'Archive' }).click();
      await page.getByText('Archived', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByText('Archived', { exact: true }).waitFor({ state: 'detached' });
    },
    FLOW_MS,
  );

  it('says what erasing a person means, and erases them', async () => {
    const clientId = await newClient(manager);
    await manager.do('contactCreate', { clientId, name: 'Otto Lenz' }, 'contact { id }');
    await signIn(page, portals, 'admin', `/employee/clients/${clientId}`);
    await page.getByRole('button', { name: 'Commands for Otto Lenz' }).click();
    await page.getByRole('menuitem', { name: 'Erase personal data' }).click();
    const dialog = page.getByRole('dialog', { name: 'Erase Otto Lenz?' });
    await dialog.getByText('Their access to the portal ends at once.').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await dialog.getByLabel('Reason').fill('Asked for it by letter');
    await dialog.getByRole('button', { name: 'Erase for good' }).click();
    await page.getByText('Otto Lenz', { exact: true }).waitFor({ state: 'detached' });
  });

  it(
    'begins a project in four steps by the keyboard',
    async () => {
      const name = `Quay wall ${key()}`;
      await signIn(page, portals, 'manager', '/employee/projects');
      await page.getByRole('button', { name: 'New project' }).waitFor();
      await page.keyboard.press('n');
      await page.getByLabel('Name').focus();
      await page.keyboard.press('Enter');
      await page.getByText('Please fill this in.').waitFor();
      await page.keyboard.type(name);
      expect(await violationsOn(page)).toEqual([]);
      for (const step of ['Billing', 'Dates', 'People']) {
        await page.getByRole('button', { name: 'Next' }).press('Enter');
        await page.locator('[aria-current=step]').getByText(step).waitFor();
      }
      await page.getByRole('button', { name: 'Create project' }).press('Enter');
      await page.getByRole('heading', { name }).waitFor();
      await page.getByText('Led by Mara Lindner').waitFor();
    },
    FLOW_MS,
  );

  it(
    'shows a project, follows it, and changes its milestones and people',
    async () => {
      const { userId } = portals.house.tenants.north.people.employee;
      const { projectId } = await newStaffedProject(manager, userId);
      await signIn(page, portals, 'manager', `/employee/projects/${projectId}`);
      await page
        .getByRole('region', { name: 'Profitability' })
        .getByText('Revenue less cost')
        .waitFor();
      await page.getByRole('region', { name: 'Burn' }).waitFor();

      await page.keyboard.press('m');
      const dialog = page.getByRole('dialog', { name: 'Add a milestone' });
      await dialog.getByLabel('Name').fill('First crane');
      await dialog.getByLabel('Due').fill('01/12/2026');
      await dialog.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByRole('button', { name: 'Milestone reached: First crane' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Reached' }).click();
      const milestones = page.getByRole('list', { name: 'Milestones' });
      await milestones.getByText('done').waitFor();

      const people = page.getByRole('list', { name: 'People' });
      await page.getByRole('button', { name: 'Remove Emil Vogt' }).click();
      await people.getByText('Emil Vogt').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Undo' }).click();
      await people.getByText('Emil Vogt').waitFor();

      await live();
      await manager.do('projectHold', { id: projectId, reason: 'Storm' }, 'project { id }');
      await page.getByText('On hold: Storm').waitFor();
      await page.getByRole('button', { name: 'Resume' }).click();
      await page.getByText('On hold: Storm').waitFor({ state: 'detached' });
    },
    FLOW_MS,
  );
});

const live = () => page.getByRole('status').getByText('Live', { exact: true }).waitFor();
