import { Button } from '@nexus/ui/components/button';
import { EmptyState } from '@nexus/ui/components/empty-state';
import { LoadMore } from '@nexus/ui/components/load-more';
import { DataTable } from '@nexus/ui/components/table/data-table';
import { Link } from '@tanstack/react-router';
import { FolderKanban } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ProjectRowFragment } from './project-row.generated.js';
import { useProjectColumns } from './use-project-columns.js';

interface ProjectTableProps {
  readonly projects: readonly ProjectRowFragment[];
  /** A search is on: nothing found does not mean that there is nothing. */
  readonly isNarrowed: boolean;
  readonly isLoadingMore: boolean;
  /** Undefined where these are all. */
  readonly onMore?: (() => void) | undefined;
}

/** Projects with their health, one below the other. */
export function ProjectTable({ projects, isNarrowed, isLoadingMore, onMore }: ProjectTableProps) {
  const { t } = useTranslation('projects');
  const columns = useProjectColumns();
  return (
    <div className="overflow-clip rounded-large border border-line bg-surface">
      <DataTable
        label={t('title')}
        columns={columns}
        rows={projects}
        rowId={({ id }) => id}
        rowLabel={({ name }) => name}
        empty={<NoProject isNarrowed={isNarrowed} />}
        footer={
          onMore && (
            <LoadMore shown={projects.length} hasMore isLoading={isLoadingMore} onMore={onMore} />
          )
        }
      />
    </div>
  );
}

function NoProject({ isNarrowed }: { readonly isNarrowed: boolean }) {
  const { t } = useTranslation('projects');
  return (
    <EmptyState
      icon={FolderKanban}
      title={t(isNarrowed ? 'empty.noMatch' : 'empty.title')}
      description={t(isNarrowed ? 'empty.noMatchHint' : 'empty.description')}
      action={
        isNarrowed && (
          <Button asChild>
            <Link to="/projects">{t('empty.clear')}</Link>
          </Button>
        )
      }
    />
  );
}
