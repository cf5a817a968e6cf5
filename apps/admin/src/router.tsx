import { accountRouteOf } from '@nexus/ui/account/account-route';
import { routerDefaults } from '@nexus/ui/shell/router-defaults';
import type { PortalContext } from '@nexus/ui/shell/start-portal';
import { createRouter } from '@tanstack/react-router';
import { auditRoute } from './routes/audit.js';
import { brandingRoute } from './routes/branding.js';
import { healthRoute } from './routes/health.js';
import { homeRoute } from './routes/home.js';
import { mailRoute } from './routes/mail.js';
import { peopleRoute } from './routes/people.js';
import { ratesRoute } from './routes/rates.js';
import { rootRoute } from './routes/root.js';
import { settingsRoute } from './routes/settings.js';

const routeTree = rootRoute.addChildren([
  homeRoute,
  healthRoute,
  peopleRoute,
  settingsRoute,
  brandingRoute,
  ratesRoute,
  auditRoute,
  mailRoute,
  accountRouteOf(rootRoute),
]);

export function createPortalRouter(context: PortalContext) {
  return createRouter({ ...routerDefaults, routeTree, basepath: '/admin', context });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPortalRouter>;
  }
}
