import { Button } from '@nexus/ui/components/button';
import { Dialog } from '@nexus/ui/components/dialog';
import { Notice } from '@nexus/ui/components/notice';
import { Field } from '@nexus/ui/forms/field';
import { Select } from '@nexus/ui/forms/select';
import { mutate } from '@nexus/ui/graph/ask';
import { describeFault } from '@nexus/ui/graph/graph-fault';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { ColumnRemoveDocument } from './column-remove.generated.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface ColumnRemovalProps {
  readonly column: Named;
  readonly others: readonly Named[];
  readonly onClose: () => void;
}

/** Takes a column off the board once it is said where its cards go. */
export function ColumnRemoval({ column, others, onClose }: ColumnRemovalProps) {
  const { t } = useTranslation('tasks');
  const graph = useClient();
  const [moveTo, setMoveTo] = useState(others[0]?.id ?? null);
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function remove() {
    if (moveTo === null) return;
    setBusy(true);
    try {
      const input = { id: column.id, moveTo };
      const { boardColumnRemove } = await mutate(graph, ColumnRemoveDocument, { input });
      const reasons = boardColumnRemove.errors.map(({ message }) => message);
      if (reasons.length === 0) return onClose();
      setFault(reasons.join(' '));
    } catch (error) {
      setFault(describeFault(error).message);
    }
    setBusy(false);
  }

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('column.removeTitle', { column: column.name })}
      size="small"
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button variant="danger" isBusy={isBusy} onClick={() => void remove()}>
            {t('column.remove')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {fault && <Notice tone="danger">{fault}</Notice>}
        <Field label={t('column.moveTo')}>
          <Select
            value={moveTo}
            onChange={setMoveTo}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
      </div>
    </Dialog>
  );
}
