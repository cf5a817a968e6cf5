import { formatDuration } from '@nexus/ui/components/duration';
import { dateOf, todayIn } from '@nexus/ui/components/iso-date';
import { useRegion } from '@nexus/ui/components/region';
import { clsx } from 'clsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayLine } from './day-line.js';
import { cellText } from './grid-text.js';
import type { Sheet, SheetCell, SheetRow } from './sheet.js';
import type { CellWriter } from './use-cell-writer.js';

interface DayListProps {
  readonly sheet: Sheet;
  readonly canWrite: boolean;
  readonly writer: CellWriter;
  readonly onOpen: (row: SheetRow, cell: SheetCell) => void;
}

/** The week on a phone: a strip of days, and the works of one of them below each other. */
export function DayList({ sheet, canWrite, writer, onOpen }: DayListProps) {
  const { t } = useTranslation('time');
  const { timeZone, locale } = useRegion();
  const [day, setDay] = useState(() => Math.max(0, sheet.days.indexOf(todayIn(timeZone))));
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  const chosen = sheet.days[day] ?? '';
  return (
    <section aria-label={t('grid.label')} className="grid gap-3">
      <div className="grid grid-cols-7 overflow-clip rounded-large border border-line bg-surface">
        {sheet.days.map((one, place) => (
          <button
            key={one}
            type="button"
            aria-pressed={place === day}
            onClick={() => setDay(place)}
            className={clsx(
              'grid min-h-14 content-center justify-items-center border-l border-line text-small first:border-l-0 focus-visible:outline-offset-[-2px]',
              place === day ? 'bg-selected font-medium text-text' : 'text-muted',
            )}
          >
            <span>{weekday.format(dateOf(one))}</span>
            <span className="sr-only">{date.format(dateOf(one))}</span>
            <span className="tabular min-h-4 text-tiny">
              {cellText(sheet.minutesByDay[place] ?? 0)}
            </span>
          </button>
        ))}
      </div>
      <h2 className="flex items-baseline justify-between gap-2 font-semibold">
        {date.format(dateOf(chosen))}
        <span className="tabular font-normal text-muted">
          {formatDuration(sheet.minutesByDay[day] ?? 0)}
        </span>
      </h2>
      <ul className="divide-y divide-line overflow-clip rounded-large border border-line bg-surface">
        {sheet.rows.map((row) => {
          const cell = row.cells[day];
          return (
            cell && (
              <DayLine
                key={cell.key}
                row={row}
                cell={cell}
                canWrite={canWrite}
                writer={writer}
                onOpen={() => onOpen(row, cell)}
              />
            )
          );
        })}
      </ul>
    </section>
  );
}
