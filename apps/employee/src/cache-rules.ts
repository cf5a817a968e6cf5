import { mergeRules } from '@nexus/ui/graph/cache-rules';
import { myWorkRules } from './features/my-work/my-work-rules.js';
import { projectRules } from './features/projects/project-rules.js';
import { taskRules } from './features/tasks/task-rules.js';

/** What each feature tells the cache about its own lists, commands and events. */
export const cacheRules = mergeRules([myWorkRules, projectRules, taskRules]);
