import { preload } from '@nexus/ui/graph/ask';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { HealthDocument } from '../features/health/health.generated.js';
import { rootRoute } from './root.js';

export const healthRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/health',
  loader: ({ context: { graph } }) => preload(graph, HealthDocument, {}),
  component: lazyRouteComponent(() => import('../features/health/health-page.js'), 'HealthPage'),
});
