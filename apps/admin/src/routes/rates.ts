import { preload } from '@nexus/ui/graph/ask';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { RatesDocument } from '../features/rates/rates.generated.js';
import { rootRoute } from './root.js';

export const ratesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rates',
  loader: ({ context: { graph } }) => preload(graph, RatesDocument, {}),
  component: lazyRouteComponent(() => import('../features/rates/rates-page.js'), 'RatesPage'),
});
