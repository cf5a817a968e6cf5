import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { BoardPage } from './board/board-page.js';
import { type BoardFilter, filterOf } from './board/board-search.js';
import { useBoard } from './board/use-board.js';
import { LazyTaskSheet } from './lazy-task-sheet.js';

const route = getRouteApi('/projects/$projectId/board');

/** The board of a project, and the drawer of the task that the address names. */
export function ProjectBoardPage() {
  const { projectId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { task } = search;
  const filter = useMemo(() => filterOf(search), [search]);
  const board = useBoard(projectId, filter);
  const columns = board?.columns;
  const order = useMemo(
    () => (columns ?? []).flatMap(({ cards }) => cards.map(({ id }) => id)),
    [columns],
  );
  const onFilter = useCallback(
    (filter: BoardFilter) =>
      void navigate({ search: { ...filter, ...(task && { task }) }, replace: true }),
    [navigate, task],
  );
  const onOpen = useCallback(
    (id: string) =>
      void navigate({ search: (former) => ({ ...former, task: id }), resetScroll: false }),
    [navigate],
  );
  const onClose = useCallback(
    () => void navigate({ search: ({ task: _closed, ...rest }) => rest, resetScroll: false }),
    [navigate],
  );
  return (
    <>
      <BoardPage key={projectId} {...{ projectId, board, filter, onFilter, onOpen }} />
      {task && <LazyTaskSheet taskId={task} {...{ order, onOpen, onClose }} />}
    </>
  );
}
