import { Button } from '@nexus/ui/components/button';
import { EmptyState } from '@nexus/ui/components/empty-state';
import { CalendarClock, CopyPlus, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayList } from './day-list.js';
import type { IsoWeek } from './iso-week.js';
import { RejectedNotes } from './rejected-notes.js';
import { type SheetCell, type SheetRow, type Work, workKey } from './sheet.js';
import { TimesheetGrid } from './timesheet-grid.js';
import type { CellWriter } from './use-cell-writer.js';
import { useLastWeek } from './use-last-week.js';
import type { OpenSheet } from './use-sheet.js';
import { useWideScreen } from './use-wide-screen.js';
import { WorkPicker } from './work-picker.js';

interface TimesheetBodyProps {
  readonly week: IsoWeek;
  readonly opened: OpenSheet;
  readonly writer: CellWriter;
  readonly onOpen: (row: SheetRow, cell: SheetCell) => void;
}

/** The week as a grid, or as days on a phone; and rows to be added. */
export function TimesheetBody({ week, opened, writer, onOpen }: TimesheetBodyProps) {
  const { t } = useTranslation('time');
  const isWide = useWideScreen();
  const { sheet, canLog, add } = opened;
  const isEmpty = sheet.rows.length === 0;
  const [added, setAdded] = useState<string>();
  const choose = (work: Work) => {
    add(work);
    setAdded(workKey(work));
  };
  const ways = canLog && (
    <div className="flex flex-wrap gap-2">
      <WorkPicker
        label={t('grid.addLabel')}
        onChoose={choose}
        keepsFocus={isWide}
        trigger={<Button icon={Plus}>{t('grid.add')}</Button>}
      />
      {isEmpty && <LastWeek week={week} onAdd={add} />}
    </div>
  );
  if (isEmpty) {
    return (
      <EmptyState
        icon={CalendarClock}
        title={t('empty.title')}
        description={t(canLog ? 'empty.description' : 'empty.readOnly')}
        action={ways}
      />
    );
  }
  return (
    <div className="grid gap-4">
      <RejectedNotes sheet={sheet} onOpen={onOpen} />
      {isWide ? (
        <TimesheetGrid
          sheet={sheet}
          canWrite={canLog}
          writer={writer}
          onOpen={onOpen}
          added={added}
        />
      ) : (
        <DayList sheet={sheet} canWrite={canLog} writer={writer} onOpen={onOpen} />
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        {ways}
        {isWide && canLog && <p className="text-small text-muted">{t('grid.keys')}</p>}
      </div>
    </div>
  );
}

interface LastWeekProps {
  readonly week: IsoWeek;
  readonly onAdd: OpenSheet['add'];
}

function LastWeek({ week, onAdd }: LastWeekProps) {
  const { t } = useTranslation('time');
  const works = useLastWeek(week);
  if (works.length === 0) return null;
  return (
    <Button icon={CopyPlus} onClick={() => works.forEach(onAdd)}>
      {t('grid.lastWeek')}
    </Button>
  );
}
