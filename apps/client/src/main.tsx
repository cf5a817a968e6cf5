import '@nexus/ui/styles.css';
import './texts.js';
import { startPortal } from '@nexus/ui/shell/start-portal';
import { cacheRules } from './cache-rules.js';
import { createPortalRouter } from './router.js';

// Asked for at once, and needed only when somebody is signed in.
const outbox = import('./open-outbox.js');

void startPortal({
  kinds: ['CLIENT'],
  texts: import.meta.glob('./locales/*/*.json'),
  cache: cacheRules,
  outbox: async (holder) => (await outbox).openOutbox(holder),
  router: createPortalRouter,
});
