import { preload } from '@nexus/ui/graph/ask';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { BrandingDocument } from '../features/branding/branding.generated.js';
import { rootRoute } from './root.js';

export const brandingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/branding',
  loader: ({ context: { graph } }) => preload(graph, BrandingDocument, {}),
  component: lazyRouteComponent(
    () => import('../features/branding/branding-page.js'),
    'BrandingPage',
  ),
});
