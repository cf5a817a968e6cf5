import { preload } from '@nexus/ui/graph/ask';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { InvoiceListDocument } from '../features/invoices/invoice-list.generated.js';
import { listVariables, readInvoiceSearch } from '../features/invoices/invoice-search.js';
import { rootRoute } from './root.js';

export const invoicesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invoices',
  validateSearch: readInvoiceSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { graph }, deps }) =>
    preload(graph, InvoiceListDocument, listVariables(deps)),
  component: lazyRouteComponent(
    () => import('../features/invoices/invoices-page.js'),
    'InvoicesPage',
  ),
});
