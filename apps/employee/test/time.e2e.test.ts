import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { day, isoWeek } from '../../../host/test/support/calendar.js';
import type { Caller } from '../../../host/test/support/caller.js';
import { newStaffedProject, newTask } from '../../../host/test/support/work.js';
import { violationsOn } from '../../ui/test/support/axe-page.js';
import { hasBrowser, openBrowser, type Visitor, visit } from '../../ui/test/support/browser.js';
import { openPortals, type PortalHouse } from '../../ui/test/support/nexus.js';
import { signIn } from '../../ui/test/support/sign-in.js';

/** Whole past weeks: every day of them has begun, and none is too old. */
const WEEKS = [-1, -2, -3].map((weeks) => isoWeek(day(weeks * 7)));

/** Browsers say so of each request without a network, of a page that is not there, and of a house without a demo. */
const EXPECTED = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of 404|Access is denied/;

let browser: Browser;
let portals: PortalHouse;
let manager: Caller;
let employee: Caller;
let projectId: string;
let taskId: string;
let visitors: Visitor[];

(hasBrowser ? describe : describe.skip)('time', () => {
  beforeAll(async () => {
    [browser, portals] = await Promise.all([openBrowser(), openPortals('employee')]);
    const { house } = portals;
    [manager, employee] = await Promise.all([house.as('manager'), house.as('employee')]);
    ({ projectId } = await newStaffedProject(manager, house.tenants.north.people.employee.userId));
    await manager.do(
      'projectUpdate',
      { id: projectId, name: 'Harbour crane', start: day(-29) },
      'project { id }',
    );
    taskId = await newTask(manager, projectId, { title: 'Grease the bearings' });
  });
  afterAll(async () => {
    await browser?.close();
    await portals?.close();
  });
  beforeEach(() => {
    visitors = [];
  });
  afterEach(async () => {
    const complaints = visitors.flatMap((visitor) => visitor.complaints);
    for (const visitor of visitors) await visitor.close();
    expect(complaints.filter((said) => !EXPECTED.test(said))).toEqual([]);
  });

  it('is filled and handed in by keyboard alone, approved elsewhere, and says so without a reload', async () => {
    const [week = ''] = WEEKS;
    const page = await open('employee', `/employee/time/${week}`);
    await page.getByText('Nothing is written down in this week').waitFor();
    await tabTo(page, page.getByRole('button', { name: 'Add a row' }));
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: /Grease the bearings/ }).waitFor();
    await page.keyboard.type('greas');
    await page.getByRole('option', { name: /Grease the bearings/ }).waitFor();
    await page.keyboard.press('Enter');
    const grid = page.getByRole('grid', { name: 'Hours of the week' });
    await expectFocus(page, cell(grid, 0, 0));

    await page.keyboard.type('7:30');
    await page.keyboard.press('Tab');
    await page.keyboard.type('90m');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('1.5');
    await page.keyboard.press('Enter');
    expect(await cell(grid, 0, 0).textContent()).toContain('7:30');
    await expectFocus(page, cell(grid, 0, 2));
    // What was begun and given up leaves the cell as it was; F2 goes on with what stands there.
    await page.keyboard.type('9');
    await page.keyboard.press('Escape');
    expect(await cell(grid, 0, 2).textContent()).toContain('1:30');
    await page.keyboard.press('F2');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('45');
    await page.keyboard.press('Tab');
    await page.keyboard.type('3');
    await page.keyboard.press('Tab');
    await page.getByText('13:45 h in all').waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Delete');
    await page.getByText('10:45 h in all').waitFor();
    await settled(page, week, [450, 90, 105]);
    expect(await violationsOn(page)).toEqual([]);

    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').waitFor();
    await page.keyboard.type('hand in');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /^Hand in week/ });
    await dialog.getByText('10:45 h in all').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await tabTo(page, dialog.getByRole('button', { name: 'Hand in' }));
    await page.keyboard.press('Enter');
    await page.getByText('Handed in', { exact: true }).first().waitFor();

    const queue = await open('manager', '/employee/approvals');
    await queue.getByText('10:45 h in 3 entries').waitFor();
    expect(await violationsOn(queue)).toEqual([]);
    await queue.getByRole('checkbox', { name: /^All of Emil Vogt/ }).click();
    await queue.keyboard.press('a');
    await queue.getByText('Nothing waits for you').waitFor();
    await page.getByText('Approved', { exact: true }).first().waitFor();
    await cell(grid, 0, 0).getByText('Approved').waitFor({ state: 'attached' });
    expect(await statuses(week)).toEqual(['APPROVED', 'APPROVED', 'APPROVED']);
  });

  it('comes back with a reason, is corrected, and handed in again', async () => {
    const [, week = ''] = WEEKS;
    const [monday = ''] = daysOf(week);
    await employee.do(
      'timeEntryLog',
      { projectId, taskId, date: monday, minutes: 600 },
      'timeEntry { id }',
    );
    await employee.do('timesheetSubmit', { week }, 'timesheet { id }');
    const page = await open('employee', `/employee/time/${week}`);
    await page.getByText('Handed in', { exact: true }).first().waitFor();
    await live(page);

    const queue = await open('manager', '/employee/approvals');
    await queue.getByText('10:00 h in 1 entry').waitFor();
    await queue.keyboard.press('j');
    await queue.keyboard.press('x');
    await queue.keyboard.press('r');
    const dialog = queue.getByRole('dialog', { name: 'Reject 1 entry?' });
    await dialog.getByLabel('Reason').fill('Ten hours cannot be right');
    expect(await violationsOn(queue)).toEqual([]);
    await dialog.getByRole('button', { name: 'Reject' }).click();
    await queue.getByText('Nothing waits for you').waitFor();

    await page.getByText(/Ten hours cannot be right/).waitFor();
    await page.getByRole('button', { name: 'Correct it' }).click();
    const drawer = page.getByRole('dialog', { name: 'Harbour crane – Grease the bearings' });
    await drawer.getByText('Rejected: Ten hours cannot be right').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await drawer.getByLabel('Hours').fill('6:00');
    await drawer.getByLabel('Note').fill('Greased all of them');
    await drawer.getByRole('button', { name: 'Save' }).click();
    await drawer.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Hand in the week' }).click();
    await page.getByRole('button', { name: 'Hand in', exact: true }).click();
    await queue.getByText('6:00 h in 1 entry').waitFor();
    await queue.getByText('Greased all of them').waitFor();
    expect(await statuses(week)).toEqual(['SUBMITTED']);
  });

  it('shows what the rules forbid at the cell, and keeps what was typed', async () => {
    const [, , week = ''] = WEEKS;
    const [monday = ''] = daysOf(week);
    await employee.do(
      'timeEntryLog',
      { projectId, taskId, date: monday, minutes: 60 },
      'timeEntry { id }',
    );
    const page = await open('employee', `/employee/time/${week}`);
    const grid = page.getByRole('grid', { name: 'Hours of the week' });
    await cell(grid, 0, 0).click();
    await page.keyboard.type('24:30');
    await page.keyboard.press('Enter');
    await cell(grid, 0, 0)
      .getByText(/has 1440 minutes/)
      .waitFor();
    expect(await cell(grid, 0, 0).getAttribute('aria-invalid')).toBe('true');
    expect(await cell(grid, 0, 0).textContent()).toContain('24:30');
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.type('2x');
    await page.keyboard.press('Enter');
    await page.getByText('Write hours as 1:30, 1.5 or 90m.').waitFor();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await settled(page, week, [120]);
    expect(await cell(grid, 0, 0).getAttribute('aria-invalid')).toBe(null);

    // A range is copied and pasted as a spreadsheet does it.
    await page.keyboard.press('ControlOrMeta+c');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('ControlOrMeta+v');
    await page.getByText('6:00 h in all').waitFor();
    await settled(page, week, [120, 120, 120]);
  });

  it('keeps what is written without a network, over a reload too, and sends it once', async () => {
    const week = isoWeek(day());
    await employee.do(
      'timeEntryLog',
      { projectId, taskId, date: day(), minutes: 30 },
      'timeEntry { id }',
    );
    const page = await open('employee', `/employee/time/${week}`);
    const grid = page.getByRole('grid', { name: 'Hours of the week' });
    const place = daysOf(week).indexOf(day());
    await page.getByText('0:30 h in all').waitFor();
    const { context } = visitors.at(-1) as Visitor;
    await page.getByRole('button', { name: 'Start a timer' }).waitFor();
    await context.setOffline(true);
    await page.getByText('The timer needs the network').waitFor();
    expect(await page.getByRole('button', { name: 'Start a timer' }).count()).toBe(0);
    await cell(grid, 0, place).click();
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    await page.getByText('1:00 h in all').waitFor();
    await cell(grid, 0, place).getByText('Waiting to be sent').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: '1 change waits to be sent' }).waitFor();
    await page.getByRole('button', { name: 'Add a row' }).waitFor();
    expect(await minutes(week)).toEqual([30]);
    await context.setOffline(false);
    await settled(page, week, [60]);
    await page.getByRole('button', { name: /waits to be sent/ }).waitFor({ state: 'detached' });

    // A second entry beside the first, by the drawer; then the page goes away before there is a network.
    await page.keyboard.press('ArrowUp');
    await cell(grid, 0, place).click();
    await page.keyboard.press('Space');
    const drawer = page.getByRole('dialog', { name: 'Harbour crane – Grease the bearings' });
    await drawer.getByRole('button', { name: 'Add an entry' }).click();
    await context.setOffline(true);
    const added = drawer.getByRole('region', { name: 'New entry' });
    await added.getByLabel('Hours').fill('0:45');
    await added.getByLabel('Note').fill('On the train');
    await added.getByRole('button', { name: 'Save' }).click();
    await page.getByText('1:45 h in all').waitFor();
    await page.reload().catch(() => undefined);
    expect(await minutes(week)).toEqual([60]);
    await context.setOffline(false);
    await page.goto(`${portals.url}/employee/time/${week}`);
    await page.getByText('1:45 h in all').waitFor();
    await settled(page, week, [60, 45]);
    await page.reload();
    await page.getByText('1:45 h in all').waitFor();
    expect(await minutes(week)).toEqual([60, 45]);
  });

  it('is a list of days on a phone', async () => {
    const week = isoWeek(day());
    const page = await open('employee', `/employee/time/${week}`, { width: 360, height: 740 });
    const field = page.getByRole('textbox', { name: 'Harbour crane – Grease the bearings' });
    await field.fill('25:00');
    await field.press('Enter');
    await page
      .getByRole('alert')
      .getByText(/has 1440 minutes/)
      .waitFor();
    await field.fill('2:00');
    await field.press('Enter');
    await settled(page, week, [60, 60]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
    expect(await violationsOn(page)).toEqual([]);
  });

  it('runs a timer in every browser, and writes what it measured into the sheet', async () => {
    const [page, other] = [
      await open('employee', '/employee/'),
      await open('employee', `/employee/time/${isoWeek(day())}`),
    ];
    await Promise.all([live(page), live(other)]);
    await page.getByRole('button', { name: 'Start a timer' }).click();
    await page.getByRole('option', { name: /^Harbour crane/ }).click();
    await page.getByRole('button', { name: /^Timer: Harbour crane 0:00/ }).waitFor();
    await other.getByRole('button', { name: /^Timer: Harbour crane 0:00/ }).click();
    await other.getByRole('option', { name: /Grease the bearings/ }).click();
    await page.getByRole('button', { name: /^Timer: Grease the bearings/ }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Stop the timer' }).click();
    await other.getByRole('button', { name: 'Start a timer' }).waitFor();
    // What was measured for the project itself has a row of its own now.
    await other.getByRole('rowheader', { name: /^Harbour crane/ }).waitFor();
    await page.getByRole('button', { name: 'Start a timer' }).waitFor();
  });

  it('leads to the week that it is where the firm is, and nowhere where there is none', async () => {
    const page = await open('employee', '/employee/time');
    await page.waitForURL(/\/time\/\d{4}-W\d{2}$/);
    await page.getByRole('link', { name: 'Previous week' }).click();
    await page.waitForURL(new RegExp(`/time/${WEEKS[0]}$`));
    await page.getByRole('link', { name: 'This week' }).click();
    await page.goto(`${portals.url}/employee/time/2026-W60`);
    await page.getByText('There is nothing here').waitFor();
  });
});

async function open(
  person: Parameters<typeof signIn>[2],
  path: string,
  look: Parameters<typeof visit>[1] = {},
): Promise<Page> {
  const visitor = await visit(browser, look);
  visitors.push(visitor);
  await signIn(visitor.page, portals, person, path);
  return visitor.page;
}

/** A cell by row and day, from 0. */
const cell = (grid: Locator, row: number, place: number) =>
  grid
    .getByRole('row')
    .nth(row + 1)
    .getByRole('gridcell')
    .nth(place);

async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let steps = 0; steps < 60; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new RangeError('Tab does not lead there.');
}

async function expectFocus(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const handle = await target.elementHandle();
  await page.waitForFunction((element) => element === document.activeElement, handle);
}

const live = (page: Page) => page.getByRole('status').getByText('Live', { exact: true }).waitFor();

interface Entry {
  readonly minutes: number;
  readonly status: string;
}

async function entriesOf(week: string): Promise<readonly Entry[]> {
  const { timesheet } = await employee.query<{ timesheet: { entries: readonly Entry[] } | null }>(
    'query ($week: String!) { timesheet(week: $week) { entries { minutes status } } }',
    { week },
  );
  return timesheet?.entries ?? [];
}

const minutes = async (week: string) => (await entriesOf(week)).map((entry) => entry.minutes);
const statuses = async (week: string) => (await entriesOf(week)).map(({ status }) => status);

/** Until nothing waits, and the week has just these minutes in the graph, by day. */
async function settled(page: Page, week: string, expected: readonly number[]): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const [waiting, known] = [
      await page.getByText('Waiting to be sent').count(),
      await minutes(week),
    ];
    if (waiting === 0 && known.join() === expected.join()) return;
    if (Date.now() > deadline) {
      throw new RangeError(
        `${waiting} wait; the graph has ${known.join()}, not ${expected.join()}.`,
      );
    }
    await sleep(50);
  }
}

/** The days of an ISO week, found by asking each. */
function daysOf(week: string): string[] {
  const around = Array.from({ length: 60 }, (_, back) => day(-45 + back));
  return around.filter((date) => isoWeek(date) === week);
}
