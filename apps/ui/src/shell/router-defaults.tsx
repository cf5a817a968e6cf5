import { PageSkeleton } from './page-skeleton.js';
import { RouteFault } from './route-fault.js';
import { RouteMissing } from './route-missing.js';

/** How every portal's router behaves; spread into `createRouter` beside `routeTree`, `basepath` and `context`. */
export const routerDefaults = {
  defaultPreload: 'intent',
  defaultErrorComponent: RouteFault,
  defaultNotFoundComponent: RouteMissing,
  defaultPendingComponent: PageSkeleton,
  defaultPendingMs: 150,
  scrollRestoration: true,
  // What no route knows is taken out of an address before it is asked for.
  search: { strict: true },
} as const;
