import { preload } from '@nexus/ui/graph/ask';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { BoardDocument } from '../features/tasks/board/board.generated.js';
import { readBoardSearch } from '../features/tasks/board/board-search.js';
import { rootRoute } from './root.js';

export const projectBoardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/projects/$projectId/board',
  validateSearch: readBoardSearch,
  loader: ({ context: { graph }, params: { projectId } }) =>
    preload(graph, BoardDocument, { projectId }),
  component: lazyRouteComponent(() => import('../features/tasks/project-board.js'), 'ProjectBoard'),
});
