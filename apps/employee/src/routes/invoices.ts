import { preloadLazily } from '@nexus/ui/graph/ask';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { invoiceVariables, readInvoiceSearch } from '../features/invoices/invoice-search.js';
import { rootRoute } from './root.js';

export const invoicesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invoices',
  validateSearch: readInvoiceSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { graph }, deps }) =>
    preloadLazily(
      graph,
      async () =>
        (await import('../features/invoices/invoice-list.generated.js')).InvoiceListDocument,
      invoiceVariables(deps),
    ),
  component: lazyRouteComponent(
    () => import('../features/invoices/invoices-page.js'),
    'InvoicesPage',
  ),
});

export const unbilledRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invoices/unbilled',
  loader: ({ context: { graph } }) =>
    preloadLazily(
      graph,
      async () =>
        (await import('../features/invoices/billable-items.generated.js')).BillableItemsDocument,
      {},
    ),
  component: lazyRouteComponent(
    () => import('../features/invoices/unbilled-page.js'),
    'UnbilledPage',
  ),
});

export const invoiceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invoices/$invoiceId',
  loader: ({ context: { graph }, params: { invoiceId } }) =>
    preloadLazily(
      graph,
      async () => (await import('../features/invoices/invoice.generated.js')).InvoiceDocument,
      { id: invoiceId },
    ),
  component: lazyRouteComponent(
    () => import('../features/invoices/invoice-page.js'),
    'InvoicePage',
  ),
});
