import type { Locator, Page } from 'playwright-core';
import type { Caller } from '../../../../host/test/support/caller.js';
import { eventually } from '../../../../host/test/support/eventually.js';
import { newStaffedProject, newTask } from '../../../../host/test/support/work.js';

/** A project with a board: ids of its columns by their headings. */
export interface TriedBoard {
  readonly projectId: string;
  readonly path: string;
  readonly columns: Readonly<Record<string, string>>;
}

/** A project of the manager's with the worker in it, and the columns that every board begins with. */
export async function newBoard(manager: Caller, workerId: string): Promise<TriedBoard> {
  const { projectId } = await newStaffedProject(manager, workerId);
  return {
    projectId,
    path: `/employee/projects/${projectId}/board`,
    columns: await columnsOf(manager, projectId),
  };
}

export async function columnsOf(
  caller: Caller,
  projectId: string,
): Promise<Record<string, string>> {
  const { project } = await caller.nexus.query<{
    project: { board: { columns: { id: string; name: string }[] } };
  }>('query Columns($id: ID!) { project(id: $id) { board { columns { id name } } } }', {
    id: projectId,
  });
  return Object.fromEntries(project.board.columns.map(({ id, name }) => [name, id]));
}

/** Tasks in one column, from above to below. Returns their ids. */
export async function newCards(
  caller: Caller,
  { projectId, columns }: TriedBoard,
  column: string,
  titles: readonly string[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const title of titles) {
    ids.push(await newTask(caller, projectId, { title, columnId: columns[column] }));
  }
  return ids;
}

interface Standing {
  readonly title: string;
  readonly version: number;
  readonly column: { readonly name: string };
  readonly [field: string]: unknown;
}

/** How a task stands in the graph. */
export async function taskIn(caller: Caller, id: string, more = ''): Promise<Standing> {
  const { task } = await caller.nexus.query<{ task: Standing }>(
    `query Standing($id: ID!) { task(id: $id) { title version column { name } ${more} } }`,
    { id },
  );
  return task;
}

/** Waits until the graph has the task in that column. */
export async function standsIn(caller: Caller, id: string | undefined, name: string) {
  await eventually(async () => (await taskIn(caller, id ?? '')).column.name === name || undefined);
}

export const column = (page: Page, name: string): Locator =>
  page.getByRole('list', { name, exact: true });

/** A column with its heading and what is below its cards. */
export const columnBox = (page: Page, name: string): Locator =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name, exact: true }) })
    .last();

export const card = (page: Page, title: string): Locator =>
  page.getByRole('article').filter({ hasText: title });

/** The card once it is in that column. */
export const cardIn = (page: Page, name: string, title: string): Promise<void> =>
  column(page, name).getByRole('article').filter({ hasText: title }).waitFor();

/** Drags a card by the mouse, in steps as a hand does. */
export async function drag(page: Page, title: string, toColumn: string): Promise<void> {
  const from = await boxOf(card(page, title));
  const to = await boxOf(columnBox(page, toColumn));
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2 + 12, from.y + from.height / 2, { steps: 3 });
  await page.mouse.move(to.x + to.width / 2, to.y + 120, { steps: 8 });
  await page.mouse.up();
}

/** Drags a card by a finger: it is held until it lifts. */
export async function dragByTouch(page: Page, title: string, toColumn: string): Promise<void> {
  const from = await boxOf(card(page, title));
  const touch = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) =>
    touch.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
    });
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
  await send('touchStart', x, y);
  await page.getByRole('status').getByText('lifted').waitFor();
  // To the edge, where the board scrolls, until the column has come; then back onto it.
  const width = page.viewportSize()?.width ?? 0;
  for (let step = 1; step <= 8; step += 1) {
    await send('touchMove', x + ((width - 24 - x) * step) / 8, y + step);
  }
  await eventually(async () => (await boxOf(columnBox(page, toColumn))).x < width / 2 || undefined);
  // The board may still be scrolling: the finger follows the column.
  const over = page.getByRole('status').getByText(`: ${toColumn}, place`);
  let offset = 40;
  await eventually(async () => {
    const to = await boxOf(columnBox(page, toColumn));
    offset = offset === 60 ? 40 : offset + 10;
    await send('touchMove', to.x + offset, y + offset);
    return (await over.isVisible()) || undefined;
  });
  await send('touchEnd', 0, 0);
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new RangeError('It is not to be seen.');
  return box;
}

export const live = (page: Page): Promise<void> =>
  page.getByRole('status', { includeHidden: true }).getByText('Live', { exact: true }).waitFor();
