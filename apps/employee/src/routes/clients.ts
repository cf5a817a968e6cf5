import { preloadLazily } from '@nexus/ui/graph/ask';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { clientVariables, readClientSearch } from '../features/clients/client-search.js';
import { rootRoute } from './root.js';

export const clientsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/clients',
  validateSearch: readClientSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { graph, viewer }, deps }) =>
    preloadLazily(
      graph,
      async () => (await import('../features/clients/client-list.generated.js')).ClientListDocument,
      clientVariables(deps, viewer.user.id),
    ),
  component: lazyRouteComponent(() => import('../features/clients/clients-page.js'), 'ClientsPage'),
});

export const clientRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/clients/$clientId',
  loader: ({ context: { graph }, params: { clientId } }) =>
    preloadLazily(
      graph,
      async () => (await import('../features/clients/client.generated.js')).ClientDocument,
      { id: clientId },
    ),
  component: lazyRouteComponent(() => import('../features/clients/client-page.js'), 'ClientPage'),
});
