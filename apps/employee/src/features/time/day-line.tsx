import { IconButton } from '@nexus/ui/components/icon-button';
import { CONTROL } from '@nexus/ui/forms/control-classes';
import { clsx } from 'clsx';
import { NotebookPen } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CellMarks } from './cell-marks.js';
import { workName } from './cell-status.js';
import { cellText, readCell } from './grid-text.js';
import type { SheetCell, SheetRow } from './sheet.js';
import type { CellWriter } from './use-cell-writer.js';

interface DayLineProps {
  readonly row: SheetRow;
  readonly cell: SheetCell;
  readonly canWrite: boolean;
  readonly writer: CellWriter;
  readonly onOpen: () => void;
}

/** One work of a day, its hours to be typed. */
export function DayLine({ row: { work }, cell, canWrite, writer, onOpen }: DayLineProps) {
  const { t } = useTranslation('time');
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const problem = writer.problems.get(cell.key);
  const isUnreadable = typed !== null && readCell(typed) === null;
  const message = isUnreadable ? t('cell.unreadable') : problem?.message;
  const isRefused = isUnreadable || problem?.tone === 'danger';

  function leave() {
    const minutes = typed === null ? null : readCell(typed);
    if (minutes === null) return;
    setTyped(null);
    writer.forget(cell.key);
    if (minutes !== cell.minutes) writer.write(work, cell, minutes);
  }

  return (
    <li className="grid gap-1 px-3 py-2">
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium">{work.task?.title ?? work.projectName}</p>
          <p className="flex items-center gap-2 truncate text-small text-muted">
            {work.task ? work.projectName : work.projectCode}
            <CellMarks cell={cell} />
          </p>
        </div>
        <input
          aria-label={workName(work)}
          aria-invalid={isRefused || undefined}
          aria-describedby={message ? id : undefined}
          inputMode="text"
          autoComplete="off"
          placeholder="0:00"
          readOnly={!canWrite}
          value={typed ?? cellText(problem?.typed ?? cell.minutes)}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={leave}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur();
            if (event.key === 'Escape') setTyped(null);
          }}
          className={clsx(CONTROL, 'tabular min-h-control w-20! shrink-0 px-2 text-right')}
        />
        <IconButton
          icon={NotebookPen}
          label={`${t('grid.details')}: ${workName(work)}`}
          onClick={onOpen}
        />
      </div>
      {message && (
        <p
          id={id}
          role={isRefused ? 'alert' : 'status'}
          className={clsx('text-small', isRefused ? 'text-danger' : 'text-warning')}
        >
          {message}
        </p>
      )}
    </li>
  );
}
