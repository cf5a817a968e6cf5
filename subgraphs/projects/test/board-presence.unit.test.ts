import { describe, expect, it } from '@jest/globals';
import { BoardPresence, PRESENCE_MS } from '../src/read/board-presence.js';

const beat = (userId: string, windowId = 'w1', taskId: string | null = null) => ({
  userId,
  windowId,
  taskId,
});

describe('who looks at a board', () => {
  it('is everybody who was heard of, in the order they came', () => {
    const board = new BoardPresence();
    expect(board.beat(beat('mia'), 1_000)).toBe(true);
    expect(board.beat(beat('ben'), 2_000)).toBe(true);
    expect(board.beat(beat('mia'), 9_000)).toBe(false);
    expect(board.viewers()).toEqual([
      { userId: 'mia', taskId: null, since: 1_000 },
      { userId: 'ben', taskId: null, since: 2_000 },
    ]);
  });

  it('drags what any of their windows drags', () => {
    const board = new BoardPresence();
    board.beat(beat('mia', 'w1'), 0);
    expect(board.beat(beat('mia', 'w2', 'tsk_1'), 0)).toBe(true);
    expect(board.beat(beat('mia', 'w1'), 5)).toBe(false);
    expect(board.viewers()).toMatchObject([{ userId: 'mia', taskId: 'tsk_1' }]);
    expect(board.beat(beat('mia', 'w2'), 10)).toBe(true);
    expect(board.viewers()).toMatchObject([{ taskId: null }]);
  });

  it('leaves with the last window', () => {
    const board = new BoardPresence();
    board.beat(beat('mia', 'w1'), 0);
    board.beat(beat('mia', 'w2'), 0);
    expect(board.leave({ userId: 'mia', windowId: 'w1' })).toBe(false);
    expect(board.leave({ userId: 'mia', windowId: 'w2' })).toBe(true);
    expect(board.viewers()).toEqual([]);
    expect(board.nextExpiry()).toBeUndefined();
  });

  it('is forgotten after 30 s of silence', () => {
    const board = new BoardPresence();
    board.beat(beat('mia'), 0);
    board.beat(beat('ben'), 10_000);
    expect(board.nextExpiry()).toBe(PRESENCE_MS);
    expect(board.expire(PRESENCE_MS - 1)).toBe(false);
    expect(board.expire(PRESENCE_MS)).toBe(true);
    expect(board.viewers()).toMatchObject([{ userId: 'ben' }]);
  });

  it('holds no more than ten windows of a person', () => {
    const board = new BoardPresence();
    for (let n = 0; n < 100; n++) board.beat(beat('mia', `w${n}`), n);
    expect(board.nextExpiry()).toBe(90 + PRESENCE_MS);
  });
});
