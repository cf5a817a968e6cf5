import '@nexus/ui/styles.css';
import './texts.js';
import { startPortal } from '@nexus/ui/shell/start-portal';
import { cacheRules } from './cache-rules.js';
import { createPortalRouter } from './router.js';

void startPortal({
  kinds: ['STAFF', 'OPERATOR'],
  isFor: ({ portals }) => portals.includes('ADMIN'),
  texts: import.meta.glob('./locales/*/*.json'),
  cache: cacheRules,
  router: createPortalRouter,
});
