import { preload } from '@nexus/ui/graph/ask';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { MailboxDocument } from '../features/mail/mailbox.generated.js';
import { rootRoute } from './root.js';

export const mailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mail',
  loader: ({ context: { graph } }) => preload(graph, MailboxDocument, {}),
  component: lazyRouteComponent(() => import('../features/mail/mail-page.js'), 'MailPage'),
});
