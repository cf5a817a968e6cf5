import { useEffect, useRef } from 'react';
import { placeOf } from './arrangement.js';
import type { ColumnHandle } from './board-column.js';
import type { BoardMoves } from './use-board-moves.js';

/** Leaves the focus at a card that was carried, wherever it stands once its move has settled. */
export function useFocusKept<Card>(
  { held, columns }: BoardMoves<Card>,
  cardId: (card: Card) => string,
  handles: ReadonlyMap<string, ColumnHandle>,
) {
  const carried = useRef<string>(undefined);
  useEffect(() => {
    if (held) {
      carried.current = held.by === 'pointer' ? undefined : held.id;
      return;
    }
    const place = carried.current && placeOf(columns, carried.current, cardId);
    carried.current = undefined;
    if (place && document.activeElement === document.body) {
      handles.get(place.columnId)?.focusCard(place.index);
    }
  }, [held, columns, cardId, handles]);
}
