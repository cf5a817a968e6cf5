import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { day } from '../../../host/test/support/calendar.js';
import type { Caller } from '../../../host/test/support/caller.js';
import { eventually } from '../../../host/test/support/eventually.js';
import { violationsOn } from '../../ui/test/support/axe-page.js';
import { hasBrowser, openBrowser, type Visitor, visit } from '../../ui/test/support/browser.js';
import { openPortals, type PortalHouse } from '../../ui/test/support/nexus.js';
import { signIn } from '../../ui/test/support/sign-in.js';
import {
  card,
  cardIn,
  live,
  newBoard,
  newCards,
  type TriedBoard,
  taskIn,
} from './support/board.js';

let browser: Browser;
let portals: PortalHouse;
let manager: Caller;
let board: TriedBoard;
let taskId: string;
let otherId: string;
let workerId: string;
let visitor: Visitor;
let page: Page;
let sheet: Locator;

(hasBrowser ? describe : describe.skip)('the drawer of a task', () => {
  beforeAll(async () => {
    [browser, portals] = await Promise.all([openBrowser(), openPortals('employee')]);
    manager = await portals.house.as('manager');
    workerId = portals.house.tenants.north.people.employee.userId;
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await portals?.close();
  });
  beforeEach(async () => {
    board = await newBoard(manager, workerId);
    const titles = ['Paint the hull', 'Grease the winch'];
    [taskId = '', otherId = ''] = await newCards(manager, board, 'Backlog', titles);
    visitor = await visit(browser);
    page = visitor.page;
    sheet = page.getByRole('dialog', { name: /^(Task|Aufgabe) / });
  });
  afterEach(() => visitor.close());

  it('opens from a card, steps on, closes, and leaves the focus at its card', async () => {
    await signIn(page, portals, 'employee', board.path);
    await card(page, 'Paint the hull').focus();
    await page.keyboard.press('Enter');
    await sheet.waitFor();
    await page.waitForURL(/task=tsk_/);
    expect(await title().inputValue()).toBe('Paint the hull');
    await violationFree();
    await page.keyboard.press('j');
    await eventually(async () => (await title().inputValue()) === 'Grease the winch' || undefined);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    const focused = page.locator('[data-card-id]:focus');
    await focused.getByText('Grease the winch').waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(visitor.complaints).toEqual([]);
  });

  it('keeps what was typed over a reload, until it is saved', async () => {
    await open();
    await title().fill('Paint the hull blue');
    await sheet.getByText('Not saved yet').waitFor();
    await page.reload();
    await sheet.waitFor();
    await eventually(
      async () => (await title().inputValue()) === 'Paint the hull blue' || undefined,
    );
    await manager.do('taskUpdate', { id: taskId, title: 'Paint it red' }, 'task { id }');
    await sheet.getByText('Somebody changed this meanwhile').waitFor();
    await title().press('Enter');
    await eventually(
      async () => (await taskIn(manager, taskId)).title === 'Paint the hull blue' || undefined,
    );
    await sheet.getByText('Not saved yet').waitFor({ state: 'detached' });
    // The page behind is hidden from whoever listens to it, but follows.
    await page.locator('[data-card-id]').filter({ hasText: 'Paint the hull blue' }).waitFor();
  });

  it('writes a description with structure, and its draft outlives the page', async () => {
    await open();
    await sheet
      .getByRole('region', { name: 'Description' })
      .getByRole('button', { name: 'Edit' })
      .click();
    const text = sheet.getByRole('textbox', { name: 'Description' });
    await text.click();
    await page.keyboard.type('- two coats');
    await sheet.getByText('Not saved yet').waitFor();
    await page.reload();
    await sheet.getByRole('listitem').getByText('two coats').waitFor();
    await sheet
      .getByRole('region', { name: 'Description' })
      .getByRole('button', { name: 'Save' })
      .click();
    await sheet.getByRole('button', { name: 'Edit' }).waitFor();
    const { description } = await taskIn(manager, taskId, 'description');
    expect(String(description)).toContain('bulletList');
  });

  it('saves each fact as it is changed, and says at the field what is refused', async () => {
    await open();
    await sheet.getByLabel('Priority').click();
    await page.getByRole('option', { name: 'High' }).click();
    await sheet.getByLabel('Points').click();
    await page.getByRole('option', { name: '21' }).click();
    await sheet.getByText('More than 13 points: split this.').waitFor();
    await sheet.getByLabel('Estimate').fill('1:30');
    await sheet.getByLabel('Estimate').press('Tab');
    await sheet.getByLabel('Labels').fill('deck');
    await sheet.getByLabel('Labels').press('Enter');
    await sheet.getByLabel('The client sees it').click();
    await sheet.getByRole('combobox', { name: 'Assignees' }).click();
    await page.getByRole('option', { name: 'Emil Vogt' }).click();
    await page.keyboard.press('Escape');
    await eventually(async () => {
      const task = await taskIn(
        manager,
        taskId,
        'priority points estimateMinutes labels clientVisible assignees { id }',
      );
      const { version: _version, title: _title, column: _column, ...facts } = task;
      const wanted = {
        ...{ priority: 'HIGH', points: 21, estimateMinutes: 90, labels: ['deck'] },
        ...{ clientVisible: true, assignees: [{ id: workerId }] },
      };
      return JSON.stringify(facts) === JSON.stringify(wanted) || undefined;
    });
  });

  it('ticks off a checklist, and says what of it is open when it is completed', async () => {
    await open();
    const steps = sheet.getByRole('region', { name: 'Checklist' });
    await steps.getByLabel('New step').fill('Sand it');
    await steps.getByLabel('New step').press('Enter');
    await steps.getByRole('checkbox', { name: 'Sand it' }).waitFor();
    await sheet.getByRole('button', { name: 'Complete' }).click();
    await page.getByText('One item of the checklist is open.').waitFor();
    await sheet.getByText('Done', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await sheet.getByRole('button', { name: 'Complete' }).waitFor();
    await steps.getByRole('checkbox', { name: 'Sand it' }).click();
    await steps.getByText('1 / 1').waitFor();
    await steps.getByRole('button', { name: 'Remove Sand it' }).click();
    await steps.getByRole('checkbox', { name: 'Sand it' }).waitFor({ state: 'detached' });
  });

  it('finds what it waits for, and is held up by it', async () => {
    await open();
    const part = sheet.getByRole('region', { name: 'Dependencies' });
    await part.getByRole('combobox').click();
    await page.getByPlaceholder('Search …').fill('winch');
    await page.getByRole('option', { name: /Grease the winch/ }).click();
    await part.getByRole('list', { name: 'Waits for' }).getByText('Grease the winch').waitFor();
    await sheet.getByRole('button', { name: 'Complete' }).click();
    await page.getByText(/It waits for [A-Z0-9-]+\./).waitFor();
    await part
      .getByRole('button', { name: /Grease the winch/ })
      .first()
      .click();
    await eventually(async () => (await title().inputValue()) === 'Grease the winch' || undefined);
    await part.getByRole('list', { name: 'Holds up' }).getByText('Paint the hull').waitFor();
    await part.getByRole('button', { name: /^Remove the dependency/ }).click();
    await part.getByText('Paint the hull').waitFor({ state: 'detached' });
    const { successors } = await taskIn(manager, otherId, 'successors { kind }');
    expect(successors).toEqual([]);
  });

  it('blocks with a reason, which the others see', async () => {
    await open();
    await sheet.getByRole('button', { name: 'Block', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Why can it not go on?' });
    await dialog.getByLabel('Reason').fill('No paint');
    await dialog.getByRole('button', { name: 'Block' }).click();
    await sheet.getByText(/Blocked: No paint \(Emil Vogt/).waitFor();
    await manager.do('taskUnblock', { id: taskId }, 'task { id }');
    await sheet.getByText(/Blocked: No paint/).waitFor({ state: 'detached' });
  });

  it('measures time by a timer, and takes down what was worked before', async () => {
    await open();
    const time = sheet.getByRole('region', { name: 'Time' });
    await time.getByRole('button', { name: 'Start timer' }).click();
    await time.getByRole('button', { name: 'Stop timer' }).click();
    await time.getByRole('button', { name: 'Start timer' }).waitFor();
    await time.getByRole('button', { name: 'Log time' }).click();
    await time.getByText('Please fill this in.').waitFor();
    await time.getByLabel('Duration').fill('1:15');
    await time.getByLabel('Note').fill('First coat');
    await time.getByRole('button', { name: 'Log time' }).click();
    await time.getByText('First coat').waitFor();
    const { loggedMinutes } = await taskIn(manager, taskId, 'loggedMinutes');
    expect(loggedMinutes).toBeGreaterThanOrEqual(75);
  });

  it('lets people speak, call upon each other, and take it back', async () => {
    await open();
    const comments = sheet.getByRole('region', { name: 'Comments' });
    await comments.getByLabel('New comment').pressSequentially('Ask @mar');
    await page.getByRole('option', { name: 'Mara Lindner' }).waitFor();
    await page.keyboard.press('Enter');
    await eventually(
      async () =>
        (await comments.getByLabel('New comment').inputValue()) === 'Ask @Mara Lindner ' ||
        undefined,
    );
    await comments.getByRole('button', { name: 'Comment', exact: true }).click();
    const said = comments.getByRole('article', { name: 'Comment of Emil Vogt' });
    await said.getByText('Ask @Mara Lindner').waitFor();
    // What is said stands there at once; what can be changed the graph has taken.
    await said.getByRole('button', { name: 'Edit' }).waitFor();
    const { viewer } = await manager.nexus.query<{
      viewer: { mentions: { nodes: { comment: { body: string } }[] } };
    }>('query Mentions { viewer { mentions(first: 1) { nodes { comment { body } } } } }');
    expect(viewer.mentions.nodes[0]?.comment.body).toBe('Ask @Mara Lindner');
    await said.getByRole('button', { name: 'Edit' }).click();
    await said.getByLabel('Change the comment').fill('Never mind');
    await said.getByRole('button', { name: 'Save' }).click();
    await said.getByText('Never mind').waitFor();
    await live(page);
    const answer = { taskId, body: 'For you, dear client', visibility: 'CLIENT' };
    await manager.do('taskCommentAdd', answer, 'comment { id }');
    await comments
      .getByRole('article', { name: 'Comment of Mara Lindner' })
      .getByText('The client reads this')
      .waitFor();
    await said.getByRole('button', { name: 'Delete' }).click();
    await said.waitFor({ state: 'detached' });
    await sheet
      .getByRole('region', { name: 'Activity' })
      .getByText(/created the task/)
      .waitFor();
  });

  it('is reached from one’s own work', async () => {
    const input = { id: taskId, userIds: [workerId] };
    await manager.do('taskAssign', input, 'task { id }');
    await manager.do('taskUpdate', { id: taskId, due: day(0) }, 'task { id }');
    await signIn(page, portals, 'employee');
    await page.getByRole('link', { name: 'Paint the hull' }).first().click();
    await sheet.waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'My work' }).waitFor();
  });

  it('fills a phone in German, light, and nothing sticks out', async () => {
    await visitor.close();
    visitor = await visit(browser, { width: 360, height: 740, theme: 'light', language: 'de' });
    page = visitor.page;
    sheet = page.getByRole('dialog', { name: /^Aufgabe / });
    await page.goto(portals.url);
    await signInGerman();
    await sheet.getByRole('button', { name: 'Erledigen' }).waitFor();
    const box = await sheet.boundingBox();
    expect([box?.x, box?.width]).toEqual([0, 360]);
    const wide = await sheet.evaluate((node) => node.scrollWidth);
    expect(wide).toBeLessThanOrEqual(360);
    await violationFree();
    await page.getByRole('button', { name: 'Schließen' }).click();
    await cardIn(page, 'Backlog', 'Paint the hull');
  });

  it('says where there is no such task', async () => {
    const nowhere = 'tsk_01k64zhbc0e2bbqs7qf4hf4eps';
    await signIn(page, portals, 'employee', board.path);
    await page.goto(`${portals.url}${board.path}?task=${nowhere}`);
    await page.getByText('There is no such task').waitFor();
  });
});

const title = () => sheet.getByRole('textbox', { name: 'Title' });

async function open(): Promise<void> {
  await signIn(page, portals, 'employee', board.path);
  await page.goto(`${portals.url}${board.path}?task=${taskId}`);
  await title().waitFor();
}

async function signInGerman(): Promise<void> {
  const { email, password } = portals.house.tenants.north.people.employee;
  await page.goto(`${portals.url}${board.path}?task=${taskId}`);
  await page.getByLabel('E-Mail').fill(email);
  await page.getByLabel('Passwort').fill(password);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await sheet.waitFor();
}

async function violationFree(): Promise<void> {
  expect(await violationsOn(page)).toEqual([]);
}
