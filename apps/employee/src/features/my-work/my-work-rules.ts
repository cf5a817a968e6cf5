import { type Cache, type CacheRules, relayPagination } from '@nexus/ui/graph/cache-rules';
import type { MyTaskChangedSubscription } from './my-task-changed.generated.js';
import type { MyTimerChangedSubscription } from './my-timer-changed.generated.js';

/** What happens to the viewer's own tasks and timer, beyond what an event's `node` says by itself. */
export const myWorkRules: CacheRules = {
  resolvers: { User: { tasks: relayPagination() } },
  updates: {
    Subscription: {
      timerChanged({ timerChanged }: MyTimerChangedSubscription, _args, cache) {
        const { node } = timerChanged;
        if (!node?.user) return;
        const entry = cache.keyOfEntity({ __typename: 'TimeEntry', id: node.id });
        const user = { __typename: 'User', id: node.user.id } as const;
        const running = cache.resolve(user, 'runningTimer');
        // What was stopped is gone from its place only while nothing newer stands there.
        if (node.running) cache.link(user, 'runningTimer', entry);
        else if (running === entry) cache.link(user, 'runningTimer', null);
      },
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
  const viewer = cache.resolve('Query', 'viewer');
  const user = typeof viewer === 'string' ? cache.resolve(viewer, 'user') : null;
  if (typeof user !== 'string') return;
  for (const { fieldName, fieldKey } of cache.inspectFields(user)) {
    if (fieldName === 'tasks') cache.invalidate(user, fieldKey);
  }
}
