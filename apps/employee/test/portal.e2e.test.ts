import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { day } from '../../../host/test/support/calendar.js';
import type { Caller } from '../../../host/test/support/caller.js';
import { newStaffedProject, newTask } from '../../../host/test/support/work.js';
import { violationsOn } from '../../ui/test/support/axe-page.js';
import { hasBrowser, openBrowser, type Visitor, visit } from '../../ui/test/support/browser.js';
import { openPortals, type PortalHouse } from '../../ui/test/support/nexus.js';
import { signIn } from '../../ui/test/support/sign-in.js';

/** A Nexus and a browser take their time on a busy machine. */
const START_MS = 180_000;

let browser: Browser;
let portals: PortalHouse;
let manager: Caller;
let employee: Caller;
let projectId: string;
let taskId: string;
let visitor: Visitor;
let page: Page;

(hasBrowser ? describe : describe.skip)('the employees’ portal', () => {
  beforeAll(async () => {
    [browser, portals] = await Promise.all([openBrowser(), openPortals('employee')]);
    const { house } = portals;
    [manager, employee] = await Promise.all([house.as('manager'), house.as('employee')]);
    const { userId } = house.tenants.north.people.employee;
    ({ projectId } = await newStaffedProject(manager, userId));
    await rename('Harbour crane');
    taskId = await newTask(manager, projectId, { title: 'Grease the bearings', due: day(0) });
    await manager.do('taskAssign', { id: taskId, userIds: [userId] }, 'task { id }');
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

  it('shows my work to whoever signs in, and again after a reload', async () => {
    await signIn(page, portals, 'employee');
    expect(new URL(page.url()).pathname).toBe('/employee/');
    const today = page.getByRole('region', { name: 'Today' });
    await today.getByText('Grease the bearings').waitFor();
    await page.getByText('No timer is running').waitFor();
    await page.reload();
    await today.getByText('Grease the bearings').waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it('follows a timer that is started elsewhere', async () => {
    await signIn(page, portals, 'employee');
    await page.getByText('No timer is running').waitFor();
    await live();
    await employee.do('timerStart', { projectId, taskId }, 'running { id }');
    const timer = page.getByRole('region', { name: 'Running timer' });
    await timer.getByText('Grease the bearings').waitFor();
    await employee.do('timerStop', {}, 'stopped { id }');
    await timer.getByText('No timer is running').waitFor();
  });

  it('shows a project’s new name without a reload', async () => {
    await signIn(page, portals, 'manager', '/employee/projects');
    const table = page.getByRole('table', { name: 'Projects' });
    await table.getByText('Harbour crane').waitFor();
    await live();
    await rename('Harbour crane II');
    await table.getByText('Harbour crane II').waitFor();
    await rename('Harbour crane');
    await table.getByText('Harbour crane', { exact: true }).waitFor();
  });

  it('shows what happened between an answer and the moment from which it is followed', async () => {
    const socket = Promise.withResolvers<void>();
    await page.routeWebSocket(/\/graphql/, async (line) => {
      await socket.promise;
      line.connectToServer();
    });
    await signIn(page, portals, 'manager', '/employee/projects');
    const table = page.getByRole('table', { name: 'Projects' });
    await table.getByText('Harbour crane').waitFor();
    await rename('Harbour crane II');
    expect(await table.getByText('Harbour crane II').count()).toBe(0);
    socket.resolve();
    await table.getByText('Harbour crane II').waitFor();
    await rename('Harbour crane');
    await table.getByText('Harbour crane', { exact: true }).waitFor();
  });

  it('keeps a search in the address', async () => {
    await signIn(page, portals, 'manager', '/employee/projects?search=harbour');
    expect(await page.getByLabel('Search projects').inputValue()).toBe('harbour');
    await page.getByText('Harbour crane').waitFor();
    await page.getByLabel('Search projects').fill('nothing like it');
    await page.getByText('No project matches').waitFor();
    await page.waitForURL(/search=nothing/);
    await page.getByRole('link', { name: 'Show all projects' }).click();
    await page.getByText('Harbour crane').waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  it('asks to sign in again where the session has ended, and loses nothing', async () => {
    await signIn(page, portals, 'employee', '/employee/projects?phase=DISCOVERY');
    await page.getByText('Harbour crane').waitFor();
    await live();
    await page.getByLabel('Search projects').pressSequentially('harb');
    await endSessions(employee);
    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await dialog.waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await dialog.getByLabel('Password').fill('wrong wrong wrong wrong');
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.getByText('E-mail or password is wrong').waitFor();
    const { password } = portals.house.tenants.north.people.employee;
    await dialog.getByLabel('Password').fill(password);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByLabel('Search projects').inputValue()).toBe('harb');
    await live();
    await rename('Harbour crane III');
    await page.getByText('Harbour crane III').waitFor();
    await rename('Harbour crane');
  });

  it('signs out, in every window', async () => {
    await signIn(page, portals, 'finance', '/employee/projects');
    const other = await visitor.context.newPage();
    await other.goto(`${portals.url}/employee/`);
    await other.getByRole('heading', { name: 'My work' }).waitFor();
    await page.getByRole('button', { name: /^Account: / }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL(/\/sign-in\/$/);
    await other.getByRole('dialog', { name: 'Sign in again' }).waitFor();
    await page.goto(`${portals.url}/employee/projects?phase=REVIEW`);
    await page.waitForURL(/\/sign-in\//);
    expect(new URL(page.url()).searchParams.get('return')).toBe('/employee/projects?phase=REVIEW');
  });

  it('is operated by the keyboard alone', async () => {
    await signIn(page, portals, 'manager');
    await page.getByRole('heading', { name: 'My work' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.getByRole('heading', { name: 'Projects' }).waitFor();
    await page.keyboard.press('ControlOrMeta+k');
    const palette = page.getByRole('dialog', { name: 'Commands' });
    await palette.getByRole('combobox').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.type('my wo');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'My work' }).waitFor();
    expect(await palette.count()).toBe(0);
  });

  it('fits a phone, with its navigation in a sheet', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await signIn(page, portals, 'manager', '/employee/projects');
    await page.getByText('Harbour crane').waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    await page.getByRole('button', { name: 'Open the navigation' }).click();
    await page.getByRole('dialog').getByRole('link', { name: 'My work' }).click();
    await page.getByRole('heading', { name: 'My work' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('speaks German and turns light at a word, and still does after a reload', async () => {
    await signIn(page, portals, 'employee');
    const account = page.getByRole('button', { name: /^(Account|Konto): / });
    await account.click();
    await page.getByRole('menuitemcheckbox', { name: 'Light' }).click();
    await account.click();
    await page.getByRole('menuitemcheckbox', { name: 'Deutsch' }).click();
    await page.getByRole('heading', { name: 'Meine Arbeit' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.reload();
    await page.getByRole('heading', { name: 'Meine Arbeit' }).waitFor();
    const { theme } = await page.evaluate(() => ({ ...document.documentElement.dataset }));
    expect([theme, await page.locator('html').getAttribute('lang')]).toEqual(['light', 'de']);
  });

  it('says where there is nothing', async () => {
    await signIn(page, portals, 'employee', '/employee/nowhere');
    await page.getByText('There is nothing here').waitFor();
    await page.getByRole('link', { name: 'Go to the start page' }).click();
    await page.getByRole('heading', { name: 'My work' }).waitFor();
  });
});

const rename = (name: string) =>
  manager.do('projectUpdate', { id: projectId, name }, 'project { id }');

const live = () => page.getByRole('status').getByText('Live', { exact: true }).waitFor();

/** Every session of theirs but the caller's own. */
async function endSessions(caller: Caller): Promise<void> {
  await caller.do('sessionEnd', { others: true }, '__typename');
}
