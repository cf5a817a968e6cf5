import {
  type Cache,
  type CacheRules,
  forget,
  relayPagination,
  viewerKey,
} from '@nexus/ui/graph/cache-rules';
import type { MyTaskChangedSubscription } from './my-task-changed.generated.js';

/** What happens to the viewer's own tasks, beyond what an event's `node` says by itself. */
export const myWorkRules: CacheRules = {
  resolvers: { User: { tasks: relayPagination() } },
  updates: {
    Subscription: {
      taskChanged({ taskChanged }: MyTaskChangedSubscription, _args, cache) {
        const { node } = taskChanged;
        // The list holds open tasks of its owner: one that left it is asked for no more, one that came is not known.
        if (node && (node.archived || node.completedAt !== null)) forgetTasks(cache);
      },
    },
  },
};

/** The lists of the viewer's tasks are asked for anew. */
function forgetTasks(cache: Cache): void {
  const user = viewerKey(cache);
  if (user) forget(cache, 'tasks', user);
}
