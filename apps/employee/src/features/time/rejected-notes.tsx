import { Button } from '@nexus/ui/components/button';
import { Notice } from '@nexus/ui/components/notice';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useTranslation } from 'react-i18next';
import { workName } from './cell-status.js';
import type { Sheet, SheetCell, SheetRow } from './sheet.js';

interface RejectedNotesProps {
  readonly sheet: Sheet;
  readonly onOpen: (row: SheetRow, cell: SheetCell) => void;
}

/** What came back, why, and the way to mend it. */
export function RejectedNotes({ sheet, onOpen }: RejectedNotesProps) {
  const { t } = useTranslation('time');
  const { day } = useFormat();
  const rejected = sheet.rows.flatMap((row) =>
    row.cells.flatMap((cell) =>
      cell.entries
        .filter(({ status }) => status === 'REJECTED')
        .map((entry) => ({ row, cell, entry })),
    ),
  );
  if (rejected.length === 0) return null;
  return (
    <section aria-label={t('rejected.title')} className="grid gap-2">
      {rejected.map(({ row, cell, entry }) => (
        <Notice
          key={entry.id}
          tone="danger"
          action={
            <Button size="small" onClick={() => onOpen(row, cell)}>
              {t('rejected.go')}
            </Button>
          }
        >
          {t('rejected.entry', {
            work: workName(row.work),
            day: day(cell.date),
            reason: entry.rejectionReason ?? '',
          })}
        </Notice>
      ))}
    </section>
  );
}
