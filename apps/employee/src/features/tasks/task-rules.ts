import { mergeRules } from '@nexus/ui/graph/cache-rules';
import { boardRules } from './board/board-rules.js';
import { drawerRules } from './drawer/drawer-rules.js';

/** What the cache knows of boards and tasks. */
export const taskRules = mergeRules([boardRules, drawerRules]);
