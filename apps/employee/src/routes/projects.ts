import { preload } from '@nexus/ui/graph/ask';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ProjectListDocument } from '../features/projects/project-list.generated.js';
import { listVariables, readProjectSearch } from '../features/projects/project-search.js';
import { rootRoute } from './root.js';

export const projectsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/projects',
  validateSearch: readProjectSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { graph }, deps }) =>
    preload(graph, ProjectListDocument, listVariables(deps)),
  component: lazyRouteComponent(
    () => import('../features/projects/projects-page.js'),
    'ProjectsPage',
  ),
});
