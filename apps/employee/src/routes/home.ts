import { preload } from '@nexus/ui/graph/ask';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { MyWorkDocument } from '../features/my-work/my-work.generated.js';
import { rootRoute } from './root.js';

/** The task whose drawer is open; of an address as somebody may have typed it. */
function readTask({ task }: Readonly<Record<string, unknown>>): { readonly task?: string } {
  return typeof task === 'string' && task ? { task } : {};
}

export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  loader: ({ context: { graph } }) => preload(graph, MyWorkDocument, {}),
  validateSearch: readTask,
  component: lazyRouteComponent(() => import('./home-page.js'), 'HomePage'),
});
