import { accountRouteOf } from '@nexus/ui/account/account-route';
import { routerDefaults } from '@nexus/ui/shell/router-defaults';
import type { PortalContext } from '@nexus/ui/shell/start-portal';
import { createRouter } from '@tanstack/react-router';
import { companyRoute } from './routes/company.js';
import { homeRoute } from './routes/home.js';
import { invoiceRoute } from './routes/invoice.js';
import { invoicesRoute } from './routes/invoices.js';
import { payRoute } from './routes/pay.js';
import { projectRoute } from './routes/project.js';
import { projectsRoute } from './routes/projects.js';
import { receiptRoute } from './routes/receipt.js';
import { rootRoute } from './routes/root.js';

const routeTree = rootRoute.addChildren([
  homeRoute,
  projectsRoute,
  projectRoute,
  invoicesRoute,
  invoiceRoute,
  payRoute,
  receiptRoute,
  companyRoute,
  accountRouteOf(rootRoute),
]);

export function createPortalRouter(context: PortalContext) {
  return createRouter({ ...routerDefaults, routeTree, basepath: '/client', context });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPortalRouter>;
  }
}
