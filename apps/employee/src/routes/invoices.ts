import { preload } from '@nexus/ui/graph/ask';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { BillableItemsDocument } from '../features/invoices/billable-items.generated.js';
import { InvoiceDocument } from '../features/invoices/invoice.generated.js';
import { InvoiceListDocument } from '../features/invoices/invoice-list.generated.js';
import { invoiceVariables, readInvoiceSearch } from '../features/invoices/invoice-search.js';
import { rootRoute } from './root.js';

export const invoicesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invoices',
  validateSearch: readInvoiceSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { graph }, deps }) =>
    preload(graph, InvoiceListDocument, invoiceVariables(deps)),
  component: lazyRouteComponent(
    () => import('../features/invoices/invoices-page.js'),
    'InvoicesPage',
  ),
});

export const unbilledRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invoices/unbilled',
  loader: ({ context: { graph } }) => preload(graph, BillableItemsDocument, {}),
  component: lazyRouteComponent(
    () => import('../features/invoices/unbilled-page.js'),
    'UnbilledPage',
  ),
});

export const invoiceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invoices/$invoiceId',
  loader: ({ context: { graph }, params: { invoiceId } }) =>
    preload(graph, InvoiceDocument, { id: invoiceId }),
  component: lazyRouteComponent(
    () => import('../features/invoices/invoice-page.js'),
    'InvoicePage',
  ),
});
