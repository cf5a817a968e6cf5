import { preload } from '@nexus/ui/graph/ask';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { PayableInvoiceDocument } from '../features/payment/payable-invoice.generated.js';
import { rootRoute } from './root.js';

export const payRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invoices/$id/pay',
  loader: ({ context: { graph }, params: { id } }) =>
    preload(graph, PayableInvoiceDocument, { id }),
  component: lazyRouteComponent(() => import('../features/payment/pay-page.js'), 'PayPage'),
});
