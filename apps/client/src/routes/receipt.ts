import { preload } from '@nexus/ui/graph/ask';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ReceiptDocument } from '../features/payment/receipt.generated.js';
import { rootRoute } from './root.js';

export const receiptRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invoices/$id/receipts/$paymentId',
  loader: ({ context: { graph }, params: { id } }) => preload(graph, ReceiptDocument, { id }),
  component: lazyRouteComponent(() => import('../features/payment/receipt-page.js'), 'ReceiptPage'),
});
