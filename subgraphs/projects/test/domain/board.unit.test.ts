import { describe, expect, it } from '@jest/globals';
import { specification } from '@nexus/kit/testing';
import { board } from '../../src/domain/board.aggregate.js';
import type { BoardEvent } from '../../src/domain/board.events.js';
import { wipFindings, wipLimitOf } from '../../src/domain/board.wip.js';

const ref = { projectId: 'prj_1', clientId: null };
const column = (
  columnId: string,
  name: string,
  category: 'TODO' | 'DOING' | 'DONE',
  position: number,
): BoardEvent => ({
  type: 'ColumnAdded',
  data: {
    ...ref,
    columnId,
    name,
    category,
    wipLimit: null,
    wipPerMember: null,
    wipMode: 'WARN',
    position,
  },
});
const BOARD = [
  column('col_a', 'To do', 'TODO', 0),
  column('col_b', 'Doing', 'DOING', 1),
  column('col_c', 'Done', 'DONE', 2),
];
const spec = () => specification(board);

describe('a board', () => {
  it('opens with five columns, whose limits follow the team', async () => {
    const decision = await spec()
      .given()
      .when({ type: 'Open', ...ref })
      .then((made) => made);
    expect(decision).toMatchObject({ ok: true });
    const columns = (decision as { events: BoardEvent[] }).events.map(({ data }) => data);
    expect(columns).toMatchObject([
      { name: 'Backlog', category: 'TODO', wipPerMember: null },
      { name: 'To do', category: 'TODO', wipPerMember: null },
      { name: 'In progress', category: 'DOING', wipPerMember: 3, wipMode: 'WARN' },
      { name: 'Review', category: 'DOING', wipPerMember: 2 },
      { name: 'Done', category: 'DONE', wipPerMember: null },
    ]);
  });

  it('opens once', () =>
    spec()
      .given(BOARD)
      .when({ type: 'Open', ...ref })
      .then([]));

  it('takes a column between two others', () =>
    spec()
      .given(BOARD)
      .when({
        type: 'AddColumn',
        columnId: 'col_d',
        name: 'Review',
        category: 'DOING',
        wipLimit: 2,
        wipMode: 'BLOCK',
        afterId: 'col_b',
      })
      .then([
        {
          type: 'ColumnAdded',
          data: {
            ...ref,
            columnId: 'col_d',
            name: 'Review',
            category: 'DOING',
            wipLimit: 2,
            wipPerMember: null,
            wipMode: 'BLOCK',
            position: 3,
          },
        },
        { type: 'ColumnReordered', data: { ...ref, order: ['col_a', 'col_b', 'col_d', 'col_c'] } },
      ]));

  it('has no two columns of one name', () =>
    spec()
      .given(BOARD)
      .when({
        type: 'AddColumn',
        columnId: 'col_d',
        name: ' to  DO',
        category: 'TODO',
        wipLimit: null,
        wipMode: 'WARN',
        afterId: null,
      })
      .thenRefused('COLUMN_NAME_TAKEN', ['name']));

  it('refuses a limit of nothing', () =>
    spec()
      .given(BOARD)
      .when({ type: 'UpdateColumn', columnId: 'col_b', wipLimit: 0 })
      .thenRefused('WIP_LIMIT_INVALID', ['wipLimit']));

  it('renames, limits and moves a column', () =>
    spec()
      .given(BOARD)
      .when({
        type: 'UpdateColumn',
        columnId: 'col_b',
        name: 'At work',
        wipLimit: 3,
        wipMode: 'BLOCK',
        afterId: null,
      })
      .then([
        { type: 'ColumnRenamed', data: { ...ref, columnId: 'col_b', name: 'At work' } },
        {
          type: 'WipLimitChanged',
          data: { ...ref, columnId: 'col_b', wipLimit: 3, wipPerMember: null, wipMode: 'BLOCK' },
        },
        { type: 'ColumnReordered', data: { ...ref, order: ['col_b', 'col_a', 'col_c'] } },
      ]));

  it('knows its columns', async () => {
    await spec()
      .given(BOARD)
      .when({ type: 'UpdateColumn', columnId: 'col_x', name: 'X' })
      .thenRefused('COLUMN_NOT_FOUND', ['id']);
    await spec()
      .given(BOARD)
      .when({ type: 'UpdateColumn', columnId: 'col_a', afterId: 'col_a' })
      .thenRefused('COLUMN_NOT_FOUND', ['afterId']);
    await spec()
      .given(BOARD)
      .when({ type: 'RemoveColumn', columnId: 'col_b', moveTo: 'col_b' })
      .thenRefused('COLUMN_NOT_FOUND', ['moveTo']);
  });

  it('keeps a place for new tasks and one for done ones', async () => {
    await spec()
      .given(BOARD)
      .when({ type: 'RemoveColumn', columnId: 'col_c', moveTo: 'col_a' })
      .thenRefused('BOARD_NEEDS_COLUMN', ['id']);
    await spec()
      .given(BOARD)
      .when({ type: 'RemoveColumn', columnId: 'col_b', moveTo: 'col_a' })
      .then([{ type: 'ColumnRemoved', data: { ...ref, columnId: 'col_b', moveTo: 'col_a' } }]);
  });
});

describe('a WIP limit', () => {
  const full = { columnName: 'Doing', count: 3, limit: 3, mode: 'BLOCK' } as const;

  it('is the fixed one, else so many per working member, else none', () => {
    expect(wipLimitOf({ wipLimit: 4, wipPerMember: 3 }, 2)).toBe(4);
    expect(wipLimitOf({ wipLimit: null, wipPerMember: 3 }, 2)).toBe(6);
    expect(wipLimitOf({ wipLimit: null, wipPerMember: 3 }, 0)).toBe(3);
    expect(wipLimitOf({ wipLimit: null, wipPerMember: null }, 2)).toBeNull();
  });

  it('blocks or warns by mode when the column is full', () => {
    expect(wipFindings(full)).toMatchObject([{ rule: 'WIP_LIMIT_REACHED', severity: 'error' }]);
    expect(wipFindings({ ...full, mode: 'WARN' })).toMatchObject([{ severity: 'warning' }]);
    expect(wipFindings({ ...full, count: 2 })).toEqual([]);
    expect(wipFindings({ ...full, limit: null })).toEqual([]);
  });
});

describe('a board that is full of columns', () => {
  it('takes no more', () =>
    spec()
      .given(Array.from({ length: 30 }, (_, i) => column(`col_${i}`, `Step ${i}`, 'DOING', i)))
      .when({
        type: 'AddColumn',
        columnId: 'col_x',
        name: 'One more',
        category: 'DOING',
        wipLimit: null,
        wipMode: 'WARN',
        afterId: null,
      })
      .thenRefused('BOARD_COLUMN_LIMIT'));
});
