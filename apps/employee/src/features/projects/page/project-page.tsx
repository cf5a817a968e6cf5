import { CommandBar } from '@nexus/ui/actions/command-bar';
import { useCommands, useOffer } from '@nexus/ui/actions/use-commands';
import { EmptyState } from '@nexus/ui/components/empty-state';
import { Notice } from '@nexus/ui/components/notice';
import { PageHeader } from '@nexus/ui/components/page-header';
import { useLive } from '@nexus/ui/graph/use-live';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { usePageTitle } from '@nexus/ui/shell/use-page-title';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FolderKanban } from 'lucide-react';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProjectDocument } from './project.generated.js';
import { DANGEROUS, type ProjectQuestion, projectActions } from './project-actions.js';
import type { ProjectDetailFragment } from './project-detail.generated.js';
import { ProjectFollowedDocument } from './project-followed.generated.js';
import { ProjectMeta } from './project-meta.js';
import { ProjectOverview } from './project-overview.js';
import { ProjectTabs } from './project-tabs.js';

const Questions = lazy(() =>
  import('./project-questions.js').then((loaded) => ({ default: loaded.ProjectQuestions })),
);
const route = getRouteApi('/projects/$projectId');

/** One project: how it stands, what it uses and brings, and who is in it. */
export function ProjectPage() {
  const { t } = useTranslation('project');
  const { projectId } = route.useParams();
  const { data, since } = useScreen(ProjectDocument, { id: projectId });
  useLive(ProjectFollowedDocument, [{ id: projectId }], since);
  usePageTitle(data?.project?.name ?? t('title'));
  if (!data) return <PageSkeleton />;
  if (data.project) return <ShownProject project={data.project} />;
  return (
    <EmptyState icon={FolderKanban} title={t('missing.title')} description={t('missing.hint')} />
  );
}

function ShownProject({ project }: { readonly project: ProjectDetailFragment }) {
  const { t } = useTranslation(['project', 'projects']);
  const [asked, setAsked] = useState<ProjectQuestion>();
  const ask = useCallback((question: ProjectQuestion) => setAsked(question), []);
  const commands = useCommands(
    projectActions,
    useMemo(() => ({ project, ask }), [project, ask]),
  );
  useOffer(commands);
  return (
    <>
      <PageHeader
        title={project.name}
        breadcrumbs={
          <>
            <Link to="/projects" className="hover:text-text hover:underline">
              {t('projects:title')}
            </Link>
            {` / ${project.code}`}
          </>
        }
        meta={<ProjectMeta project={project} />}
        actions={
          <CommandBar
            commands={commands}
            moreLabel={t('actions.more')}
            dangerous={DANGEROUS}
            hasPrimary={false}
          />
        }
      />
      <ProjectTabs projectId={project.id} />
      {project.holdReason && (
        <div className="pb-4">
          <Notice tone="warning">{t('held', { reason: project.holdReason })}</Notice>
        </div>
      )}
      <ProjectOverview project={project} />
      {asked && (
        <Suspense>
          <Questions project={project} question={asked} onClose={() => setAsked(undefined)} />
        </Suspense>
      )}
    </>
  );
}
