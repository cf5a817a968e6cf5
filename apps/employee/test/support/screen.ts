import { openScreen, type ScreenOptions } from '../../../ui/test/support/open-screen.js';
import { cacheRules } from '../../src/cache-rules.js';
import { createPortalRouter } from '../../src/router.js';

/** Opens a page of the employees' portal on a world of the test's own. */
export const openEmployee = (
  at: string,
  world: ScreenOptions['world'],
  viewer: ScreenOptions['viewer'] = {},
) =>
  openScreen({
    ...{ app: 'employee', router: createPortalRouter, rules: cacheRules, world, viewer },
    at: `/employee${at}`,
  });
