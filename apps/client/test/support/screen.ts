import { openScreen, type ScreenOptions } from '../../../ui/test/support/open-screen.js';
import { cacheRules } from '../../src/cache-rules.js';
import { createPortalRouter } from '../../src/router.js';

/** Who looks: somebody of a client. */
const EVE = { id: 'usr_eve', name: 'Eve', email: 'eve@acme.test', kind: 'CLIENT' } as const;

/** Opens a page of the clients' portal on a world of the test's own. */
export const openClient = (at: string, world: ScreenOptions['world']) =>
  openScreen({
    ...{ app: 'client', router: createPortalRouter, rules: cacheRules },
    world: { tenant: { id: 'ten_1', branding: { displayName: 'Engine Works' } }, ...world },
    viewer: { user: { __typename: 'User', ...EVE }, canLogTime: false },
    at: `/client${at}`,
  });
