import { Button } from '@nexus/ui/components/button';
import { EmptyState } from '@nexus/ui/components/empty-state';
import { Link } from '@tanstack/react-router';
import { FolderKanban } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ProjectLine } from './project-line.js';
import type { ProjectRowFragment } from './project-row.generated.js';

interface ProjectTableProps {
  readonly projects: readonly ProjectRowFragment[];
  /** A search is on: nothing found does not mean that there is nothing. */
  readonly isNarrowed: boolean;
  readonly isLoadingMore: boolean;
  /** Undefined where these are all. */
  readonly onMore?: (() => void) | undefined;
}

const COLUMNS = ['name', 'client', 'phase', 'health', 'progress', 'end', 'manager'] as const;

/** Projects with their health, one below the other. */
export function ProjectTable({ projects, isNarrowed, isLoadingMore, onMore }: ProjectTableProps) {
  const { t } = useTranslation('projects');
  if (projects.length === 0) {
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
  return (
    <div className="grid gap-4">
      {/* biome-ignore-start lint/a11y: what scrolls sideways must be reached by keyboard */}
      <div
        tabIndex={0}
        role="region"
        aria-label={t('title')}
        className="overflow-x-auto rounded-large border border-line bg-surface"
      >
        {/* biome-ignore-end lint/a11y: as above */}
        <table className="w-full text-left">
          <thead className="border-b border-line text-small text-muted">
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className="px-4 py-2 font-medium whitespace-nowrap">
                  {t(`columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {projects.map((project) => (
              <ProjectLine key={project.id} project={project} />
            ))}
          </tbody>
        </table>
      </div>
      {onMore && (
        <Button className="justify-self-center" isBusy={isLoadingMore} onClick={onMore}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}
