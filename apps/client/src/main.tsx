import '@nexus/ui/styles.css';
import './texts.js';
import { startPortal } from '@nexus/ui/shell/start-portal';
import { cacheRules } from './cache-rules.js';
import { createPortalRouter } from './router.js';

void startPortal({
  kinds: ['CLIENT'],
  texts: import.meta.glob('./locales/*/*.json'),
  cache: cacheRules,
  router: createPortalRouter,
});
