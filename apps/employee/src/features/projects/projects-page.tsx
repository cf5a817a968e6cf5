import { PageHeader } from '@nexus/ui/components/page-header';
import { useLive } from '@nexus/ui/graph/use-live';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { usePageTitle } from '@nexus/ui/shell/use-page-title';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NewProject } from './create/new-project.js';
import { ProjectChangedDocument } from './project-changed.generated.js';
import { ProjectFilters } from './project-filters.js';
import { ProjectListDocument } from './project-list.generated.js';
import { listVariables, type ProjectSearch } from './project-search.js';
import { ProjectTable } from './project-table.js';

const route = getRouteApi('/projects');

/** Every project within reach, to be searched; each follows what happens to it. */
export function ProjectsPage() {
  const { t } = useTranslation('projects');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle(t('title'));
  return (
    <>
      <PageHeader title={t('title')} actions={<NewProject />} />
      <ProjectFilters
        search={search}
        onChange={(next) => void navigate({ search: next, replace: true })}
      />
      <ProjectList key={JSON.stringify(search)} search={search} />
    </>
  );
}

/** The pages of one search, one below the other. */
function ProjectList({ search }: { readonly search: ProjectSearch }) {
  const [after, setAfter] = useState<string | null>(null);
  const { data, isRefreshing, since } = useScreen(ProjectListDocument, {
    ...listVariables(search),
    ...(after !== null && { after }),
  });
  const projects = data?.projects?.nodes.filter((project) => project !== null) ?? [];
  const { hasNextPage = false, endCursor } = data?.projects?.pageInfo ?? {};
  useLive(
    ProjectChangedDocument,
    projects.map(({ id }) => ({ id })),
    since,
  );
  if (!data) return <PageSkeleton />;
  return (
    <ProjectTable
      projects={projects}
      isNarrowed={Object.keys(search).length > 0}
      isLoadingMore={isRefreshing && after !== null}
      onMore={hasNextPage && endCursor ? () => setAfter(endCursor) : undefined}
    />
  );
}
