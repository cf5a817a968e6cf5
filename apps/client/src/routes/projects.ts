import { preload } from '@nexus/ui/graph/ask';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ProjectListDocument } from '../features/projects/project-list.generated.js';
import { rootRoute } from './root.js';

export const projectsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/projects',
  loader: ({ context: { graph } }) => preload(graph, ProjectListDocument, {}),
  component: lazyRouteComponent(
    () => import('../features/projects/projects-page.js'),
    'ProjectsPage',
  ),
});
