import { preload } from '@nexus/ui/graph/ask';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { MyWorkDocument } from '../features/my-work/my-work.generated.js';
import { rootRoute } from './root.js';

export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  loader: ({ context: { graph } }) => preload(graph, MyWorkDocument, {}),
  component: lazyRouteComponent(() => import('../features/my-work/my-work-page.js'), 'MyWorkPage'),
});
