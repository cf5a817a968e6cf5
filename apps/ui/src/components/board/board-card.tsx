import { useDraggable } from '@dnd-kit/core';
import { clsx } from 'clsx';
import { memo, type ReactNode, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface BoardCardProps<Card> {
  readonly card: Card;
  readonly id: string;
  readonly label: string;
  readonly describedBy: string;
  readonly isActive: boolean;
  readonly isHeld: boolean;
  readonly isMovable: boolean;
  readonly render: (card: Card) => ReactNode;
  readonly onActivate: (id: string) => void;
  readonly onOpen?: ((card: Card) => void) | undefined;
}

/** A card that can be focused, opened, lifted and dragged; drawn anew only when something of it changed. */
export const BoardCard = memo(function BoardCard<Card>(props: BoardCardProps<Card>) {
  const { card, id, label, isActive, isHeld, isMovable, render, onActivate, onOpen } = props;
  const { t } = useTranslation('ui');
  const { setNodeRef, listeners, isDragging } = useDraggable({ id, disabled: !isMovable });
  const element = useRef<HTMLElement | null>(null);
  // Carried into another column it is drawn anew there: the next key must find it focused.
  useLayoutEffect(() => {
    if (isHeld) element.current?.focus();
  }, [isHeld]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the board has the keys
    <article
      ref={(node) => {
        element.current = node;
        setNodeRef(node);
      }}
      {...listeners}
      tabIndex={isActive ? 0 : -1}
      data-card-id={id}
      aria-label={label}
      aria-roledescription={isMovable ? t('board.card') : undefined}
      aria-describedby={isMovable ? props.describedBy : undefined}
      onFocus={() => onActivate(id)}
      onClick={(event) => {
        const isControl = (event.target as HTMLElement).closest('a,button,input,label');
        if (!isControl) onOpen?.(card);
      }}
      className={clsx(
        'rounded-medium border p-3 [overflow-wrap:anywhere] select-none',
        'focus-visible:outline-offset-[-1px]',
        onOpen && 'cursor-pointer',
        isDragging && 'opacity-40',
        isHeld ? 'border-accent bg-selected' : 'border-line bg-surface hover:border-line-strong',
      )}
    >
      {render(card)}
    </article>
  );
}) as <Card>(props: BoardCardProps<Card>) => ReactNode;
