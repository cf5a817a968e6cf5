import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

/** The page of the own account, for the route tree of a portal; the account menu leads to it. */
export function accountRouteOf<Root extends AnyRoute>(rootRoute: Root) {
  return createRoute({
    getParentRoute: () => rootRoute,
    path: '/account',
    component: lazyRouteComponent(() => import('./account-page.js'), 'AccountPage'),
  });
}
