import { useOffer } from '@nexus/ui/actions/use-commands';
import { Button } from '@nexus/ui/components/button';
import { Presence } from '@nexus/ui/components/presence';
import { Link } from '@tanstack/react-router';
import { Columns3, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BoardFilters } from './board-filters.js';
import type { BoardFilter } from './board-search.js';
import { LazyColumnDialog } from './lazy-column-dialog.js';
import type { ShownBoard } from './use-board.js';
import type { BoardViewer } from './use-presence.js';

interface BoardHeadProps {
  readonly board: ShownBoard;
  readonly viewers: readonly BoardViewer[];
  readonly filter: BoardFilter;
  readonly onFilter: (filter: BoardFilter) => void;
  readonly onAdd: () => void;
}

/** Whose board it is, who looks at it, what it is narrowed to, and what can be added. */
export function BoardHead({ board, viewers, filter, onFilter, onAdd }: BoardHeadProps) {
  const { t } = useTranslation('tasks');
  const { project, labels } = board;
  const [isAddingColumn, setAddingColumn] = useState(false);
  const people = project.members.flatMap(({ user }) => (user ? [user] : []));
  useOffer(
    useMemo(
      () =>
        project.viewerCanWork
          ? [
              {
                ...({ id: 'task.add', labelKey: 'tasks:actions.add', icon: Plus } as const),
                ...{ shortcut: 'c', run: onAdd },
              },
            ]
          : [],
      [project.viewerCanWork, onAdd],
    ),
  );
  return (
    <header className="grid gap-3 pb-3">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-1">
        <div className="grid min-w-0 flex-1">
          <p className="text-small text-muted">
            <Link to="/projects" className="hover:text-text hover:underline">
              {t('board.projects')}
            </Link>
            {' / '}
            <Link
              to="/projects/$projectId"
              params={{ projectId: project.id }}
              className="hover:text-text hover:underline"
            >
              {project.code}
            </Link>
          </p>
          <h1 className="truncate text-title font-semibold tracking-tight">{project.name}</h1>
        </div>
        <Presence people={viewers.flatMap(({ user }) => (user ? [user] : []))} />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <BoardFilters filter={filter} onChange={onFilter} people={people} labels={labels} />
        {project.viewerCanManageBoard && (
          <Button variant="ghost" icon={Columns3} onClick={() => setAddingColumn(true)}>
            {t('column.add')}
          </Button>
        )}
        {project.viewerCanWork && (
          <Button variant="primary" icon={Plus} onClick={onAdd} className="max-sm:hidden">
            {t('board.addTask')}
          </Button>
        )}
      </div>
      {isAddingColumn && (
        <LazyColumnDialog projectId={project.id} onClose={() => setAddingColumn(false)} />
      )}
    </header>
  );
}
