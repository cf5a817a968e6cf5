import { ActivityFeed } from '@nexus/ui/components/activity-feed';
import { Button } from '@nexus/ui/components/button';
import { Section } from '@nexus/ui/components/section';
import { SkeletonGroup } from '@nexus/ui/components/skeleton-group';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { Cog } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProjectActivityDocument } from './project-activity.generated.js';
import type { ProjectDetailFragment } from './project-detail.generated.js';

/** The events of a project that have words of their own. */
const KINDS = [
  'ProjectCreated',
  'ProjectUpdated',
  'ProjectBudgetChanged',
  'ProjectPhaseChanged',
  'ProjectPutOnHold',
  'ProjectResumed',
  'ProjectMemberAdded',
  'ProjectMemberRemoved',
  'ProjectManagerChanged',
  'MilestoneAdded',
  'MilestoneRescheduled',
  'MilestoneReached',
  'TaskCreated',
  'TaskUpdated',
  'TaskAssigned',
  'TaskMoved',
  'TaskStarted',
  'TaskCompleted',
  'TaskReopened',
  'TaskBlocked',
  'TaskUnblocked',
  'CommentAdded',
] as const;

/** What happened in a project, the newest first. */
export function ProjectActivity({ project }: { readonly project: ProjectDetailFragment }) {
  const { t } = useTranslation('project');
  const [after, setAfter] = useState<string | null>(null);
  const { data, refresh } = useScreen(
    ProjectActivityDocument,
    { id: project.id, ...(after !== null && { after }) },
    { policy: 'cache-and-network' },
  );
  // Each change of the project is one more to tell of.
  const [told, setTold] = useState(project.version);
  useEffect(() => {
    if (told === project.version) return;
    setTold(project.version);
    setAfter(null);
    refresh();
  }, [told, project.version, refresh]);
  const { nodes = [], pageInfo } = data?.project?.activity ?? {};
  return (
    <Section title={t('activity.title')}>
      {!data && <SkeletonGroup />}
      {data && nodes.length === 0 && <p className="text-muted">{t('activity.none')}</p>}
      <ActivityFeed
        label={t('activity.title')}
        items={nodes.map(({ id, kind, occurredAt, user, task, reason }) => ({
          ...{ id, occurredAt, person: user, icon: Cog, detail: reason },
          text: sentenceOf(user?.name, kind, task?.title),
        }))}
      />
      {pageInfo?.hasNextPage && pageInfo.endCursor && (
        <Button variant="ghost" onClick={() => setAfter(pageInfo.endCursor ?? null)}>
          {t('activity.more')}
        </Button>
      )}
    </Section>
  );

  function sentenceOf(name: string | undefined, kind: string, task: string | undefined): string {
    const known = KINDS.find((one) => one === kind);
    const said = `${name ?? t('activity.system')} ${t(`activity.kinds.${known ?? 'other'}`)}`;
    return task ? `${said}: ${task}` : said;
  }
}
