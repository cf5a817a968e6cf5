import { todayIn } from '@nexus/ui/components/iso-date';
import { PageHeader } from '@nexus/ui/components/page-header';
import { useRegion } from '@nexus/ui/components/region';
import { useLive } from '@nexus/ui/graph/use-live';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useViewer } from '@nexus/ui/session/viewer';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { usePageTitle } from '@nexus/ui/shell/use-page-title';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupTasks } from './group-tasks.js';
import { MyTaskChangedDocument } from './my-task-changed.generated.js';
import { MyWorkDocument } from './my-work.generated.js';
import { RunningTimer } from './running-timer.js';
import { TaskGroups } from './task-groups.js';

/** What the viewer has to do, by the day it is due, and the timer that runs. */
export function MyWorkPage() {
  const { t } = useTranslation('my-work');
  const { user } = useViewer();
  const { timeZone } = useRegion();
  const [after, setAfter] = useState<string | null>(null);
  const { data, since } = useScreen(MyWorkDocument, after === null ? {} : { after });
  const mine = data?.viewer?.user;
  const tasks = mine?.tasks.nodes.filter((task) => task !== null) ?? [];
  const { hasNextPage = false, endCursor } = mine?.tasks.pageInfo ?? {};
  usePageTitle(t('title'));
  useLive(
    MyTaskChangedDocument,
    tasks.map(({ id }) => ({ id })),
    since,
  );
  return (
    <>
      <PageHeader title={t('title')} meta={t('greeting', { name: user.name })} />
      {mine ? (
        <div className="grid gap-4">
          <RunningTimer timer={mine.runningTimer} />
          <TaskGroups
            groups={groupTasks(tasks, todayIn(timeZone))}
            onMore={hasNextPage && endCursor ? () => setAfter(endCursor) : undefined}
          />
        </div>
      ) : (
        <PageSkeleton />
      )}
    </>
  );
}
