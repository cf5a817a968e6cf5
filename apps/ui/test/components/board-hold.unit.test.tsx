/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { Board } from '../../src/components/board/board.js';
import { render } from '../support/render.js';

const COLUMNS = [
  { id: 'todo', title: 'To do', cards: ['Ask', 'Buy'], count: 700, wipLimit: 3 },
  { id: 'done', title: 'Done', cards: [] },
];
const same = (card: string) => card;

function trial() {
  const onHold = jest.fn<(card: string | null) => void>();
  const onMove = jest.fn<() => void>();
  const drawn = render(
    <Board
      label="Tasks"
      columns={COLUMNS}
      cardId={same}
      cardLabel={same}
      renderCard={(card) => <p>{card}</p>}
      onMove={onMove}
      onHold={onHold}
    />,
  );
  const tellings = () => onHold.mock.calls.map(([card]) => card);
  return { ...drawn, tellings, onMove };
}

describe('a card in the hand', () => {
  it('is told when it is lifted, and when it is put down', async () => {
    const { user, tellings, onMove } = trial();
    act(() => screen.getByRole('article', { name: 'Ask' }).focus());
    await user.keyboard(' {ArrowRight} ');
    expect(tellings()).toEqual(['Ask', null]);
    expect(onMove).toHaveBeenCalledTimes(1);
  });

  it('is told when it is put back, by whichever way', async () => {
    const { user, tellings, onMove } = trial();
    act(() => screen.getByRole('article', { name: 'Ask' }).focus());
    await user.keyboard(' {ArrowRight}{Escape}');
    // The card goes back to its column, and the focus with it.
    await waitFor(() =>
      expect(screen.getByRole('article', { name: 'Ask' })).toBe(document.activeElement),
    );
    await user.keyboard('  ');
    expect(tellings()).toEqual(['Ask', null, 'Ask', null]);
    expect(onMove).not.toHaveBeenCalled();
  });
});

it('counts the cards of a column as it is told, where not all of them are shown', () => {
  trial();
  expect(screen.getByRole('img', { name: '700 cards, 3 at most' })).toBeTruthy();
});
