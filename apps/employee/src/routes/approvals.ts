import { preload } from '@nexus/ui/graph/ask';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readApprovalSearch } from '../features/approvals/waiting.js';
import { WaitingTimeDocument } from '../features/approvals/waiting-time.generated.js';
import { rootRoute } from './root.js';

export const approvalsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/approvals',
  validateSearch: readApprovalSearch,
  loader: ({ context: { graph } }) => preload(graph, WaitingTimeDocument, {}),
  component: lazyRouteComponent(
    () => import('../features/approvals/approvals-page.js'),
    'ApprovalsPage',
  ),
});
