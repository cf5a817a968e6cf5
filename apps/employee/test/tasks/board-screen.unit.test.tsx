/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { World } from '../../../ui/test/support/world.js';
import { refused } from '../../../ui/test/support/world.js';
import { openEmployee } from '../support/screen.js';

const project = { id: 'prj_1', name: 'Hull', code: 'ACM-1' };
const card = (id: string, columnId: string, facts: object = {}) => ({
  ...{ id, number: `ACM-${id}`, title: `Task ${id}`, project, version: 1, rank: `a${id}` },
  ...{ priority: 'MEDIUM', column: { id: columnId, name: columnId }, viewerCanMove: true },
  ...facts,
});
const column = (id: string, nodes: object[], facts: object = {}) => ({
  ...{ __typename: 'BoardColumn', id, name: id, category: 'TODO', count: nodes.length },
  ...{ wipMode: 'WARN', tasks: { nodes }, ...facts },
});
const board = (columns: object[], facts: object = {}) => ({
  project: { ...project, viewerCanWork: true, board: { columns }, ...facts },
});
const open = (world: World, search = '') => openEmployee(`/projects/prj_1/board${search}`, world);
const listOf = (name: string) => screen.findByRole('list', { name: new RegExp(`^${name}`) });

describe('the board', () => {
  it('is a list for each column, its cards named and in their order', async () => {
    await open(board([column('Todo', [card('1', 'Todo'), card('2', 'Todo')]), column('Done', [])]));
    const items = within(await listOf('Todo')).getAllByRole('listitem');
    expect(items.map((item) => item.textContent)).toEqual([
      ...[expect.stringContaining('Task 1'), expect.stringContaining('Task 2')],
    ]);
    expect(within(await listOf('Done')).queryAllByRole('listitem')).toEqual([]);
  });

  it('says so where there is none', async () => {
    await open({ project: null });
    expect(await screen.findByText('There is no such board')).toBeTruthy();
  });

  it('shows what is worth knowing of a card', async () => {
    const facts = {
      ...{ priority: 'URGENT', labels: ['wood'], commentCount: 2 },
      ...{ blocked: { reason: 'No oakum', since: '2026-11-20T09:00:00Z' } },
      checklist: [
        { id: 'a', checked: true },
        { id: 'b', checked: false },
      ],
    };
    await open(board([column('Todo', [card('1', 'Todo', facts)])]));
    const item = within(await listOf('Todo')).getByRole('listitem');
    for (const text of ['Urgent', 'wood', '1/2', 'Blocked']) {
      expect(item.textContent).toContain(text);
    }
  });

  it('adds one card after the other by Enter, and gives back what is refused', async () => {
    let refusal: object = {};
    const taskCreate = () => refusal;
    const { user, sent, asked } = await open({ ...board([column('Todo', [])]), taskCreate });
    await user.click(await screen.findByRole('button', { name: 'Add a task to Todo' }));
    const title = screen.getByRole<HTMLInputElement>('textbox', { name: 'New task in Todo' });
    await user.type(title, '  {Enter}');
    expect(asked.some(({ kind }) => kind === 'mutation')).toBe(false);
    await user.type(title, 'Tar{Enter}');
    await waitFor(() =>
      expect(sent('TaskAdd')).toMatchObject({
        ...{ projectId: 'prj_1', columnId: 'Todo', title: 'Tar' },
        idempotencyKey: expect.any(String),
      }),
    );
    expect(title.value).toBe('');
    refusal = refused('The project is closed.');
    await user.type(title, 'Oakum{Enter}');
    expect(await screen.findByText('The project is closed.')).toBeTruthy();
    expect(title.value).toBe('Oakum');
    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(document.activeElement).toBe(
        screen.getByRole('button', { name: 'Add a task to Todo' }),
      ),
    );
  });

  it('puts a card where somebody else has moved it', async () => {
    const { tell } = await open(board([column('Todo', [card('1', 'Todo')]), column('Done', [])]));
    await listOf('Todo');
    await tell('boardChanged', { kind: 'TaskMoved', node: card('1', 'Done', { version: 2 }) });
    await waitFor(async () =>
      expect(within(await listOf('Done')).getAllByRole('listitem')).toHaveLength(1),
    );
    expect(within(await listOf('Todo')).queryAllByRole('listitem')).toEqual([]);
  });

  it('shows only what a search in its address finds, and all again when it is cleared', async () => {
    const nodes = [card('1', 'Todo'), card('2', 'Todo', { title: 'Sew sails' })];
    const { user } = await open(board([column('Todo', nodes)]), '?search=sails');
    await screen.findByText('Sew sails');
    expect(screen.queryByText('Task 1')).toBeNull();
    await user.clear(screen.getByRole('searchbox', { name: 'Search tasks' }));
    expect(await screen.findByText('Task 1')).toBeTruthy();
    expect(window.location.search).toBe('');
  });

  it('opens a card by Enter, in the address', async () => {
    const { user } = await open(board([column('Todo', [card('tsk', 'Todo')])]));
    await listOf('Todo');
    const item = document.querySelector<HTMLElement>('[data-card-id="tsk"]');
    item?.focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(window.location.search).toBe('?task=tsk'));
  });
});

describe('the columns of a board', () => {
  const manager = { viewerCanManageBoard: true };
  const menu = async (user: { click: (on: Element) => Promise<void> }, name: string) => {
    await user.click(await screen.findByRole('button', { name: 'Column Todo' }));
    await user.click(await screen.findByRole('menuitem', { name }));
  };

  it('are changed by whoever may, and by nobody else', async () => {
    await open(board([column('Todo', [])]));
    await listOf('Todo');
    expect(screen.queryByRole('button', { name: 'Column Todo' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Add a column' })).toBeNull();
  });

  it('get a limit that is a whole number, or none', async () => {
    const { user, sent } = await open(board([column('Todo', [])], manager));
    await menu(user, 'Rename or limit');
    const dialog = within(await screen.findByRole('dialog', { name: 'Change Todo' }));
    const limit = dialog.getByRole('textbox', { name: /Tasks at once/ });
    await user.type(limit, '2.5');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await dialog.findByText('Please write a whole number from 1.')).toBeTruthy();
    await user.clear(limit);
    await user.type(limit, '3');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sent('ColumnUpdate')).toEqual({
        ...{ id: 'Todo', name: 'Todo', wipMode: 'WARN', wipLimit: 3 },
      }),
    );
  });

  it('keep the limit that follows the team where nobody writes another', async () => {
    const { user, sent } = await open(board([column('Todo', [], { wipLimit: 4 })], manager));
    await menu(user, 'Rename or limit');
    const dialog = within(await screen.findByRole('dialog', { name: 'Change Todo' }));
    await user.type(dialog.getByRole('textbox', { name: /Name/ }), ' now');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sent('ColumnUpdate')).toEqual({ id: 'Todo', name: 'Todo now', wipMode: 'WARN' }),
    );
  });

  it('lose theirs where it is emptied', async () => {
    const { user, sent } = await open(board([column('Todo', [], { wipLimit: 4 })], manager));
    await menu(user, 'Rename or limit');
    const dialog = within(await screen.findByRole('dialog', { name: 'Change Todo' }));
    await user.clear(dialog.getByRole('textbox', { name: /Tasks at once/ }));
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent('ColumnUpdate')).toMatchObject({ wipLimit: null }));
  });

  it('put a name that is taken at its field', async () => {
    const boardColumnAdd = refused('There is one of that name.', 'name');
    const { user } = await open({ ...board([column('Todo', [])], manager), boardColumnAdd });
    await user.click(await screen.findByRole('button', { name: 'Add a column' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox', { name: /Name/ }), 'Todo');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await dialog.findByText('There is one of that name.');
    expect(dialog.getByRole('textbox', { name: /Name/ }).getAttribute('aria-invalid')).toBe('true');
  });

  it('go one place to the right, and not beyond the last', async () => {
    const { user, sent } = await open(board([column('Todo', []), column('Done', [])], manager));
    await menu(user, 'Move right');
    await waitFor(() => expect(sent('ColumnUpdate')).toEqual({ id: 'Todo', afterId: 'Done' }));
    await user.click(await screen.findByRole('button', { name: 'Column Todo' }));
    const left = await screen.findByRole('menuitem', { name: 'Move left' });
    expect(left.getAttribute('aria-disabled')).toBe('true');
  });

  it('are removed to another one, which takes their tasks', async () => {
    const columns = [column('Todo', [card('1', 'Todo')]), column('Done', [])];
    const { user, sent } = await open(board(columns, manager));
    await menu(user, 'Remove');
    const dialog = within(await screen.findByRole('dialog', { name: 'Remove Todo?' }));
    await user.click(dialog.getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(sent('ColumnRemove')).toMatchObject({ id: 'Todo', moveTo: 'Done' }));
  });
});
