import { Badge, type Tone } from '@nexus/ui/components/badge';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { Link } from '@tanstack/react-router';
import { Ban } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MyTaskFragment } from './my-task.generated.js';

const TONES: Record<MyTaskFragment['priority'], Tone> = {
  URGENT: 'danger',
  HIGH: 'warning',
  MEDIUM: 'neutral',
  LOW: 'neutral',
};

interface TaskLineProps {
  readonly task: MyTaskFragment;
  readonly isLate: boolean;
}

/** One open task: what, for which project, until when. */
export function TaskLine({ task, isLate }: TaskLineProps) {
  const { t } = useTranslation('my-work');
  const { day } = useFormat();
  const { id, number, title, project, priority, due, blocked } = task;
  return (
    <li className="flex min-h-row flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
      <span className="tabular w-20 shrink-0 text-small text-muted">{number}</span>
      <Link
        to="/"
        search={{ task: id }}
        resetScroll={false}
        className="min-w-0 flex-1 basis-48 py-0.5 font-medium [overflow-wrap:anywhere] hover:underline"
      >
        {title}
      </Link>
      {blocked && (
        <Badge tone="danger" icon={Ban}>
          {t('tasks.blockedBy', { reason: blocked.reason })}
        </Badge>
      )}
      {priority !== 'MEDIUM' && <Badge tone={TONES[priority]}>{t(`priority.${priority}`)}</Badge>}
      <Link
        to="/projects/$projectId/board"
        params={{ projectId: project.id }}
        className="max-w-56 truncate py-0.5 text-muted hover:text-text hover:underline"
      >
        {project.name}
      </Link>
      {due && (
        <span className={isLate ? 'tabular text-danger' : 'tabular text-muted'}>{day(due)}</span>
      )}
    </li>
  );
}
