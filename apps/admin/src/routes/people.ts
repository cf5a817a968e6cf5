import { preload } from '@nexus/ui/graph/ask';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { PeopleDocument } from '../features/people/people.generated.js';
import { listVariables, readPeopleSearch } from '../features/people/people-search.js';
import { rootRoute } from './root.js';

export const peopleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people',
  validateSearch: readPeopleSearch,
  loaderDeps: ({ search }) => listVariables(search),
  loader: ({ context: { graph }, deps }) => preload(graph, PeopleDocument, deps),
  component: lazyRouteComponent(() => import('../features/people/people-page.js'), 'PeoplePage'),
});
