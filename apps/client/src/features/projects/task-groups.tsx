import { Badge } from '@nexus/ui/components/badge';
import { EmptyState } from '@nexus/ui/components/empty-state';
import { Section } from '@nexus/ui/components/section';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { Link } from '@tanstack/react-router';
import { Eye, MessageSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ClientTaskFragment } from './client-task.generated.js';
import { groupTasks } from './group-tasks.js';

interface TaskGroupsProps {
  readonly projectId: string;
  readonly tasks: readonly ClientTaskFragment[];
}

/** The tasks that are shown to the client, by how far they are. */
export function TaskGroups({ projectId, tasks }: TaskGroupsProps) {
  const { t } = useTranslation('projects');
  if (tasks.length === 0) {
    return (
      <Section title={t('tasks.title')}>
        <EmptyState icon={Eye} title={t('tasks.empty')} description={t('tasks.emptyDescription')} />
      </Section>
    );
  }
  return groupTasks(tasks).map(({ group, tasks: some }) => (
    <Section key={group} title={t(`tasks.group.${group}`, { count: some.length })} isFlush>
      <ul className="divide-y divide-line">
        {some.map((task) => (
          <TaskLine key={task.id} projectId={projectId} task={task} />
        ))}
      </ul>
    </Section>
  ));
}

interface TaskLineProps {
  readonly projectId: string;
  readonly task: ClientTaskFragment;
}

/** One task; the whole line opens what is said about it. */
function TaskLine({ projectId, task }: TaskLineProps) {
  const { t } = useTranslation('projects');
  const { day } = useFormat();
  const { id, number, title, due, isOverdue, completedAt, commentCount, column } = task;
  return (
    <li className="relative flex min-h-row flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 hover:bg-hover">
      <span className="tabular w-20 shrink-0 text-small text-muted">{number}</span>
      <Link
        to="/projects/$id"
        params={{ id: projectId }}
        search={{ task: id }}
        resetScroll={false}
        className="min-w-0 flex-1 basis-48 font-medium [overflow-wrap:anywhere] after:absolute after:inset-0"
      >
        {title}
      </Link>
      {commentCount > 0 && (
        <span className="tabular flex items-center gap-1 text-small text-muted">
          <MessageSquare aria-hidden size={12} />
          <span aria-hidden>{commentCount}</span>
          <span className="sr-only">{t('tasks.comments', { count: commentCount })}</span>
        </span>
      )}
      {completedAt === null && column && <Badge>{column.name}</Badge>}
      {completedAt === null && due && (
        <span className={isOverdue ? 'tabular text-danger' : 'tabular text-muted'}>{day(due)}</span>
      )}
      {completedAt !== null && (
        <span className="tabular text-small text-muted">
          {t('tasks.doneOn', { day: day(completedAt.slice(0, 10)) })}
        </span>
      )}
    </li>
  );
}
