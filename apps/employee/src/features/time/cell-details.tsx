import { Button } from '@nexus/ui/components/button';
import { Drawer } from '@nexus/ui/components/drawer';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { workName } from './cell-status.js';
import { EntryForm } from './entry-form.js';
import type { SheetCell, SheetRow } from './sheet.js';
import type { CellWriter } from './use-cell-writer.js';

interface CellDetailsProps {
  readonly row: SheetRow;
  readonly cell: SheetCell;
  readonly canWrite: boolean;
  readonly writer: CellWriter;
  readonly onClose: () => void;
}

/** Every entry of a cell with its note, and whether the client pays for it. */
export function CellDetails({ row, cell, canWrite, writer, onClose }: CellDetailsProps) {
  const { t } = useTranslation('time');
  const { day } = useFormat();
  const [isAdding, setAdding] = useState(false);
  const { work } = row;
  const isNew = canWrite && (isAdding || cell.entries.length === 0);
  return (
    <Drawer
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={workName(work)}
      meta={day(cell.date)}
    >
      <div className="grid gap-6">
        {cell.entries.map((entry, place) => (
          <EntryForm
            key={entry.id}
            title={t('details.entry', { number: place + 1 })}
            entry={entry}
            canWrite={canWrite && entry.viewerCanEdit}
            onSave={({ minutes, note, billable }) =>
              writer.change(cell.key, {
                do: 'edit',
                input: { id: entry.id, minutes, note, billable },
              })
            }
            onDelete={() => void writer.change(cell.key, { do: 'delete', input: { id: entry.id } })}
            onSaved={onClose}
          />
        ))}
        {isNew && (
          <EntryForm
            title={t('details.new')}
            canWrite
            onSave={({ minutes, note, billable }) => {
              const { projectId, task } = work;
              const facts = { projectId, ...(task && { taskId: task.id }), date: cell.date };
              // Left as it is proposed, the graph says by the project's budget whether the client pays.
              const told = { minutes, note, ...(!billable && { billable }) };
              return writer.change(cell.key, { do: 'log', input: { ...facts, ...told } });
            }}
            onSaved={onClose}
          />
        )}
        {canWrite && !isNew && (
          <Button className="justify-self-start" icon={Plus} onClick={() => setAdding(true)}>
            {t('details.add')}
          </Button>
        )}
      </div>
    </Drawer>
  );
}
