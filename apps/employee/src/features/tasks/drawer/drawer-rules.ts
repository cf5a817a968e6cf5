import { type Cache, type CacheRules, relayPagination } from '@nexus/ui/graph/cache-rules';
import type { ChecklistToggleMutationVariables } from './checklist-toggle.generated.js';
import type { CommentAddMutation } from './comment-add.generated.js';
import type {
  DependencyRemoveMutation,
  DependencyRemoveMutationVariables,
} from './dependency-remove.generated.js';
import type { TaskCommentChangedSubscription } from './task-comment-changed.generated.js';
import type { TaskUpdateMutationVariables } from './task-update.generated.js';

/** How a task's drawer shows what was done before the graph has answered, and what others do. */
export const drawerRules: CacheRules = {
  resolvers: { Task: { comments: relayPagination(), activity: relayPagination() } },
  optimistic: {
    taskUpdate(args) {
      const {
        id,
        milestoneId: _milestone,
        parentId: _parent,
        ...changes
      } = (args as TaskUpdateMutationVariables).input;
      const { expectedVersion: _version, idempotencyKey: _key, ...shown } = changes;
      const task = { __typename: 'Task', id, ...shown };
      return { __typename: 'TaskPayload', task, errors: [], warnings: [] };
    },
    checklistItemToggle(args, cache) {
      const { taskId, itemId, checked } = (args as ChecklistToggleMutationVariables).input;
      const keys = cache.resolve({ __typename: 'Task', id: taskId }, 'checklist');
      const checklist = (Array.isArray(keys) ? keys : []).map((key) => {
        const id = cache.resolve(key as string, 'id') as string;
        const former = cache.resolve(key as string, 'checked') as boolean;
        return { __typename: 'ChecklistItem', id, checked: id === itemId ? checked : former };
      });
      const task = { __typename: 'Task', id: taskId, checklist };
      return { __typename: 'TaskPayload', task, errors: [], warnings: [] };
    },
  },
  updates: {
    Mutation: {
      taskCommentAdd({ taskCommentAdd }: CommentAddMutation, _args, cache) {
        putComment(cache, taskCommentAdd.comment);
      },
      taskDependencyRemove({ taskDependencyRemove }: DependencyRemoveMutation, args, cache) {
        const { from, to } = (args as DependencyRemoveMutationVariables).input;
        if (taskDependencyRemove.errors.length === 0) forgetSuccessor(cache, from, to);
      },
    },
    Subscription: {
      taskCommentChanged({ taskCommentChanged }: TaskCommentChangedSubscription, _args, cache) {
        putComment(cache, taskCommentChanged.node);
      },
    },
  },
};

interface Said {
  readonly id: string;
  readonly task: { readonly id: string } | null;
}

/** Adds a comment to the end of what was said, unless it is there. */
function putComment(cache: Cache, comment: Said | null): void {
  const key = comment && cache.keyOfEntity({ __typename: 'TaskComment', id: comment.id });
  const task = comment?.task && cache.keyOfEntity({ __typename: 'Task', id: comment.task.id });
  if (!key || !task) return;
  const lists = cache.inspectFields(task).filter(({ fieldName }) => fieldName === 'comments');
  const pages = lists.map(({ fieldKey }) => cache.resolve(task, fieldKey));
  const last = pages.at(-1);
  const all = pages.map((page) => (typeof page === 'string' ? cache.resolve(page, 'nodes') : null));
  const nodes = all.at(-1);
  if (typeof last !== 'string' || !Array.isArray(nodes)) return;
  if (all.some((some) => Array.isArray(some) && some.includes(key))) return;
  cache.link(last, 'nodes', [...(nodes as string[]), key]);
}

/** The answer is about the task that waited; the one it waited for holds it up no longer, too. */
function forgetSuccessor(cache: Cache, from: string, to: string): void {
  const task = cache.keyOfEntity({ __typename: 'Task', id: from });
  const successor = cache.keyOfEntity({ __typename: 'Task', id: to });
  const links = task && cache.resolve(task, 'successors');
  if (!task || !Array.isArray(links)) return;
  const left = links.filter((link) => cache.resolve(link as string, 'successor') !== successor);
  cache.link(task, 'successors', left as string[]);
}
