import { preload } from '@nexus/ui/graph/ask';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readBoardSearch } from '../features/tasks/board/board-search.js';
import { rootRoute } from './root.js';

export const projectBoardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/projects/$projectId/board',
  validateSearch: readBoardSearch,
  loader: ({ context: { graph }, params: { projectId } }) => {
    // What is asked is long: it comes with the board, not with the portal.
    void import('../features/tasks/board/board.generated.js').then(({ BoardDocument }) =>
      preload(graph, BoardDocument, { projectId }),
    );
  },
  component: lazyRouteComponent(
    () => import('../features/tasks/project-board-page.js'),
    'ProjectBoardPage',
  ),
});
