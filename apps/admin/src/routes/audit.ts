import { preload } from '@nexus/ui/graph/ask';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listVariables, readAuditSearch } from '../features/audit/audit-search.js';
import { AuditTrailDocument } from '../features/audit/audit-trail.generated.js';
import { rootRoute } from './root.js';

export const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audit',
  validateSearch: readAuditSearch,
  loaderDeps: ({ search }) => listVariables(search),
  loader: ({ context: { graph }, deps }) => preload(graph, AuditTrailDocument, deps),
  component: lazyRouteComponent(() => import('../features/audit/audit-page.js'), 'AuditPage'),
});
