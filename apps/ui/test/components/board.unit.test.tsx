/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { act, screen, within } from '@testing-library/react';
import { useState } from 'react';
import {
  arrange,
  type BoardColumn,
  type CardMove,
} from '../../src/components/board/arrangement.js';
import { Board } from '../../src/components/board/board.js';
import { violationsIn } from '../support/axe.js';
import { render, VIENNA } from '../support/render.js';

const START: readonly BoardColumn<string>[] = [
  { id: 'todo', title: 'To do', cards: ['Ask', 'Buy'] },
  { id: 'doing', title: 'In progress', cards: ['Cook'], wipLimit: 1 },
  { id: 'empty', title: 'Waiting', cards: [] },
  { id: 'done', title: 'Done', cards: ['Dine'], wipLimit: 0 },
];
const same = (card: string) => card;
const renderCard = (card: string) => <p>{card}</p>;

function trial(
  options: {
    onMove?: (move: CardMove<string>) => void | Promise<void>;
    refusal?: (card: string, toColumnId: string) => string | null;
    isMovable?: boolean;
  } = {},
) {
  const onOpen = jest.fn<(card: string) => void>();
  const moves: CardMove<string>[] = [];
  function Trial() {
    const [columns, setColumns] = useState(START);
    const onMove = (move: CardMove<string>) => {
      moves.push(move);
      if (options.onMove) return options.onMove(move);
      const to = { columnId: move.toColumnId, index: move.index };
      setColumns(arrange(columns, move.card, to, same));
    };
    return (
      <Board
        label="Tasks"
        columns={columns}
        cardId={same}
        cardLabel={same}
        renderCard={renderCard}
        onOpen={onOpen}
        onMove={onMove}
        refusal={options.refusal}
        isMovable={options.isMovable ?? true}
      />
    );
  }
  return { onOpen, moves, ...render(<Trial />) };
}

const shown = () =>
  START.map(({ title }) =>
    within(screen.getByRole('list', { name: title }))
      .queryAllByRole('article')
      .map((card) => card.textContent)
      .join(),
  );
const announced = () =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join('');
const focused = () => document.activeElement?.textContent;
const frame = () =>
  act(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())));

describe('a board', () => {
  it('is lists of cards with names, and axe has nothing against it', async () => {
    const { container } = trial();
    expect(shown()).toEqual(['Ask,Buy', 'Cook', '', 'Dine']);
    const card = screen.getByRole('article', { name: 'Buy' });
    const item = card.closest('li');
    expect([item?.getAttribute('aria-posinset'), item?.getAttribute('aria-setsize')]).toEqual([
      '2',
      '2',
    ]);
    expect(await violationsIn(container)).toEqual([]);
  });

  it('shows limits, and says them', () => {
    trial();
    const counts = screen.getAllByRole('img').map((count) => count.getAttribute('aria-label'));
    expect(counts).toEqual(['2 cards', '1 card, 1 at most', '0 cards', '1 card, 0 at most']);
    expect(screen.getByText('1 / 0').className).toContain('text-danger');
    expect(screen.getByText('1 / 1').className).toContain('text-warning');
  });

  it('is walked by arrows, over columns without cards, and opened by Enter', async () => {
    const { user, onOpen } = trial();
    await user.tab();
    expect(focused()).toBe('Ask');
    for (const [key, card] of [
      ['ArrowDown', 'Buy'],
      ['ArrowRight', 'Cook'],
      ['ArrowRight', 'Dine'],
      ['ArrowRight', 'Dine'],
      ['ArrowLeft', 'Cook'],
    ] as const) {
      await user.keyboard(`{${key}}`);
      await frame();
      expect([key, focused()]).toEqual([key, card]);
    }
    await user.keyboard('{Enter}');
    expect(onOpen.mock.calls).toEqual([['Cook']]);
  });

  it('carries a card by keys, and says where it is', async () => {
    const { user, moves } = trial();
    await user.tab();
    await user.keyboard(' ');
    expect(announced()).toBe('Ask lifted. It is in To do, place 1 of 2.');
    await user.keyboard('{ArrowRight}');
    await frame();
    expect(announced()).toBe('Ask: In progress, place 1 of 2.');
    expect([shown(), focused()]).toEqual([['Buy', 'Ask,Cook', '', 'Dine'], 'Ask']);
    await user.keyboard('{ArrowDown} ');
    expect(announced()).toBe('Ask put down in In progress, place 2 of 2.');
    expect(moves).toEqual([
      {
        card: 'Ask',
        fromColumnId: 'todo',
        toColumnId: 'doing',
        index: 1,
        afterId: 'Cook',
        beforeId: null,
      },
    ]);
    await frame();
    expect(shown()).toEqual(['Buy', 'Cook,Ask', '', 'Dine']);
  });

  it('puts a card back on Escape, and where it was put down in its own place', async () => {
    const { user, moves } = trial();
    await user.tab();
    await user.keyboard(' {ArrowRight}{Escape}');
    expect([announced(), shown()[0]]).toEqual(['Put back where it was.', 'Ask,Buy']);
    await user.keyboard(' ');
    await user.keyboard(' ');
    expect(moves).toEqual([]);
  });

  it('says why a card may not go there, and lets it stay', async () => {
    const { user, moves } = trial({
      refusal: (_, column) => (column === 'doing' ? 'One at a time, please.' : null),
    });
    await user.tab();
    await user.keyboard(' {ArrowRight}');
    await user.keyboard(' ');
    expect([announced(), shown()[0], moves]).toEqual(['One at a time, please.', 'Ask,Buy', []]);
  });

  it('keeps the card in its new place until the move has settled, and snaps back if it failed', async () => {
    const settled = Promise.withResolvers<void>();
    const { user } = trial({ onMove: () => settled.promise });
    await user.tab();
    await user.keyboard(' {ArrowRight} ');
    expect(shown().slice(0, 2)).toEqual(['Buy', 'Ask,Cook']);
    await act(async () => {
      settled.resolve();
      await settled.promise;
    });
    await frame();
    expect([shown()[0], focused()]).toEqual(['Ask,Buy', 'Ask']);
  });

  it('that is only looked at lifts nothing, but opens', async () => {
    const { user, onOpen } = trial({ isMovable: false });
    await user.tab();
    await user.keyboard(' ');
    expect(announced()).toBe('');
    await user.click(screen.getByText('Buy'));
    expect(onOpen.mock.calls).toEqual([['Buy']]);
  });

  it('speaks the language of the person', async () => {
    const { user } = render(
      <Board
        label="Aufgaben"
        columns={START}
        cardId={same}
        cardLabel={same}
        renderCard={renderCard}
        onMove={() => {}}
      />,
      VIENNA,
    );
    await user.tab();
    await user.keyboard(' ');
    expect(announced()).toBe('Ask angehoben. Sie ist in To do, Platz 1 von 2.');
  });
});
