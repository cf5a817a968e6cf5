import { preloadLazily } from '@nexus/ui/graph/ask';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root.js';

export const projectRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/projects/$projectId',
  loader: ({ context: { graph }, params: { projectId } }) =>
    preloadLazily(
      graph,
      async () => (await import('../features/projects/page/project.generated.js')).ProjectDocument,
      { id: projectId },
    ),
  component: lazyRouteComponent(
    () => import('../features/projects/page/project-page.js'),
    'ProjectPage',
  ),
});

export const projectCreateRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/projects/new',
  component: lazyRouteComponent(
    () => import('../features/projects/create/create-page.js'),
    'CreatePage',
  ),
});
