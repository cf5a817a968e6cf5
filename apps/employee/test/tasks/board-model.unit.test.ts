import { describe, expect, it } from '@jest/globals';
import { arrangeCards, type Column } from '../../src/features/tasks/board/arrange-cards.js';
import {
  filterOf,
  matches,
  readBoardSearch,
  withPart,
} from '../../src/features/tasks/board/board-search.js';
import { byRank, rankBetween } from '../../src/features/tasks/board/rank-between.js';
import { newCard, newColumn } from './cards.js';

describe('a rank for the meantime', () => {
  it('sorts between the ranks of its neighbours, however close they are', () => {
    for (const [above, below] of [
      ['a0', 'a1'],
      ['a0', 'a0V'],
      ['Zz', 'a0'],
      ['a0', null],
      [null, 'a0'],
      [null, null],
    ] as const) {
      const rank = rankBetween(above, below);
      if (above !== null) expect(rank > above).toBe(true);
      if (below !== null) expect(rank < below).toBe(true);
    }
  });

  it('is compared letter by letter, as the graph does, and not as a language would', () => {
    const ranks = ['a1', 'Zz', 'a0V', 'a0'].map((rank) => ({ id: rank, rank }));
    expect(ranks.sort(byRank).map(({ rank }) => rank)).toEqual(['Zz', 'a0', 'a0V', 'a1']);
    const same = [
      { id: 'b', rank: 'a0' },
      { id: 'a', rank: 'a0' },
    ];
    expect(same.sort(byRank).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('cards under their columns', () => {
  const everything = () => true;
  const titles = (
    columns: readonly Column[],
    isWanted: Parameters<typeof arrangeCards>[1] = everything,
  ) => arrangeCards(columns, isWanted).map(({ cards }) => cards.map(({ title }) => title));

  it('go where they say they are, whichever list brought them', () => {
    const moved = newCard({ title: 'Moved', columnId: 'two', rank: 'a0' });
    const stayed = newCard({ title: 'Stayed', columnId: 'two', rank: 'a1' });
    const columns = [newColumn('one', [moved]), newColumn('two', [stayed, moved])];
    expect(titles(columns)).toEqual([[], ['Moved', 'Stayed']]);
  });

  it('leave when they are archived or not looked for, and are counted all the same', () => {
    const gone = newCard({ title: 'Gone', columnId: 'one', archived: true });
    const hidden = newCard({ title: 'Hidden', columnId: 'one' });
    const columns = [newColumn('one', [gone, hidden])];
    expect(titles(columns, ({ title }) => title !== 'Hidden')).toEqual([[]]);
    expect(arrangeCards(columns, () => false)[0]?.count).toBe(1);
  });

  it('are counted by the graph where not all of them are here', () => {
    const column = newColumn('one', [newCard({ columnId: 'one' })], {
      count: 700,
      hasNextPage: true,
    });
    expect(arrangeCards([column], everything)[0]?.count).toBe(700);
  });
});

describe('what a board is narrowed to', () => {
  it('is read of an address, as far as it can be understood', () => {
    const typed = {
      search: ' hull ',
      priority: 'URGENT',
      due: 'someday',
      label: 7,
      task: 'tsk_1',
      x: 1,
    };
    const search = readBoardSearch(typed);
    expect(search).toEqual({ search: 'hull', priority: 'URGENT', label: '7', task: 'tsk_1' });
    expect(filterOf(search)).toEqual({ search: 'hull', priority: 'URGENT', label: '7' });
    expect(readBoardSearch({ priority: 'urgent', search: ['a'] })).toEqual({});
  });

  it('loses a part that is emptied', () => {
    expect(withPart({ search: 'a' }, 'label', 'deck')).toEqual({ search: 'a', label: 'deck' });
    expect(withPart({ search: 'a', label: 'deck' }, 'label', '')).toEqual({ search: 'a' });
  });

  const TODAY = '2026-11-21';
  const card = newCard({
    ...{ title: 'Paint the Hull', number: 'ACM-1-7', priority: 'HIGH', labels: ['deck'] },
    ...{ due: '2026-11-20', assignees: [{ __typename: 'User', id: 'usr_1', name: 'Emil' }] },
  });
  it.each([
    [{}, true],
    [{ search: 'hull' }, true],
    [{ search: 'acm-1-7' }, true],
    [{ search: 'winch' }, false],
    [{ assignee: 'usr_1' }, true],
    [{ assignee: 'usr_2' }, false],
    [{ priority: 'HIGH' }, true],
    [{ priority: 'LOW' }, false],
    [{ label: 'deck' }, true],
    [{ label: 'mast' }, false],
    [{ due: 'overdue' }, true],
    [{ due: 'week' }, false],
    [{ due: 'none' }, false],
    [{ search: 'hull', label: 'mast' }, false],
  ] as const)('%j finds it: %s', (filter, isFound) => {
    expect(matches(card, filter, TODAY)).toBe(isFound);
  });

  it('counts seven days from today, and nothing that is done', () => {
    const due = (day: string, completedAt: string | null = null) =>
      matches({ ...card, due: day, completedAt }, { due: 'week' }, TODAY);
    expect([due('2026-11-21'), due('2026-11-28'), due('2026-11-29')]).toEqual([true, true, false]);
    expect(due('2026-11-21', '2026-11-20T10:00:00Z')).toBe(false);
    expect(matches({ ...card, due: null }, { due: 'none' }, TODAY)).toBe(true);
  });
});
