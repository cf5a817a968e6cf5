import { Button } from '@nexus/ui/components/button';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KINDS } from './activity-kinds.js';
import { Part } from './part.js';
import { TaskActivityDocument } from './task-activity.generated.js';

interface ActivityProps {
  readonly taskId: string;
  /** Rises with each change of the task: there is more to tell then. */
  readonly version: number;
}

/** What happened to a task, the newest first. */
export function Activity({ taskId, version }: ActivityProps) {
  const { t } = useTranslation('tasks');
  const { moment } = useFormat();
  const [after, setAfter] = useState<string | null>(null);
  const { data, refresh } = useScreen(
    TaskActivityDocument,
    { id: taskId, ...(after !== null && { after }) },
    { policy: 'cache-and-network' },
  );
  const [shown, setShown] = useState(version);
  useEffect(() => {
    if (shown === version) return;
    setShown(version);
    setAfter(null);
    refresh();
  }, [shown, version, refresh]);
  const entries = data?.task?.activity.nodes ?? [];
  const { hasNextPage = false, endCursor } = data?.task?.activity.pageInfo ?? {};
  if (entries.length === 0) return null;
  return (
    <Part title={t('activity.title')}>
      <ol className="grid gap-1">
        {entries.map(({ id, kind, occurredAt, user, reason, fields }) => {
          const known = KINDS.find((name) => name === kind);
          return (
            <li key={id} className="flex flex-wrap gap-x-2 text-muted">
              <span className="font-medium text-text">{user?.name ?? t('activity.system')}</span>
              <span>
                {known ? t(`activity.kinds.${known}`) : kind}
                {fields.length > 0 && `: ${fields.map((field) => fieldName(field)).join(', ')}`}
              </span>
              {reason && <q>{reason}</q>}
              <time dateTime={occurredAt} className="tabular text-small">
                {moment(occurredAt)}
              </time>
            </li>
          );
        })}
      </ol>
      {hasNextPage && endCursor && (
        <Button variant="ghost" onClick={() => setAfter(endCursor)}>
          {t('activity.more')}
        </Button>
      )}
    </Part>
  );

  function fieldName(field: string): string {
    return t(`field.${field}` as 'field.due', { defaultValue: field });
  }
}
