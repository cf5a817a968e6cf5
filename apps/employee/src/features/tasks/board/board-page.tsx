import { EmptyState } from '@nexus/ui/components/empty-state';
import { useViewer } from '@nexus/ui/session/viewer';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { usePageTitle } from '@nexus/ui/shell/use-page-title';
import { SquareKanban } from 'lucide-react';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BoardHead } from './board-head.js';
import type { BoardFilter } from './board-search.js';
import { DraggersContext } from './draggers.js';
import type { TaskCardFragment } from './task-card.generated.js';
import type { ShownBoard } from './use-board.js';
import { usePresence } from './use-presence.js';

// What drags cards is asked for at once, beside the cards themselves: neither waits for the other.
const surface = import('./board-surface.js');
const BoardSurface = lazy(async () => ({ default: (await surface).BoardSurface }));

interface BoardPageProps {
  readonly projectId: string;
  readonly board: ShownBoard | null | undefined;
  readonly filter: BoardFilter;
  readonly onFilter: (filter: BoardFilter) => void;
  readonly onOpen: (taskId: string) => void;
}

/** The tasks of a project as cards in columns: everybody sees the same board, and each other. */
export function BoardPage({ projectId, board, filter, onFilter, onOpen }: BoardPageProps) {
  const { t } = useTranslation('tasks');
  const { user } = useViewer();
  const { viewers, tell } = usePresence(projectId, board?.project.viewerCanSeeInside ?? false);
  const [addingTo, setAddingTo] = useState<string>();
  usePageTitle(board ? t('board.title', { project: board.project.name }) : t('board.board'));
  const others = useMemo(() => viewers.filter((one) => one.user?.id !== user.id), [viewers, user]);
  const draggers = useMemo(
    () =>
      new Map(
        others.flatMap(({ dragging, user: dragger }) =>
          dragging && dragger ? [[dragging.id, dragger.name] as const] : [],
        ),
      ),
    [others],
  );
  const firstId = board?.columns[0]?.id;
  const onAdd = useCallback(() => setAddingTo(firstId), [firstId]);
  const open = useCallback(({ id }: TaskCardFragment) => onOpen(id), [onOpen]);
  if (board === undefined) return <PageSkeleton />;
  if (board === null) {
    return (
      <EmptyState
        icon={SquareKanban}
        title={t('board.missing')}
        description={t('board.missingHint')}
      />
    );
  }
  return (
    <div
      data-wide
      className="flex h-[calc(100dvh-80px)] min-h-96 flex-col [--bleed:16px] md:h-[calc(100dvh-96px)] md:[--bleed:24px]"
    >
      <BoardHead {...{ board, filter, onFilter, onAdd }} viewers={others} />
      <DraggersContext value={draggers}>
        <Suspense fallback={<PageSkeleton />}>
          <BoardSurface
            {...{ board, addingTo, onOpen: open, tell }}
            onAddingTo={setAddingTo}
            isNarrowed={Object.keys(filter).length > 0}
          />
        </Suspense>
      </DraggersContext>
    </div>
  );
}
