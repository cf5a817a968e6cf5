import { useDroppable } from '@dnd-kit/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { clsx } from 'clsx';
import { memo, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardColumn as Column } from './arrangement.js';
import { BoardCard } from './board-card.js';
import { ColumnHead } from './column-head.js';

/** What the board asks of a column that is drawn. */
export interface ColumnHandle {
  /** The place among its cards that is nearest to a height on the screen. */
  readonly indexAt: (clientY: number) => number;
  readonly focusCard: (index: number) => void;
}

interface BoardColumnProps<Card> {
  readonly column: Column<Card>;
  readonly cardId: (card: Card) => string;
  readonly cardLabel: (card: Card) => string;
  readonly renderCard: (card: Card) => ReactNode;
  readonly describedBy: string;
  readonly isMovable: boolean;
  readonly activeId: string | undefined;
  readonly heldId: string | undefined;
  /** Where a dragged card would be put in; null where it is over another column. */
  readonly gap: number | null;
  /** Why what is held may not come here. */
  readonly refusal: string | null;
  readonly onActivate: (id: string) => void;
  readonly onOpen?: ((card: Card) => void) | undefined;
  readonly onMount: (columnId: string, handle: ColumnHandle | null) => void;
  readonly actions?: ReactNode;
  readonly footer?: ReactNode;
}

const CARD_HEIGHT = 88;
const GAP = 8;

/** A list of cards, of which only those in sight are drawn. */
export const BoardColumn = memo(function BoardColumn<Card>(props: BoardColumnProps<Card>) {
  const { column, cardId, cardLabel, gap, refusal, onMount, heldId, activeId } = props;
  const { t } = useTranslation('ui');
  const { setNodeRef } = useDroppable({ id: column.id });
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: column.cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_HEIGHT,
    getItemKey: (index) => idAt(index) ?? index,
    gap: GAP,
    overscan: 4,
    // Before it is measured, a screen of cards.
    initialRect: { width: 288, height: 800 },
  });
  const idAt = (index: number) => {
    const card = column.cards[index];
    return card === undefined ? undefined : cardId(card);
  };
  useEffect(() => {
    const find = (index: number) =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] [data-card-id]`);
    onMount(column.id, {
      indexAt: (clientY) => {
        const box = scroller.current?.getBoundingClientRect();
        if (!box) return 0;
        const y = clientY - box.top + (scroller.current?.scrollTop ?? 0);
        const below = virtual.measurementsCache.findIndex(
          ({ start, size }) => start + size / 2 > y,
        );
        return below < 0 ? column.cards.length : below;
      },
      focusCard: (index) => {
        virtual.scrollToIndex(index);
        requestAnimationFrame(() => find(index)?.focus());
      },
    });
    return () => onMount(column.id, null);
  });
  const measured = gap === null ? undefined : virtual.measurementsCache[gap];
  const gapAt = measured ? measured.start - GAP / 2 : virtual.getTotalSize() + GAP / 2;
  return (
    <section
      ref={setNodeRef}
      className={clsx(
        'flex h-full w-72 shrink-0 snap-start flex-col rounded-large border bg-canvas max-sm:w-[85%]',
        gap !== null ? (refusal ? 'border-danger' : 'border-accent') : 'border-line',
      )}
    >
      <ColumnHead column={column} actions={props.actions} />
      {refusal && gap !== null && (
        <p className="mx-2 mb-2 rounded-medium bg-danger-soft px-2 py-1 text-small text-danger">
          {refusal}
        </p>
      )}
      <div ref={scroller} className="relative min-h-16 flex-1 overflow-y-auto px-2 pt-1 pb-2">
        {column.cards.length === 0 && (
          <p className="p-3 text-center text-small text-muted">{t('board.empty')}</p>
        )}
        <ul
          aria-label={column.title}
          className="relative"
          style={{ height: virtual.getTotalSize() }}
        >
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const card = column.cards[index];
            if (card === undefined) return null;
            const id = cardId(card);
            return (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                aria-setsize={column.cards.length}
                aria-posinset={index + 1}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${start}px)` }}
              >
                <BoardCard
                  card={card}
                  id={id}
                  label={cardLabel(card)}
                  describedBy={props.describedBy}
                  isActive={id === activeId}
                  isHeld={id === heldId}
                  isMovable={props.isMovable}
                  render={props.renderCard}
                  onActivate={props.onActivate}
                  onOpen={props.onOpen}
                />
              </li>
            );
          })}
          {gap !== null && !refusal && (
            <li
              aria-hidden
              className="absolute inset-x-0 h-0.5 rounded-full bg-accent"
              style={{ top: Math.max(0, gapAt - 1) }}
            />
          )}
        </ul>
      </div>
      {props.footer && <div className="border-t border-line p-2">{props.footer}</div>}
    </section>
  );
}) as <Card>(props: BoardColumnProps<Card>) => ReactNode;
