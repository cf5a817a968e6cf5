import { type Cache, type CacheRules, forget, relayPagination } from '@nexus/ui/graph/cache-rules';
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
        if (taskId) forget(cache, 'comments', { __typename: 'Task', id: taskId });
      },
    },
    Subscription: {
      taskCommentChanged({ taskCommentChanged }: CommentChangedSubscription, _args, cache) {
        const { kind, node } = taskCommentChanged;
        if (kind !== 'CommentAdded' || !node?.task) return;
        forget(cache, 'comments', { __typename: 'Task', id: node.task.id });
      },
      projectChanged({ projectChanged }: ProjectChangedSubscription, _args, cache) {
        const { kind } = projectChanged;
        // A new one joins the lists; one that comes to its end may leave them.
        if (!/^Project(Created|PhaseChanged|Closed|Cancelled|Reopened)$/.test(kind)) return;
        forget(cache, 'projects');
      },
      boardChanged({ boardChanged }: TasksChangedSubscription, _args, cache) {
        const { node } = boardChanged;
        if (!node) return;
        const project = { __typename: 'Project', id: node.project.id } as const;
        // One that the list does not hold has just been shown to the client.
        if (!knows(cache, project, { __typename: 'Task', id: node.id }))
          forget(cache, 'tasks', project);
      },
    },
  },
};

type Entity = { readonly __typename: string; readonly id: string };

function knows(cache: Cache, project: Entity, task: Entity): boolean {
  const key = cache.keyOfEntity(task);
  return cache.inspectFields(project).some(({ fieldName, fieldKey }) => {
    if (fieldName !== 'tasks') return false;
    const list = cache.resolve(project, fieldKey);
    const nodes = typeof list === 'string' ? cache.resolve(list, 'nodes') : null;
    return Array.isArray(nodes) && nodes.some((node) => node === key);
  });
}
