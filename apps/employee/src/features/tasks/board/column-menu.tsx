import { say } from '@nexus/ui/actions/say';
import { IconButton } from '@nexus/ui/components/icon-button';
import { Menu } from '@nexus/ui/components/menu';
import { mutate } from '@nexus/ui/graph/ask';
import { describeFault } from '@nexus/ui/graph/graph-fault';
import { ArrowLeft, ArrowRight, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { BoardColumnFactsFragment } from './board-column-facts.generated.js';
import { ColumnUpdateDocument } from './column-update.generated.js';
import { LazyColumnDialog } from './lazy-column-dialog.js';

const ColumnRemoval = lazy(async () => ({
  default: (await import('./column-removal.js')).ColumnRemoval,
}));

interface ColumnMenuProps {
  readonly projectId: string;
  readonly columnId: string;
  /** All of the board, in their order. */
  readonly columns: readonly BoardColumnFactsFragment[];
}

/** What a manager does with a column. */
export function ColumnMenu({ projectId, columnId, columns }: ColumnMenuProps) {
  const { t } = useTranslation('tasks');
  const graph = useClient();
  const [open, setOpen] = useState<'edit' | 'remove'>();
  const place = columns.findIndex(({ id }) => id === columnId);
  const column = columns[place];
  if (!column) return null;

  async function putBehind(afterId: string | null) {
    try {
      const input = { id: columnId, afterId };
      const { boardColumnUpdate } = await mutate(graph, ColumnUpdateDocument, { input });
      const [error] = boardColumnUpdate.errors;
      if (error) say({ title: error.message, tone: 'danger' });
    } catch (error) {
      say({ title: describeFault(error).message, tone: 'danger' });
    }
  }

  const commands = [
    { id: 'edit', label: t('column.change'), icon: Pencil, onSelect: () => setOpen('edit') },
    {
      ...{ id: 'left', label: t('column.left'), icon: ArrowLeft, isDisabled: place === 0 },
      onSelect: () => void putBehind(columns[place - 2]?.id ?? null),
    },
    {
      ...{ id: 'right', label: t('column.right'), icon: ArrowRight },
      isDisabled: place === columns.length - 1,
      onSelect: () => void putBehind(columns[place + 1]?.id ?? null),
    },
  ];
  const removal = {
    ...{ id: 'remove', label: t('column.remove'), icon: Trash2, isDangerous: true },
    isDisabled: columns.length === 1,
    onSelect: () => setOpen('remove'),
  };
  const close = () => setOpen(undefined);
  return (
    <>
      <Menu
        trigger={
          <IconButton
            icon={Ellipsis}
            size="small"
            label={t('column.menu', { column: column.name })}
          />
        }
        groups={[
          { id: 'column', commands },
          { id: 'removal', commands: [removal] },
        ]}
      />
      {open === 'edit' && (
        <LazyColumnDialog projectId={projectId} column={column} onClose={close} />
      )}
      {open === 'remove' && (
        <Suspense>
          <ColumnRemoval
            column={column}
            others={columns.filter(({ id }) => id !== columnId)}
            onClose={close}
          />
        </Suspense>
      )}
    </>
  );
}
