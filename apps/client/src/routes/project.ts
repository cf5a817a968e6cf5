import { preload } from '@nexus/ui/graph/ask';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ProjectDocument } from '../features/projects/project.generated.js';
import { rootRoute } from './root.js';

/** The task whose drawer is open. */
interface ProjectSearch {
  readonly task?: string;
}

export const projectRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/projects/$id',
  validateSearch: ({ task }: Record<string, unknown>): ProjectSearch =>
    typeof task === 'string' && task.startsWith('tsk_') ? { task } : {},
  loader: ({ context: { graph }, params: { id } }) => preload(graph, ProjectDocument, { id }),
  component: lazyRouteComponent(
    () => import('../features/projects/project-page.js'),
    'ProjectPage',
  ),
});
