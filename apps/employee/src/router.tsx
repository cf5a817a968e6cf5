import { accountRouteOf } from '@nexus/ui/account/account-route';
import { routerDefaults } from '@nexus/ui/shell/router-defaults';
import type { PortalContext } from '@nexus/ui/shell/start-portal';
import { createRouter } from '@tanstack/react-router';
import { approvalsRoute } from './routes/approvals.js';
import { clientRoute, clientsRoute } from './routes/clients.js';
import { homeRoute } from './routes/home.js';
import { invoiceRoute, invoicesRoute, unbilledRoute } from './routes/invoices.js';
import { projectCreateRoute, projectRoute } from './routes/project.js';
import { projectBoardRoute } from './routes/project-board.js';
import { projectsRoute } from './routes/projects.js';
import { rootRoute } from './routes/root.js';
import { timeRoute, timesheetRoute } from './routes/time.js';

const routeTree = rootRoute.addChildren([
  homeRoute,
  projectsRoute,
  projectCreateRoute,
  projectRoute,
  projectBoardRoute,
  clientsRoute,
  clientRoute,
  invoicesRoute,
  unbilledRoute,
  invoiceRoute,
  timeRoute,
  timesheetRoute,
  approvalsRoute,
  accountRouteOf(rootRoute),
]);

export function createPortalRouter(context: PortalContext) {
  return createRouter({ ...routerDefaults, routeTree, basepath: '/employee', context });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPortalRouter>;
  }
}
