import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { day, isoWeek } from '../../../host/test/support/calendar.js';
import type { Caller } from '../../../host/test/support/caller.js';
import { newStaffedProject } from '../../../host/test/support/work.js';
import { violationsOn } from '../../ui/test/support/axe-page.js';
import { hasBrowser, openBrowser, type Visitor, visit } from '../../ui/test/support/browser.js';
import { openPortals, type PortalHouse } from '../../ui/test/support/nexus.js';
import { signIn } from '../../ui/test/support/sign-in.js';

let browser: Browser;
let portals: PortalHouse;
let manager: Caller;
let employee: Caller;
let crane: string;
let ferry: string;
let visitor: Visitor;
let page: Page;
/** The first entry of a test; each further one is a minute longer. */
const MINUTES = 60;

(hasBrowser ? describe : describe.skip)('approvals', () => {
  beforeAll(async () => {
    [browser, portals] = await Promise.all([openBrowser(), openPortals('employee')]);
    const { house } = portals;
    [manager, employee] = await Promise.all([house.as('manager'), house.as('employee')]);
    const { userId } = house.tenants.north.people.employee;
    [crane = '', ferry = ''] = await Promise.all(
      ['Harbour crane', 'Night ferry'].map(async (name) => {
        const { projectId } = await newStaffedProject(manager, userId);
        await manager.do('projectUpdate', { id: projectId, name }, 'project { id }');
        return projectId;
      }),
    );
    const deputy = house.tenants.north.people.deputy.userId;
    for (const projectId of [crane, ferry]) {
      await manager.do(
        'projectMemberAdd',
        { projectId, userId: deputy, role: 'LEAD' },
        'project { id }',
      );
    }
  });
  afterAll(async () => {
    await browser?.close();
    await portals?.close();
  });
  beforeEach(async () => {
    visitor = await visit(browser);
    page = visitor.page;
  });
  afterEach(async () => {
    const { complaints } = visitor;
    await visitor.close();
    const { timeApprovals } = await manager.query<{ timeApprovals: { nodes: { id: string }[] } }>(
      '{ timeApprovals(first: 100) { nodes { id } } }',
    );
    const ids = timeApprovals.nodes.map(({ id }) => id);
    if (ids.length > 0) await manager.do('timeEntryApprove', { ids }, 'timeEntries { id }');
    // The sign-in page asks for the demo's people, whom a test has none of.
    expect(complaints.filter((said) => !/status of 404/.test(said))).toEqual([]);
  });

  it('says what comes here where nothing waits, and shows it when it comes', async () => {
    await signIn(page, portals, 'manager', '/employee/approvals');
    await page.getByText('Nothing waits for you').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await live();
    await handIn(crane, 1);
    await page.getByRole('region', { name: 'Emil Vogt' }).getByText('1:00 h in 1 entry').waitFor();
  });

  it('chooses ranges by mouse, approves them at once, and takes that back', async () => {
    await handIn(crane, 4);
    await signIn(page, portals, 'manager', '/employee/approvals');
    const lines = page.getByRole('listitem').filter({ hasText: 'Harbour crane' });
    await lines.nth(3).waitFor();
    await lines.nth(0).click();
    await lines.nth(2).click({ modifiers: ['Shift'] });
    const bar = page.getByRole('region', { name: 'What is chosen' });
    await bar.getByText('3 entries, 3:03 h').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await bar.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('1:03 h in 1 entry').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('4:06 h in 4 entries').waitFor();
  });

  it('is walked and decided by keyboard', async () => {
    await handIn(crane, 3);
    await signIn(page, portals, 'manager', '/employee/approvals');
    await page.getByText('3:03 h in 3 entries').waitFor();
    for (const key of ['j', 'x', 'j', 'j', 'k', 'x']) await page.keyboard.press(key);
    await page.getByText('2 entries, 2:01 h').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('This line').waitFor();
    await page.keyboard.press('a');
    await page.getByText('2:02 h in 2 entries').waitFor();
    // The cursor stands on who came next.
    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog', { name: 'Reject 1 entry?' });
    await dialog.getByLabel('Reason').waitFor();
    await page.keyboard.type('No');
    expect(await dialog.getByLabel('Reason').inputValue()).toBe('No');
    await dialog.getByRole('button', { name: 'Reject' }).press('Enter');
    await page.getByText('1:00 h in 1 entry').waitFor();
  });

  it('lets go of what somebody else has decided, and says so', async () => {
    const ids = await handIn(ferry, 2);
    await signIn(page, portals, 'manager', '/employee/approvals');
    await page.getByText('2:01 h in 2 entries').waitFor();
    await live();
    const deputy = await portals.house.as('deputy');
    await deputy.do('timeEntryApprove', { ids: ids.slice(0, 1) }, 'timeEntries { id }');
    await page.getByText('Somebody else has approved 1 entry of Emil Vogt').waitFor();
    await page.getByText('1:01 h in 1 entry').waitFor();
  });

  it('keeps in its address what it is narrowed to', async () => {
    await handIn(crane, 1);
    await handIn(ferry, 1);
    await signIn(page, portals, 'manager', '/employee/approvals');
    await page.getByText('2:00 h in 2 entries').waitFor();
    await page.getByRole('combobox', { name: 'Project' }).click();
    await page.getByRole('option', { name: 'Night ferry' }).click();
    await page.getByText('1:00 h in 1 entry').waitFor();
    expect(new URL(page.url()).searchParams.get('project')).toBe(ferry);
    await page.reload();
    await page.getByText('1:00 h in 1 entry').waitFor();
    await page.goto(`${portals.url}/employee/approvals?project=${ferry}&person=usr_nobody`);
    await page.getByText('Nothing matches').waitFor();
    await page.getByRole('button', { name: 'Show everything' }).click();
    await page.getByText('2:00 h in 2 entries').waitFor();
  });

  it('takes approvals back from the list of what is approved, with what it comes to', async () => {
    const [id = ''] = await handIn(ferry, 1);
    await manager.do('timeEntryApprove', { ids: [id] }, 'timeEntries { id }');
    await signIn(page, portals, 'manager', '/employee/approvals?show=approved');
    const line = page.locator(`#approval-${id}`);
    await line.getByText('Approved by Mara Lindner').waitFor();
    await line.getByText(/\d\.\d\d/).waitFor();
    await line.click();
    await page.keyboard.press('u');
    await line.waitFor({ state: 'detached' });
    await page.goto(`${portals.url}/employee/approvals`);
    await line.waitFor();
  });

  it('never offers one’s own hours', async () => {
    await handIn(crane, 1, manager);
    await handIn(crane, 1);
    await signIn(page, portals, 'manager', '/employee/approvals');
    await page.getByRole('region', { name: 'Emil Vogt' }).waitFor();
    expect(await page.getByText('Mara Lindner', { exact: true }).count()).toBe(1);
    expect(await page.getByRole('region', { name: 'Mara Lindner' }).count()).toBe(0);
  });

  it('fits a phone', async () => {
    await handIn(crane, 2);
    await page.setViewportSize({ width: 360, height: 740 });
    await signIn(page, portals, 'manager', '/employee/approvals');
    await page.getByRole('checkbox', { name: /^All of Emil/ }).click();
    await page.getByText('2 entries, 2:01 h').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('Nothing waits for you').waitFor();
  });
});

/** Logs so many entries of today, each a minute longer, and hands them in. */
async function handIn(projectId: string, count: number, worker = employee): Promise<string[]> {
  const ids: string[] = [];
  for (let place = 0; place < count; place += 1) {
    const input = { projectId, date: day(), minutes: MINUTES + place, billable: true };
    const { timeEntry } = await worker.do<{ timeEntry: { id: string } }>(
      'timeEntryLog',
      input,
      'timeEntry { id }',
    );
    ids.push(timeEntry.id);
  }
  await worker.do('timesheetSubmit', { week: isoWeek(day()) }, 'timesheet { id }');
  return ids;
}

const live = () => page.getByRole('status').getByText('Live', { exact: true }).waitFor();
