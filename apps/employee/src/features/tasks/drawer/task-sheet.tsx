import { useOffer } from '@nexus/ui/actions/use-commands';
import { Badge } from '@nexus/ui/components/badge';
import { Drawer } from '@nexus/ui/components/drawer';
import { EmptyState } from '@nexus/ui/components/empty-state';
import { IconButton } from '@nexus/ui/components/icon-button';
import { Menu } from '@nexus/ui/components/menu';
import { useLive } from '@nexus/ui/graph/use-live';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useText } from '@nexus/ui/i18n/use-text';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { ChevronDown, ChevronUp, Ellipsis } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { menuCommands } from '../actions/menu-commands.js';
import { useTaskCommands } from '../actions/use-task-commands.js';
import { TaskDocument } from './task.generated.js';
import { TaskBody } from './task-body.js';
import { TaskChangedDocument } from './task-changed.generated.js';
import { useSheetKeys } from './use-sheet-keys.js';

interface TaskSheetProps {
  readonly taskId: string;
  /** The tasks of the page behind it, in their order: what previous and next mean. */
  readonly order?: readonly string[];
  readonly onOpen: (taskId: string) => void;
  readonly onClose: () => void;
}

/** A task in full, beside the page that it was opened from. */
export function TaskSheet({ taskId, order = [], onOpen, onClose }: TaskSheetProps) {
  const { t } = useTranslation('tasks');
  const text = useText();
  const { data, since } = useScreen(TaskDocument, { id: taskId }, { policy: 'cache-and-network' });
  useLive(TaskChangedDocument, [{ id: taskId }], since);
  const task = data?.task ?? undefined;
  const { commands, dialog } = useTaskCommands(task);
  const place = order.indexOf(taskId);
  const steps = useMemo(() => {
    const step = (id: string | undefined, direction: 'previous' | 'next') => ({
      ...{ id: `task.${direction}`, labelKey: `tasks:sheet.${direction}` as const },
      ...{ icon: direction === 'next' ? ChevronDown : ChevronUp },
      ...{ shortcut: direction === 'next' ? 'j' : 'k', isPossible: id !== undefined },
      run: () => id !== undefined && onOpen(id),
    });
    const before = place > 0 ? order[place - 1] : undefined;
    return [step(before, 'previous'), step(place < 0 ? undefined : order[place + 1], 'next')];
  }, [order, place, onOpen]);
  const offered = useMemo(
    () => [...commands, ...steps.filter(({ isPossible }) => isPossible)],
    [commands, steps],
  );
  useOffer(offered);
  useSheetKeys(offered);
  useFocusOnCard(taskId);
  return (
    <Drawer
      isOpen
      size="large"
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={task ? t('sheet.title', { number: task.number }) : t('sheet.loading')}
      meta={
        task && (
          <>
            <span>{task.project.name}</span>
            {task.column && <Badge tone="info">{task.column.name}</Badge>}
            {task.archived && <Badge>{t('state.archived')}</Badge>}
          </>
        )
      }
      actions={
        <>
          {order.length > 1 &&
            steps.map(({ id, labelKey, icon, shortcut, isPossible, run }) => (
              <IconButton
                key={id}
                {...{ icon, shortcut }}
                label={text(labelKey)}
                disabled={!isPossible}
                onClick={run}
              />
            ))}
          {commands.length > 0 && (
            <Menu
              trigger={<IconButton icon={Ellipsis} label={t('sheet.menu')} />}
              groups={[{ id: 'task', commands: menuCommands(commands, text) }]}
            />
          )}
        </>
      }
    >
      {task && <TaskBody key={task.id} task={task} commands={commands} onOpen={onOpen} />}
      {!task && !data && <PageSkeleton />}
      {data && !task && (
        <EmptyState title={t('sheet.missing')} description={t('sheet.missingHint')} />
      )}
      {dialog}
    </Drawer>
  );
}

/** Whoever closes the drawer goes on at the card that it showed last. */
function useFocusOnCard(taskId: string) {
  const last = useRef(taskId);
  last.current = taskId;
  useEffect(
    () => () => {
      const id = CSS.escape(last.current);
      const focus = () => document.querySelector<HTMLElement>(`[data-card-id="${id}"]`)?.focus();
      // Later than the drawer, which at its end leads back to where it was opened from.
      setTimeout(() => setTimeout(focus, 0), 0);
    },
    [],
  );
}
