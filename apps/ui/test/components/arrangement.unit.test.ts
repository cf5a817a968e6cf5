import { describe, expect, it } from '@jest/globals';
import {
  arrange,
  type BoardColumn,
  moveTo,
  placeOf,
  stepFrom,
} from '../../src/components/board/arrangement.js';

const id = (card: string) => card;
const BOARD: readonly BoardColumn<string>[] = [
  { id: 'todo', title: 'To do', cards: ['a', 'b', 'c'] },
  { id: 'doing', title: 'In progress', cards: ['d'] },
  { id: 'done', title: 'Done', cards: [] },
];
const cards = (columns: readonly BoardColumn<string>[]) =>
  columns.map((column) => column.cards.join(''));

describe('a card that is moved', () => {
  it.each([
    ['a', 'todo', 0, ['abc', 'd', ''], undefined],
    ['a', 'todo', 1, ['bac', 'd', ''], ['b', 'c']],
    ['a', 'todo', 2, ['bca', 'd', ''], ['c', null]],
    ['c', 'todo', 0, ['cab', 'd', ''], [null, 'a']],
    ['b', 'doing', 0, ['ac', 'bd', ''], [null, 'd']],
    ['b', 'doing', 1, ['ac', 'db', ''], ['d', null]],
    ['b', 'done', 0, ['ac', 'd', 'b'], [null, null]],
  ])('%s to %s at %s', (card, columnId, index, arranged, neighbours) => {
    const to = { columnId, index };
    expect(cards(arrange(BOARD, card, to, id))).toEqual(arranged);
    const move = moveTo(BOARD, card, to, id);
    expect(move && [move.afterId, move.beforeId]).toEqual(neighbours);
  });

  it('leaves columns that it does not touch as they are', () => {
    const arranged = arrange(BOARD, 'a', { columnId: 'doing', index: 0 }, id);
    expect(arranged[2]).toBe(BOARD[2]);
  });

  it('that is gone moves nothing', () => {
    const to = { columnId: 'done', index: 0 };
    expect(arrange(BOARD, 'x', to, id)).toBe(BOARD);
    expect([moveTo(BOARD, 'x', to, id), placeOf(BOARD, 'x', id)]).toEqual([undefined, undefined]);
  });
});

describe('a step by an arrow key', () => {
  const last = (column: BoardColumn<string>) => column.cards.length;
  it.each([
    ['ArrowDown', { columnId: 'todo', index: 2 }],
    ['ArrowUp', { columnId: 'todo', index: 0 }],
    ['ArrowRight', { columnId: 'doing', index: 1 }],
    // The board ends here.
    ['ArrowLeft', { columnId: 'todo', index: 1 }],
  ])('%s', (key, place) => {
    expect(stepFrom(BOARD, { columnId: 'todo', index: 1 }, key, last)).toEqual(place);
  });

  it('ends where the column ends', () => {
    expect(stepFrom(BOARD, { columnId: 'doing', index: 1 }, 'ArrowDown', last).index).toBe(1);
    expect(stepFrom(BOARD, { columnId: 'todo', index: 3 }, 'ArrowRight', last).index).toBe(1);
  });
});
