import { todayIn } from '@nexus/ui/components/iso-date';
import { useRegion } from '@nexus/ui/components/region';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isChosen } from './grid-cursor.js';
import { GridHead } from './grid-head.js';
import { GridRow } from './grid-row.js';
import { GridSums } from './grid-sums.js';
import type { Sheet, SheetCell, SheetRow } from './sheet.js';
import type { CellWriter } from './use-cell-writer.js';
import { useGrid } from './use-grid.js';
import { useGridClipboard } from './use-grid-clipboard.js';

interface TimesheetGridProps {
  readonly sheet: Sheet;
  readonly canWrite: boolean;
  readonly writer: CellWriter;
  readonly onOpen: (row: SheetRow, cell: SheetCell) => void;
  /** Key of a row that was just added: the keyboard goes on there. */
  readonly added: string | undefined;
}

/** The week as a spreadsheet: a row for each work, a column for each day. */
export function TimesheetGrid({ sheet, canWrite, writer, onOpen, added }: TimesheetGridProps) {
  const { t } = useTranslation('time');
  const { timeZone } = useRegion();
  const today = todayIn(timeZone);
  const table = useRef<HTMLTableElement>(null);
  const commands = {
    canWrite,
    write: ({ work }: SheetRow, cell: SheetCell, minutes: number) =>
      writer.write(work, cell, minutes),
    open: onOpen,
    forget: writer.forget,
  };
  const grid = useGrid(sheet, commands);
  const clipboard = useGridClipboard(sheet, grid.cursor, commands);
  const { cursor, focusCount } = grid;
  const addedAt = sheet.rows.findIndex(({ key }) => key === added);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the row is there
  useEffect(() => {
    if (addedAt >= 0) grid.go({ row: addedAt, day: Math.max(0, sheet.days.indexOf(today)) });
  }, [added, addedAt >= 0]);

  useEffect(() => {
    if (focusCount > 0) table.current?.querySelector<HTMLElement>('[data-active]')?.focus();
  }, [focusCount]);

  return (
    <div className="rounded-large border border-line bg-surface">
      {/* biome-ignore-start lint/a11y: a table that is written in */}
      <table
        ref={table}
        role="grid"
        aria-label={t('grid.label')}
        aria-multiselectable
        aria-readonly={!canWrite}
        onKeyDown={(event) => {
          clipboard.onKeyDown(event);
          if (!event.defaultPrevented) grid.onKeyDown(event);
        }}
        onCopy={clipboard.onCopy}
        onCut={clipboard.onCut}
        onPaste={clipboard.onPaste}
        className="w-full table-fixed border-collapse text-left"
      >
        {/* biome-ignore-end lint/a11y: as above */}
        <GridHead days={sheet.days} today={today} />
        <tbody className="divide-y divide-line">
          {sheet.rows.map((row, place) => (
            <GridRow
              key={row.key}
              row={row}
              place={place}
              today={today}
              grid={grid}
              problems={writer.problems}
              isChosen={(day) => isChosen(cursor, { row: place, day })}
              onOpen={(cell) => onOpen(row, cell)}
            />
          ))}
        </tbody>
        <GridSums sheet={sheet} today={today} />
      </table>
    </div>
  );
}
