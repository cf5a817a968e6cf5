import { preload } from '@nexus/ui/graph/ask';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { SettingsDocument } from '../features/settings/settings.generated.js';
import { rootRoute } from './root.js';

export const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  loader: ({ context: { graph } }) => preload(graph, SettingsDocument, {}),
  component: lazyRouteComponent(
    () => import('../features/settings/settings-page.js'),
    'SettingsPage',
  ),
});
