import { preload } from '@nexus/ui/graph/ask';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { CompanyDocument } from '../features/company/company.generated.js';
import { rootRoute } from './root.js';

export const companyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/company',
  loader: ({ context: { graph } }) => preload(graph, CompanyDocument, {}),
  component: lazyRouteComponent(() => import('../features/company/company-page.js'), 'CompanyPage'),
});
