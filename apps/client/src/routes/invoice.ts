import { preload } from '@nexus/ui/graph/ask';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { InvoiceDocument } from '../features/invoices/invoice.generated.js';
import { rootRoute } from './root.js';

export const invoiceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invoices/$id',
  loader: ({ context: { graph }, params: { id } }) => preload(graph, InvoiceDocument, { id }),
  component: lazyRouteComponent(
    () => import('../features/invoices/invoice-page.js'),
    'InvoicePage',
  ),
});
