import { Button } from '@nexus/ui/components/button';
import { EmptyState } from '@nexus/ui/components/empty-state';
import { Section } from '@nexus/ui/components/section';
import { Link } from '@tanstack/react-router';
import { CheckCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TaskGroup } from './group-tasks.js';
import { TaskLine } from './task-line.js';

interface TaskGroupsProps {
  readonly groups: readonly TaskGroup[];
  /** Undefined where these are all. */
  readonly onMore?: (() => void) | undefined;
}

/** The viewer's open tasks under the time that they are due. */
export function TaskGroups({ groups, onMore }: TaskGroupsProps) {
  const { t } = useTranslation('my-work');
  if (groups.length === 0) {
    return (
      <EmptyState
        icon={CheckCheck}
        title={t('empty.title')}
        description={t('empty.description')}
        action={
          <Button asChild>
            <Link to="/projects">{t('empty.action')}</Link>
          </Button>
        }
      />
    );
  }
  return (
    <>
      {groups.map(({ when, tasks }) => (
        <Section key={when} title={t(`tasks.${when}`)} isFlush>
          <ul className="divide-y divide-line">
            {tasks.map((task) => (
              <TaskLine key={task.id} task={task} isLate={when === 'overdue'} />
            ))}
          </ul>
        </Section>
      ))}
      {onMore && (
        <Button className="justify-self-center" onClick={onMore}>
          {t('tasks.more')}
        </Button>
      )}
    </>
  );
}
