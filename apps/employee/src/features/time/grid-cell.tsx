import { clsx } from 'clsx';
import { CircleAlert, Ellipsis, TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CellEditor } from './cell-editor.js';
import { CellMarks } from './cell-marks.js';
import { cellText } from './grid-text.js';
import type { SheetCell } from './sheet.js';
import type { CellProblem } from './use-cell-writer.js';

interface GridCellProps {
  readonly cell: SheetCell;
  /** Work and day in words. */
  readonly label: string;
  readonly problem: CellProblem | undefined;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly isToday: boolean;
  /** Undefined while nothing is typed here. */
  readonly typed: string | undefined;
  readonly onType: (text: string) => void;
  readonly onLeave: () => void;
  readonly onPress: (isExtending: boolean) => void;
  readonly onEdit: () => void;
  readonly onOpen: () => void;
}

/** The hours of one work on one day. */
export function GridCell(props: GridCellProps) {
  const { cell, label, problem, isActive, isChosen, isToday, typed } = props;
  const { t } = useTranslation('time');
  const problemId = useId();
  const isRefused = problem?.tone === 'danger';
  const Sign = isRefused ? CircleAlert : TriangleAlert;
  const minutes = problem?.typed ?? cell.minutes;
  return (
    // biome-ignore-start lint/a11y: the table is a grid, which takes the keys of all its cells
    <td
      role="gridcell"
      tabIndex={isActive ? 0 : -1}
      data-active={isActive || undefined}
      aria-selected={isChosen}
      aria-invalid={isRefused || undefined}
      aria-describedby={problem ? problemId : undefined}
      onClick={(event) => props.onPress(event.shiftKey)}
      onDoubleClick={props.onEdit}
      className={clsx(
        'group relative h-11 cursor-cell border-l border-line p-0 select-none focus:z-10 focus-visible:outline-offset-[-2px]',
        isToday && !isChosen && 'bg-sunken',
        isChosen && 'bg-selected',
        isRefused && 'shadow-[inset_0_0_0_1px_var(--danger)]',
      )}
    >
      {/* biome-ignore-end lint/a11y: as above */}
      {typed === undefined ? (
        <span className="flex h-full items-center justify-end gap-1.5 px-2">
          <CellMarks cell={cell} />
          {problem && (
            <Sign aria-hidden size={12} className={isRefused ? 'text-danger' : 'text-warning'} />
          )}
          <span className={clsx('tabular', isRefused && 'text-danger')}>{cellText(minutes)}</span>
        </span>
      ) : (
        <CellEditor label={label} text={typed} onType={props.onType} onLeave={props.onLeave} />
      )}
      {typed === undefined && (
        <button
          type="button"
          tabIndex={-1}
          aria-label={`${t('grid.details')}: ${label}`}
          onClick={(event) => {
            event.stopPropagation();
            props.onOpen();
          }}
          className={clsx(
            'absolute top-1/2 left-0.5 size-6 -translate-y-1/2 place-items-center rounded-small bg-raised text-muted hover:text-text',
            isActive ? 'grid' : 'hidden group-hover:grid',
          )}
        >
          <Ellipsis aria-hidden size={14} />
        </button>
      )}
      {problem && (
        <span
          id={problemId}
          role={isRefused ? 'alert' : 'status'}
          className={clsx(
            isActive
              ? 'absolute top-full right-0 z-20 mt-1 w-56 rounded-medium border border-line bg-raised px-2 py-1 text-left text-small shadow-raised'
              : 'sr-only',
            isRefused ? 'text-danger' : 'text-warning',
          )}
        >
          {problem.message}
        </span>
      )}
    </td>
  );
}
