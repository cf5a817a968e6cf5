import { Button } from '@nexus/ui/components/button';
import { EmptyState } from '@nexus/ui/components/empty-state';
import { PageHeader } from '@nexus/ui/components/page-header';
import { useLive } from '@nexus/ui/graph/use-live';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { usePageTitle } from '@nexus/ui/shell/use-page-title';
import { FolderKanban } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProjectCard } from './project-card.js';
import { ProjectChangedDocument } from './project-changed.generated.js';
import { ProjectListDocument } from './project-list.generated.js';

const ONCE = [{}];

/** The company's projects, each with how far it is and what comes next. */
export function ProjectsPage() {
  const { t } = useTranslation('projects');
  const [after, setAfter] = useState<string | null>(null);
  const { data, isRefreshing, since } = useScreen(
    ProjectListDocument,
    after === null ? {} : { after },
  );
  const projects = data?.projects?.nodes.filter((project) => project !== null) ?? [];
  const { hasNextPage = false, endCursor } = data?.projects?.pageInfo ?? {};
  usePageTitle(t('title'));
  useLive(ProjectChangedDocument, ONCE, since);
  return (
    <>
      <PageHeader title={t('title')} />
      {!data && <PageSkeleton />}
      {data && projects.length === 0 && (
        <EmptyState
          icon={FolderKanban}
          title={t('empty.title')}
          description={t('empty.description')}
        />
      )}
      <ul className="grid gap-3 lg:grid-cols-2">
        {projects.map((project) => (
          <ProjectCard key={project.id} project={project} />
        ))}
      </ul>
      {hasNextPage && endCursor && (
        <div className="flex justify-center p-4">
          <Button isBusy={isRefreshing} onClick={() => setAfter(endCursor)}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}
