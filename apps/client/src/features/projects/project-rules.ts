import { type Cache, type CacheRules, relayPagination } from '@nexus/ui/graph/cache-rules';
import type { CommentAddMutation } from './comment-add.generated.js';
import type { CommentChangedSubscription } from './comment-changed.generated.js';
import type { ProjectChangedSubscription } from './project-changed.generated.js';
import type { TasksChangedSubscription } from './tasks-changed.generated.js';

/** What happens to projects, tasks and what is said about them, beyond what an event's `node` says by itself. */
export const projectRules: CacheRules = {
  resolvers: {
    Query: { projects: relayPagination() },
    Project: { tasks: relayPagination() },
  },
  updates: {
    Mutation: {
      taskCommentAdd({ taskCommentAdd }: CommentAddMutation, _args, cache) {
        const taskId = taskCommentAdd.comment?.task?.id;
        if (taskId) forget(cache, { __typename: 'Task', id: taskId }, 'comments');
      },
    },
    Subscription: {
      taskCommentChanged({ taskCommentChanged }: CommentChangedSubscription, _args, cache) {
        const { kind, node } = taskCommentChanged;
        if (kind !== 'CommentAdded' || !node?.task) return;
        forget(cache, { __typename: 'Task', id: node.task.id }, 'comments');
      },
      projectChanged({ projectChanged }: ProjectChangedSubscription, _args, cache) {
        const { kind } = projectChanged;
        // A new one joins the lists; one that comes to its end may leave them.
        if (!/^Project(Created|PhaseChanged|Closed|Cancelled|Reopened)$/.test(kind)) return;
        for (const { fieldName, fieldKey } of cache.inspectFields('Query')) {
          if (fieldName === 'projects') cache.invalidate('Query', fieldKey);
        }
      },
      boardChanged({ boardChanged }: TasksChangedSubscription, _args, cache) {
        const { node } = boardChanged;
        if (!node) return;
        const project = { __typename: 'Project', id: node.project.id } as const;
        // One that the list does not hold has just been shown to the client.
        if (!knows(cache, project, { __typename: 'Task', id: node.id }))
          forget(cache, project, 'tasks');
      },
    },
  },
};

type Entity = { readonly __typename: string; readonly id: string };

/** A list of an entity is asked for anew wherever it is shown. */
function forget(cache: Cache, of: Entity, field: string): void {
  for (const { fieldName, fieldKey } of cache.inspectFields(of)) {
    if (fieldName === field) cache.invalidate(of, fieldKey);
  }
}

function knows(cache: Cache, project: Entity, task: Entity): boolean {
  const key = cache.keyOfEntity(task);
  return cache.inspectFields(project).some(({ fieldName, fieldKey }) => {
    if (fieldName !== 'tasks') return false;
    const list = cache.resolve(project, fieldKey);
    const nodes = typeof list === 'string' ? cache.resolve(list, 'nodes') : null;
    return Array.isArray(nodes) && nodes.some((node) => node === key);
  });
}
