import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardColumn } from './arrangement.js';

interface ColumnHeadProps<Card> {
  readonly column: BoardColumn<Card>;
  readonly actions?: ReactNode;
}

/** Title, how many cards, and how many there should be at most. */
export function ColumnHead<Card>({ column, actions }: ColumnHeadProps<Card>) {
  const { t } = useTranslation('ui');
  const { title, cards, wipLimit, count = cards.length } = column;
  const isOver = wipLimit != null && count > wipLimit;
  const isFull = wipLimit != null && count === wipLimit;
  return (
    <header className="flex min-h-11 items-center gap-2 py-1 pr-1.5 pl-3">
      <h3 className="truncate font-semibold">{title}</h3>
      <span
        role="img"
        aria-label={
          wipLimit == null
            ? t('board.count', { count })
            : t('board.countOfLimit', { count, limit: wipLimit })
        }
        className={clsx(
          'tabular rounded-small px-1.5 text-small',
          isOver && 'bg-danger-soft text-danger',
          isFull && 'bg-warning-soft text-warning',
          !isOver && !isFull && 'text-muted',
        )}
      >
        {wipLimit == null ? count : `${count} / ${wipLimit}`}
      </span>
      <span className="flex-1" />
      {actions}
    </header>
  );
}
