import type { Command } from '@nexus/ui/actions/action';
import { Button } from '@nexus/ui/components/button';
import { Notice } from '@nexus/ui/components/notice';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useText } from '@nexus/ui/i18n/use-text';
import { useTranslation } from 'react-i18next';
import { Activity } from './activity.js';
import { Checklist } from './checklist.js';
import { Comments } from './comments.js';
import { Dependencies } from './dependencies.js';
import { Description } from './description.js';
import type { ShownTask } from './shown-task.js';
import { TaskFields } from './task-fields.js';
import { TimeOnTask } from './time-on-task.js';
import { Title } from './title.js';
import { useSaveTask } from './use-save-task.js';

interface TaskBodyProps {
  readonly task: ShownTask;
  readonly commands: readonly Command[];
  readonly onOpen: (taskId: string) => void;
}

/** What commands a task offers as buttons; the rest is in its menu. */
const BUTTONS = ['task.complete', 'task.reopen', 'task.take', 'task.block', 'task.unblock'];

/** Everything about a task, changed in place. */
export function TaskBody({ task, commands, onOpen }: TaskBodyProps) {
  const { t } = useTranslation('tasks');
  const text = useText();
  const { moment } = useFormat();
  const saving = useSaveTask(task.id);
  return (
    <div className="grid gap-4">
      <Title task={task} saving={saving} />
      {task.blocked && (
        <Notice tone="danger">
          {t('block.since', {
            reason: task.blocked.reason,
            name: task.blocked.by?.name ?? '',
            moment: moment(task.blocked.since),
          })}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2 empty:hidden">
        {commands
          .filter(({ id }) => BUTTONS.includes(id))
          .map(({ id, labelKey, icon, run }) => (
            <Button
              key={id}
              icon={icon}
              variant={id === 'task.complete' ? 'primary' : 'secondary'}
              onClick={run}
            >
              {text(labelKey)}
            </Button>
          ))}
      </div>
      <TaskFields task={task} saving={saving} />
      <Description task={task} saving={saving} />
      <Checklist task={task} />
      <Dependencies task={task} onOpen={onOpen} />
      <TimeOnTask task={task} />
      <Comments task={task} />
      <Activity taskId={task.id} version={task.version} />
    </div>
  );
}
