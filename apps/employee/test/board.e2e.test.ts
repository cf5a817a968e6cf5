import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Caller } from '../../../host/test/support/caller.js';
import { eventually } from '../../../host/test/support/eventually.js';
import { violationsOn } from '../../ui/test/support/axe-page.js';
import { hasBrowser, openBrowser, type Visitor, visit } from '../../ui/test/support/browser.js';
import { openPortals, type PortalHouse } from '../../ui/test/support/nexus.js';
import { signIn } from '../../ui/test/support/sign-in.js';
import {
  card,
  cardIn,
  column,
  columnBox,
  columnsOf,
  drag,
  dragByTouch,
  live,
  newBoard,
  newCards,
  standsIn,
  type TriedBoard,
  taskIn,
} from './support/board.js';

let browser: Browser;
let portals: PortalHouse;
let manager: Caller;
let workerId: string;
let board: TriedBoard;
let ids: readonly string[];
let visitor: Visitor;
let page: Page;

(hasBrowser ? describe : describe.skip)('the board', () => {
  beforeAll(async () => {
    [browser, portals] = await Promise.all([openBrowser(), openPortals('employee')]);
    const { house } = portals;
    manager = await house.as('manager');
    workerId = house.tenants.north.people.employee.userId;
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await portals?.close();
  });
  beforeEach(async () => {
    board = await newBoard(manager, workerId);
    ids = await newCards(manager, board, 'Backlog', ['Paint the hull', 'Grease the winch']);
    visitor = await visit(browser, { width: 1600 });
    page = visitor.page;
  });
  afterEach(() => visitor.close());

  it('shows the cards of a project in their columns', async () => {
    await signIn(page, portals, 'employee', '/employee/projects');
    await page.goto(`${portals.url}${board.path}`);
    await cardIn(page, 'Backlog', 'Paint the hull');
    expect(await column(page, 'Backlog').getByRole('article').count()).toBe(2);
    expect(await page.getByRole('img', { name: '2 cards', exact: true }).count()).toBe(1);
    expect(await violationsOn(page)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });

  it('moves a card by mouse, at once and for good', async () => {
    await signIn(page, portals, 'employee', board.path);
    await cardIn(page, 'Backlog', 'Paint the hull');
    await drag(page, 'Paint the hull', 'In progress');
    await cardIn(page, 'In progress', 'Paint the hull');
    await standsIn(manager, ids[0], 'In progress');
    await page.reload();
    await cardIn(page, 'In progress', 'Paint the hull');
  });

  it('shows a move at once on a slow network, and keeps it when the answer comes', async () => {
    await signIn(page, portals, 'employee', board.path);
    await cardIn(page, 'Backlog', 'Paint the hull');
    const answer = Promise.withResolvers<void>();
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('"columnId"')) await answer.promise;
      await route.continue();
    });
    await drag(page, 'Paint the hull', 'In progress');
    await cardIn(page, 'In progress', 'Paint the hull');
    expect((await taskIn(manager, ids[0] ?? '')).column.name).toBe('Backlog');
    answer.resolve();
    await standsIn(manager, ids[0], 'In progress');
    await cardIn(page, 'In progress', 'Paint the hull');
    expect(await page.getByText(/went back/).count()).toBe(0);
  });

  it('moves a card by the keyboard alone, and says where it is', async () => {
    await signIn(page, portals, 'employee', board.path);
    await card(page, 'Paint the hull').focus();
    await page.keyboard.press('ArrowDown');
    await focusedOn('Grease the winch');
    await page.keyboard.press('ArrowUp');
    await focusedOn('Paint the hull');
    await page.keyboard.press('Space');
    const said = page.getByRole('status');
    await said.getByText(/Paint the hull lifted\. It is in Backlog, place 1 of 2/).waitFor();
    await page.keyboard.press('ArrowRight');
    await said.getByText(/Paint the hull: To do, place 1 of 1/).waitFor();
    await page.keyboard.press('Space');
    await said.getByText(/Paint the hull put down in To do/).waitFor();
    await cardIn(page, 'To do', 'Paint the hull');
    await focusedOn('Paint the hull');
    await standsIn(manager, ids[0], 'To do');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Escape');
    await said.getByText('Put back where it was.').waitFor();
    await cardIn(page, 'To do', 'Paint the hull');
  });

  it('moves a card by touch on a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    const touch = await visitor.context.newCDPSession(page);
    await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await signIn(page, portals, 'employee', board.path);
    await cardIn(page, 'Backlog', 'Paint the hull');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    expect(await violationsOn(page)).toEqual([]);
    await dragByTouch(page, 'Paint the hull', 'To do');
    await cardIn(page, 'To do', 'Paint the hull');
    await standsIn(manager, ids[0], 'To do');
    expect(await page.getByRole('menu').count()).toBe(0);
  });

  it('refuses a card too many, puts it back and says why', async () => {
    const input = { id: board.columns.Review, wipLimit: 1, wipMode: 'BLOCK' };
    await manager.do('boardColumnUpdate', input, 'column { id }');
    await newCards(manager, board, 'Review', ['Read the log']);
    await signIn(page, portals, 'employee', board.path);
    await page.getByRole('img', { name: '1 card, 1 at most' }).waitFor();
    await drag(page, 'Paint the hull', 'Review');
    await page.getByText('went back to where it was').waitFor();
    await page.getByText('holds 1 of 1 cards.').waitFor();
    await cardIn(page, 'Backlog', 'Paint the hull');
    expect(await column(page, 'Review').getByRole('article').count()).toBe(1);
    expect((await taskIn(manager, ids[0] as string)).column.name).toBe('Backlog');
  });

  it('snaps a card back when somebody else changed it in the meantime', async () => {
    await signIn(page, portals, 'employee', board.path);
    await live(page);
    await card(page, 'Paint the hull').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await manager.do('taskMove', { id: ids[0], columnId: board.columns.Review }, 'task { id }');
    await page.keyboard.press('Space');
    await page.getByText('Somebody else has changed this in the meantime.').waitFor();
    await cardIn(page, 'Review', 'Paint the hull');
    expect((await taskIn(manager, ids[0] as string)).column.name).toBe('Review');
  });

  it('is the same board in two browsers, which see each other', async () => {
    await signIn(page, portals, 'employee', board.path);
    const other = await visit(browser, { width: 1600 });
    try {
      await signIn(other.page, portals, 'manager', board.path);
      await page.getByRole('img', { name: 'Mara Lindner' }).waitFor();
      await other.page.getByRole('img', { name: 'Emil Vogt' }).first().waitFor();
      await live(page);
      await live(other.page);
      await card(page, 'Paint the hull').focus();
      await page.keyboard.press('Space');
      await card(other.page, 'Paint the hull').getByText('Emil Vogt has it').waitFor();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Space');
      await cardIn(other.page, 'To do', 'Paint the hull');
      await other.page.getByText('Emil Vogt has it').waitFor({ state: 'detached' });
      await drag(other.page, 'Paint the hull', 'Review');
      await cardIn(page, 'Review', 'Paint the hull');
      await newCards(manager, board, 'To do', ['Order the paint']);
      await cardIn(page, 'To do', 'Order the paint');
      expect([...visitor.complaints, ...other.complaints]).toEqual([]);
    } finally {
      await other.close();
    }
    // A browser that is killed cannot say that it goes: it is not heard of for 30 s.
    const mara = page.getByRole('img', { name: 'Mara Lindner' });
    await mara.waitFor({ state: 'detached', timeout: 60_000 });
  }, 150_000);

  it('puts a card back where the network is gone', async () => {
    await signIn(page, portals, 'employee', board.path);
    await live(page);
    // What says so is loaded when the page rests.
    await page.getByRole('region', { name: /^Messages/ }).waitFor({ state: 'attached' });
    await card(page, 'Paint the hull').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await visitor.context.setOffline(true);
    await page.keyboard.press('Space');
    await cardIn(page, 'To do', 'Paint the hull');
    await page.getByText('went back to where it was').waitFor();
    await cardIn(page, 'Backlog', 'Paint the hull');
    await visitor.context.setOffline(false);
    await drag(page, 'Paint the hull', 'To do');
    await standsIn(manager, ids[0], 'To do');
  });

  it('adds one task after the other, from the keyboard', async () => {
    await signIn(page, portals, 'employee', board.path);
    await cardIn(page, 'Backlog', 'Paint the hull');
    await page.keyboard.press('c');
    const title = page.getByRole('textbox', { name: 'New task in Backlog' });
    await title.waitFor();
    await page.keyboard.type('Buy rope');
    await page.keyboard.press('Enter');
    await cardIn(page, 'Backlog', 'Buy rope');
    await page.keyboard.type('Coil rope');
    await page.keyboard.press('Enter');
    await cardIn(page, 'Backlog', 'Coil rope');
    expect(await title.inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await title.waitFor({ state: 'detached' });
    const last = column(page, 'Backlog').getByRole('article').last();
    await last.getByText('Coil rope').waitFor();
  });

  it('keeps what it is narrowed to in the address', async () => {
    await manager.do(
      'taskUpdate',
      { id: ids[1], priority: 'URGENT', labels: ['deck'] },
      'task { id }',
    );
    await signIn(page, portals, 'employee', board.path);
    await cardIn(page, 'Backlog', 'Paint the hull');
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('dialog', { name: 'Filter' }).getByLabel('Priority').click();
    await page.getByRole('option', { name: 'Urgent' }).click();
    await page.waitForURL(/priority=URGENT/);
    await card(page, 'Paint the hull').waitFor({ state: 'detached' });
    await page.reload();
    await cardIn(page, 'Backlog', 'Grease the winch');
    expect(await card(page, 'Paint the hull').count()).toBe(0);
    await page.getByRole('button', { name: '1 filter' }).click();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await cardIn(page, 'Backlog', 'Paint the hull');
    await page.keyboard.press('Escape');
    await page.getByLabel('Search tasks').fill('winch');
    await page.waitForURL(/search=winch/);
    await card(page, 'Paint the hull').waitFor({ state: 'detached' });
    // What no longer fits leaves, and what fits comes, while others work.
    await live(page);
    await manager.do('taskUpdate', { id: ids[1], title: 'Grease the crane' }, 'task { id }');
    await card(page, 'Grease').waitFor({ state: 'detached' });
  });

  it('lets a manager add, limit, move and remove columns, and nobody else', async () => {
    await signIn(page, portals, 'manager', board.path);
    await page.getByRole('button', { name: 'Add a column' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a column' });
    await dialog.getByLabel('Name').fill('Test drive');
    await dialog.getByLabel('Tasks at once, at most').fill('0');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Please write a whole number from 1.').waitFor();
    await dialog.getByLabel('Tasks at once, at most').fill('3');
    expect(await violationsOn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await columnBox(page, 'Test drive').waitFor();
    await page.getByRole('img', { name: '0 cards, 3 at most' }).waitFor();
    await page.getByRole('button', { name: 'Column Test drive' }).click();
    await page.getByRole('menuitem', { name: 'Move left' }).click();
    await eventually(async () => {
      const names = Object.keys(await columnsOf(manager, board.projectId));
      return names.indexOf('Test drive') === 4 || undefined;
    });
    await page.getByRole('button', { name: 'Column Backlog' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    const removal = page.getByRole('dialog', { name: 'Remove Backlog?' });
    await removal.getByRole('button', { name: 'Remove' }).click();
    await cardIn(page, 'To do', 'Paint the hull');
    expect(await columnBox(page, 'Backlog').count()).toBe(0);
    await signInAnew('employee');
    await cardIn(page, 'To do', 'Paint the hull');
    expect(await page.getByRole('button', { name: /^Column / }).count()).toBe(0);
  });

  it('does to a card what its menu, a key and the palette offer alike', async () => {
    await signIn(page, portals, 'employee', board.path);
    await card(page, 'Paint the hull').click({ button: 'right' });
    await page.getByRole('menuitem', { name: /Assign to me/ }).click();
    await card(page, 'Paint the hull').getByRole('img', { name: 'Emil Vogt' }).waitFor();
    await card(page, 'Paint the hull').focus();
    await page.keyboard.press('b');
    const dialog = page.getByRole('dialog', { name: 'Why can it not go on?' });
    await dialog.getByLabel('Reason').fill('No paint');
    await dialog.getByRole('button', { name: 'Block' }).click();
    await card(page, 'Paint the hull').getByText('Blocked').waitFor();
    await card(page, 'Grease the winch').focus();
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill('archive');
    await page.keyboard.press('Enter');
    await card(page, 'Grease the winch').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await cardIn(page, 'Backlog', 'Grease the winch');
  });

  it('says where there is no such board', async () => {
    await signIn(
      page,
      portals,
      'employee',
      '/employee/projects/prj_01k64zhbc0e2bbqs7qf4hf4eps/board',
    );
    await page.getByText('There is no such board').waitFor();
  });
});

async function signInAnew(person: 'employee'): Promise<void> {
  await visitor.context.clearCookies();
  await signIn(page, portals, person, board.path);
}

const focusedOn = (title: string) =>
  page.locator('[data-card-id]:focus').filter({ hasText: title }).waitFor();
