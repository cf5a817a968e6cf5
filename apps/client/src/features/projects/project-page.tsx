import { Button } from '@nexus/ui/components/button';
import { PageHeader } from '@nexus/ui/components/page-header';
import { ProgressLine } from '@nexus/ui/components/progress-line';
import { useLive } from '@nexus/ui/graph/use-live';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { RouteMissing } from '@nexus/ui/shell/route-missing';
import { usePageTitle } from '@nexus/ui/shell/use-page-title';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MilestoneLine } from './milestone-line.js';
import { PhaseBadge } from './phase-badge.js';
import { ProjectDocument, type ProjectQuery } from './project.generated.js';
import { ProjectChangedDocument } from './project-changed.generated.js';
import { TaskGroups } from './task-groups.js';
import { TasksChangedDocument } from './tasks-changed.generated.js';

/** Loaded when a task is opened. */
const TaskDrawer = lazy(() =>
  import('./task-drawer.js').then((loaded) => ({ default: loaded.TaskDrawer })),
);

const route = getRouteApi('/projects/$id');

/** One project as its client sees it: how far it is, its milestones, and the tasks that are shown. */
export function ProjectPage() {
  const { id } = route.useParams();
  const [after, setAfter] = useState<string | null>(null);
  const { data, since } = useScreen(ProjectDocument, { id, ...(after !== null && { after }) });
  useLive(ProjectChangedDocument, [{ id }], since);
  useLive(TasksChangedDocument, [{ projectId: id }], since);
  if (!data) return <PageSkeleton />;
  return data.project ? <Project project={data.project} onMore={setAfter} /> : <RouteMissing />;
}

interface ProjectProps {
  readonly project: NonNullable<ProjectQuery['project']>;
  readonly onMore: (cursor: string) => void;
}

function Project({ project, onMore }: ProjectProps) {
  const { t } = useTranslation('projects');
  const { day } = useFormat();
  const { id, name, code, start, end, progress, description, manager, milestones, tasks } = project;
  const { task } = route.useSearch();
  const navigate = route.useNavigate();
  const { hasNextPage, endCursor } = tasks.pageInfo;
  usePageTitle(name);
  return (
    <>
      <PageHeader
        title={name}
        breadcrumbs={
          <Link to="/projects" className="hover:underline">
            {t('title')}
          </Link>
        }
        meta={
          <>
            <PhaseBadge project={project} />
            <span className="tabular">{code}</span>
            <span className="tabular">
              {end
                ? t('period', { from: day(start), to: day(end) })
                : t('since', { day: day(start) })}
            </span>
            {manager && <span>{t('manager', { name: manager.name })}</span>}
          </>
        }
      />
      <div className="grid gap-4">
        {description && (
          <p className="max-w-2xl whitespace-pre-line text-muted [overflow-wrap:anywhere]">
            {description}
          </p>
        )}
        <ProgressLine label={t('progress')} share={progress} />
        <MilestoneLine milestones={milestones} />
        <TaskGroups projectId={id} tasks={tasks.nodes.filter((one) => one !== null)} />
        {hasNextPage && endCursor && (
          <Button className="justify-self-center" onClick={() => onMore(endCursor)}>
            {t('more')}
          </Button>
        )}
      </div>
      {task && (
        <Suspense>
          <TaskDrawer
            key={task}
            taskId={task}
            onClose={() => void navigate({ search: {}, resetScroll: false })}
          />
        </Suspense>
      )}
    </>
  );
}
