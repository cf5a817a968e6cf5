import { ActivityFeed } from '@nexus/ui/components/activity-feed';
import { Button } from '@nexus/ui/components/button';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { Cog } from 'lucide-react';
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
      <ActivityFeed
        label={t('activity.title')}
        items={entries.map(({ id, kind, occurredAt, user, reason, fields }) => ({
          ...{ id, occurredAt, person: user, icon: Cog },
          text: sentenceOf(user?.name, kind, fields),
          detail: reason,
        }))}
      />
      {hasNextPage && endCursor && (
        <Button variant="ghost" onClick={() => setAfter(endCursor)}>
          {t('activity.more')}
        </Button>
      )}
    </Part>
  );

  function sentenceOf(name: string | undefined, kind: string, fields: readonly string[]): string {
    const known = KINDS.find((one) => one === kind);
    const said = `${name ?? t('activity.system')} ${known ? t(`activity.kinds.${known}`) : kind}`;
    const changed = fields.map((field) =>
      t(`field.${field}` as 'field.due', { defaultValue: field }),
    );
    return changed.length > 0 ? `${said}: ${changed.join(', ')}` : said;
  }
}
