import {
  type CollisionDetection,
  DndContext,
  DragOverlay,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { clsx } from 'clsx';
import { type ReactNode, useCallback, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardColumn as Column, type Place, placeOf } from './arrangement.js';
import { BoardColumn, type ColumnHandle } from './board-column.js';
import { useBoardKeys } from './use-board-keys.js';
import { type BoardRules, useBoardMoves } from './use-board-moves.js';
import { useFocusKept } from './use-focus-kept.js';

interface BoardProps<Card> extends BoardRules<Card> {
  /** Its name, for a screen reader. */
  readonly label: string;
  /** Kept the same between renders, as `cardId`, `cardLabel` and `onOpen`: cards are drawn anew with it. */
  readonly renderCard: (card: Card) => ReactNode;
  readonly onOpen?: (card: Card) => void;
  /** False: it is only looked at. */
  readonly isMovable?: boolean;
  readonly columnActions?: (column: Column<Card>) => ReactNode;
  /** Below the cards: quick add. */
  readonly columnFooter?: (column: Column<Card>) => ReactNode;
}

/** Nothing is announced by the library: the board says more than it knows. */
const QUIET = {
  screenReaderInstructions: { draggable: '' },
  announcements: {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  },
};

/** At the edge of a phone the next column comes in half a second: one can still stop at it. */
const SLOWLY = { acceleration: 3, threshold: { x: 0.15, y: 0.15 } };

/** Cards in columns, moved by mouse, touch and keyboard. Its height is that of what it stands in. */
export function Board<Card>(props: BoardProps<Card>) {
  const { label, cardId, cardLabel, renderCard, onOpen, refusal, isMovable = true } = props;
  const { t } = useTranslation('ui');
  const helpId = useId();
  const moves = useBoardMoves(props);
  const { columns, held } = moves;
  const handles = useRef(new Map<string, ColumnHandle>());
  const onMount = useCallback((columnId: string, handle: ColumnHandle | null) => {
    if (handle) handles.current.set(columnId, handle);
    else handles.current.delete(columnId);
  }, []);
  const keys = useBoardKeys({
    moves,
    isMovable,
    cardId,
    onOpen,
    onFocusCard: ({ columnId, index }: Place) => handles.current.get(columnId)?.focusCard(index),
  });
  useFocusKept(moves, cardId, handles.current);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  );
  const pointerY = useRef(0);
  const detect: CollisionDetection = useCallback((args) => {
    pointerY.current = args.pointerCoordinates?.y ?? 0;
    return pointerWithin(args);
  }, []);
  const carryOver = (columnId: string) => {
    const from = held && placeOf(columns, held.id, cardId);
    if (!from) return;
    const index = handles.current.get(columnId)?.indexAt(pointerY.current) ?? 0;
    // Its own place is not counted among the cards it goes between.
    const isBelow = from.columnId === columnId && index > from.index;
    moves.carry({ columnId, index: isBelow ? index - 1 : index });
  };
  const card = held && placeOf(columns, held.id, cardId);
  const isDragged = held?.by === 'pointer';
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={detect}
      accessibility={QUIET}
      autoScroll={SLOWLY}
      onDragStart={({ active }) => moves.lift(String(active.id), 'pointer')}
      onDragMove={({ over }) => over && carryOver(String(over.id))}
      // A move tells of the column before: where the pointer came to rest is told here.
      onDragOver={({ over }) => over && carryOver(String(over.id))}
      onDragEnd={({ over }) => (over ? moves.drop() : moves.cancel())}
      onDragCancel={moves.cancel}
    >
      <p id={helpId} hidden>
        {t('board.help')}
      </p>
      <section
        aria-label={label}
        onKeyDown={isMovable || onOpen ? keys.onKeyDown : undefined}
        className={clsx(
          'relative flex h-full min-h-80 gap-card overflow-x-auto pb-2',
          // Scrolls as far as the page goes, where the page says how far that is.
          '-mx-(--bleed,0px) scroll-px-(--bleed,0px) px-(--bleed,0px)',
          // Columns that snap into place would fight with a card at the edge.
          !isDragged && 'snap-x max-sm:snap-mandatory',
        )}
      >
        {columns.map((column) => (
          <BoardColumn
            key={column.id}
            {...{ column, cardId, cardLabel, renderCard, onOpen, onMount, isMovable }}
            describedBy={helpId}
            activeId={idWithin(column, keys.activeId, cardId)}
            heldId={isDragged ? undefined : idWithin(column, held?.id, cardId)}
            onActivate={keys.onActivate}
            gap={isDragged && held.to.columnId === column.id ? gapOf(held.to, card) : null}
            refusal={
              (card &&
                held.to.columnId === column.id &&
                card.columnId !== column.id &&
                refusal?.(card.card, column.id)) ||
              null
            }
            actions={props.columnActions?.(column)}
            footer={props.columnFooter?.(column)}
          />
        ))}
      </section>
      <div role="status" aria-live="assertive" className="sr-only">
        {moves.announcement}
      </div>
      <DragOverlay dropAnimation={null}>
        {isDragged && card && (
          <div className="rotate-1 rounded-medium border border-accent bg-raised p-3 shadow-raised">
            {renderCard(card.card)}
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}

/** The card's id where it stands in this column: other columns need not be drawn anew for it. */
function idWithin<Card>(
  { cards }: Column<Card>,
  id: string | undefined,
  cardId: (card: Card) => string,
): string | undefined {
  return id !== undefined && cards.some((card) => cardId(card) === id) ? id : undefined;
}

/** The gap as drawn, the dragged card still standing in its old place. */
function gapOf(to: Place, from: Place | null | undefined): number {
  return from && from.columnId === to.columnId && to.index >= from.index ? to.index + 1 : to.index;
}
