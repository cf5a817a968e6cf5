import { preload } from '@nexus/ui/graph/ask';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { OverviewDocument } from '../features/home/overview.generated.js';
import { rootRoute } from './root.js';

export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  loader: ({ context: { graph } }) => preload(graph, OverviewDocument, {}),
  component: lazyRouteComponent(() => import('../features/home/home-page.js'), 'HomePage'),
});
