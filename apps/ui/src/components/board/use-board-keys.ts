import { type KeyboardEvent, useState } from 'react';
import { type Place, placeOf, stepFrom } from './arrangement.js';
import type { BoardMoves } from './use-board-moves.js';

interface BoardKeysOptions<Card> {
  readonly moves: BoardMoves<Card>;
  readonly isMovable: boolean;
  readonly cardId: (card: Card) => string;
  readonly onOpen?: ((card: Card) => void) | undefined;
  /** Brings the card there into sight and focuses it. */
  readonly onFocusCard: (place: Place) => void;
}

interface BoardKeys {
  /** The one card that Tab reaches. */
  readonly activeId: string | undefined;
  readonly onActivate: (id: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * A board by keyboard: arrows walk the cards, Enter opens one, Space lifts it; then arrows carry it, Space or
 * Enter puts it down and Escape back. By places, not by pixels: also to where no card is drawn.
 */
export function useBoardKeys<Card>(options: BoardKeysOptions<Card>): BoardKeys {
  const { moves, isMovable, cardId, onOpen, onFocusCard } = options;
  const { columns, held } = moves;
  const [active, setActive] = useState<string>();
  const current = active === undefined ? undefined : placeOf(columns, active, cardId);
  const first = columns.find(({ cards }) => cards.length > 0)?.cards[0];
  const activeId = current ? active : first && cardId(first);

  const walk = (key: string) => {
    if (!current) return;
    let next = stepFrom(columns, current, key, ({ cards }) => cards.length - 1);
    // Columns without cards are stepped over.
    while (!cardAt(next)) {
      const further = stepFrom(columns, next, key, ({ cards }) => cards.length - 1);
      if (further.columnId === next.columnId) return;
      next = { ...further, index: current.index };
      const last = columns.find(({ id }) => id === next.columnId)?.cards.length ?? 0;
      next = { ...next, index: Math.max(0, Math.min(last - 1, next.index)) };
    }
    onFocusCard(next);
  };
  const cardAt = ({ columnId, index }: Place) =>
    columns.find(({ id }) => id === columnId)?.cards[index];

  const carry = (key: string, to: Place, id: string) => {
    const others = (cards: readonly Card[]) => cards.filter((card) => cardId(card) !== id).length;
    const next = stepFrom(columns, to, key, ({ cards }) => others(cards));
    moves.carry(next);
    onFocusCard(next);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const isOnCard = (event.target as HTMLElement).dataset.cardId !== undefined;
    if (!isOnCard || activeId === undefined || event.ctrlKey || event.metaKey || event.altKey)
      return;
    const isArrow = event.key.startsWith('Arrow');
    if (held?.by === 'key') {
      if (isArrow) carry(event.key, held.to, held.id);
      else if (event.key === ' ' || event.key === 'Enter') moves.drop();
      else if (event.key === 'Escape') moves.cancel();
      else if (event.key !== 'Tab') return;
    } else if (isArrow) walk(event.key);
    else if (event.key === ' ' && isMovable) moves.lift(activeId, 'key');
    else if (event.key === 'Enter' && onOpen && current) onOpen(current.card);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { activeId, onActivate: setActive, onKeyDown };
}
