import { PortalShell } from '@nexus/ui/shell/portal-shell';
import type { PortalContext } from '@nexus/ui/shell/start-portal';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { navigation } from '../navigation.js';

export const rootRoute = createRootRouteWithContext<PortalContext>()({
  component: () => <PortalShell navigation={navigation} />,
});
