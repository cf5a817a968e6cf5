import { routerDefaults } from '@nexus/ui/shell/router-defaults';
import type { PortalContext } from '@nexus/ui/shell/start-portal';
import { createRouter } from '@tanstack/react-router';
import { approvalsRoute } from './routes/approvals.js';
import { homeRoute } from './routes/home.js';
import { projectBoardRoute } from './routes/project-board.js';
import { projectsRoute } from './routes/projects.js';
import { rootRoute } from './routes/root.js';
import { timeRoute, timesheetRoute } from './routes/time.js';

const routeTree = rootRoute.addChildren([
  homeRoute,
  projectsRoute,
  projectBoardRoute,
  timeRoute,
  timesheetRoute,
  approvalsRoute,
]);

export function createPortalRouter(context: PortalContext) {
  return createRouter({ ...routerDefaults, routeTree, basepath: '/employee', context });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPortalRouter>;
  }
}
