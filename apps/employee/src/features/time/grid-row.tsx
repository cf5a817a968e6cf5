import type { IsoDate } from '@nexus/ui/components/iso-date';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useTranslation } from 'react-i18next';
import { workName } from './cell-status.js';
import { GridCell } from './grid-cell.js';
import { cellText } from './grid-text.js';
import type { SheetCell, SheetRow } from './sheet.js';
import type { CellProblem } from './use-cell-writer.js';
import type { Grid } from './use-grid.js';

interface GridRowProps {
  readonly row: SheetRow;
  /** Which one it is, from 0. */
  readonly place: number;
  readonly today: IsoDate;
  readonly grid: Grid;
  readonly problems: ReadonlyMap<string, CellProblem>;
  readonly isChosen: (day: number) => boolean;
  readonly onOpen: (cell: SheetCell) => void;
}

/** A work and its hours on each day. */
export function GridRow({ row, place, today, grid, problems, isChosen, onOpen }: GridRowProps) {
  const { t } = useTranslation('time');
  const { day: dayName } = useFormat();
  const { work, cells, minutes } = row;
  const { cursor } = grid;
  return (
    <tr>
      <th scope="row" className="px-4 py-1.5 font-medium">
        <span className="block truncate">{work.task?.title ?? work.projectName}</span>
        <span className="block truncate text-small font-normal text-muted">
          {work.task ? `${work.task.number} · ${work.projectName}` : work.projectCode}
        </span>
      </th>
      {cells.map((cell, day) => {
        const here = { row: place, day };
        const isActive = cursor.row === place && cursor.day === day;
        return (
          <GridCell
            key={cell.key}
            cell={cell}
            label={t('cell.label', { work: workName(work), day: dayName(cell.date) })}
            problem={problems.get(cell.key)}
            isActive={isActive}
            isChosen={isChosen(day)}
            isToday={cell.date === today}
            typed={isActive ? cursor.typing?.text : undefined}
            onType={grid.type}
            onLeave={() => void grid.commit()}
            onPress={(isExtending) => !(isActive && cursor.typing) && grid.go(here, isExtending)}
            onEdit={() => grid.begin(here)}
            onOpen={() => onOpen(cell)}
          />
        );
      })}
      <td className="tabular border-l border-line px-4 text-right font-medium text-muted">
        {cellText(minutes)}
      </td>
    </tr>
  );
}
