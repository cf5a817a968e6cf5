import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Caller } from '../../../host/test/support/caller.js';
import { hasBrowser, openBrowser, type Visitor, visit } from '../../ui/test/support/browser.js';
import { openPortals, type PortalHouse } from '../../ui/test/support/nexus.js';
import { signIn } from '../../ui/test/support/sign-in.js';
import {
  card,
  cardIn,
  column,
  drag,
  newBoard,
  standsIn,
  type TriedBoard,
} from './support/board.js';

const CARDS = 500;
const AT_ONCE = 20;

let browser: Browser;
let portals: PortalHouse;
let manager: Caller;
let board: TriedBoard;
let ids: readonly string[];
let visitor: Visitor;

(hasBrowser ? describe : describe.skip)('a board of 500 cards', () => {
  beforeAll(async () => {
    [browser, portals] = await Promise.all([openBrowser(), openPortals('employee')]);
    manager = await portals.house.as('manager');
    board = await newBoard(manager, portals.house.tenants.north.people.employee.userId);
    ids = await newTasks(manager, board);
    visitor = await visit(browser, { width: 1600 });
  }, 240_000);
  afterAll(async () => {
    await visitor?.close();
    await browser?.close();
    await portals?.close();
  });

  it('has all of them, draws those in sight, and goes on working', async () => {
    const { page } = visitor;
    await signIn(page, portals, 'employee', board.path);
    await cardIn(page, 'Backlog', 'Card 1 of many');
    await page.getByRole('img', { name: `${CARDS} cards`, exact: true }).waitFor();
    expect(await page.getByRole('article').count()).toBeLessThan(60);
    // The later pages come by themselves, and are brought into sight by scrolling.
    const first = `[aria-posinset="1"][aria-setsize="${CARDS}"]`;
    await column(page, 'Backlog').locator(first).waitFor();
    await column(page, 'Backlog').evaluate((list) => list.parentElement?.scrollTo(0, 1e6));
    await cardIn(page, 'Backlog', `Card ${CARDS} of many`);
    await drag(page, `Card ${CARDS} of many`, 'To do');
    await cardIn(page, 'To do', `Card ${CARDS} of many`);
    await standsIn(manager, ids.at(-1), 'To do');
    await page.getByLabel('Search tasks').fill('Card 250 of many');
    await cardIn(page, 'Backlog', 'Card 250 of many');
    expect(await page.getByRole('article').count()).toBe(1);
    await card(page, 'Card 250 of many').click();
    await page.getByRole('dialog', { name: /^Task / }).waitFor();
    expect(visitor.complaints).toEqual([]);
  });
});

/** Many tasks at the end of the backlog, some in each request. */
async function newTasks(caller: Caller, { projectId, columns }: TriedBoard): Promise<string[]> {
  const all: string[] = [];
  for (let from = 1; from <= CARDS; from += AT_ONCE) {
    const fields = Array.from({ length: AT_ONCE }, (_, place) => {
      const input = `projectId: "${projectId}", columnId: "${columns.Backlog}"`;
      return `t${place}: taskCreate(input: { ${input}, title: "Card ${from + place} of many" }) { task { id } }`;
    });
    const made = await caller.nexus.mutate<Record<string, { task: { id: string } }>>(
      `mutation Many { ${fields.join(' ')} }`,
    );
    all.push(...Object.values(made).map(({ task }) => task.id));
  }
  return all;
}
