import { type Cache, type CacheRules, relayPagination } from '@nexus/ui/graph/cache-rules';
import type { BoardChangedSubscription } from './board-changed.generated.js';
import { rankBetween } from './rank-between.js';
import type { TaskAddMutation } from './task-add.generated.js';
import type { TaskMoveMutationVariables } from './task-move.generated.js';

/** How cards move before the graph has answered, and how new ones come to the board. */
export const boardRules: CacheRules = {
  resolvers: { BoardColumn: { tasks: relayPagination() } },
  optimistic: {
    taskMove(args, cache) {
      const { id, columnId, afterId, beforeId } = (args as TaskMoveMutationVariables).input;
      const rank = rankBetween(rankOf(cache, afterId), rankOf(cache, beforeId));
      const column = { __typename: 'BoardColumn', id: columnId };
      const task = { __typename: 'Task', id, column, rank };
      return { __typename: 'TaskPayload', task, errors: [], warnings: [] };
    },
  },
  updates: {
    Mutation: {
      taskCreate({ taskCreate }: TaskAddMutation, _args, cache) {
        putOnBoard(cache, taskCreate.task);
      },
    },
    Subscription: {
      boardChanged({ boardChanged }: BoardChangedSubscription, _args, cache) {
        putOnBoard(cache, boardChanged.node);
      },
    },
  },
};

function rankOf(cache: Cache, id: string | null | undefined): string | null {
  if (!id) return null;
  const rank = cache.resolve({ __typename: 'Task', id }, 'rank');
  return typeof rank === 'string' ? rank : null;
}

interface OnBoard {
  readonly id: string;
  readonly column: { readonly id: string } | null;
}

/** Adds a card to what is known of its column, unless it is there; where in it, its rank says. */
function putOnBoard(cache: Cache, task: OnBoard | null): void {
  const key = task && cache.keyOfEntity({ __typename: 'Task', id: task.id });
  const column =
    task?.column && cache.keyOfEntity({ __typename: 'BoardColumn', id: task.column.id });
  if (!key || !column) return;
  const lists = cache.inspectFields(column).filter(({ fieldName }) => fieldName === 'tasks');
  const pages = lists.map(({ fieldKey }) => cache.resolve(column, fieldKey));
  const nodesOf = (page: unknown) =>
    typeof page === 'string' ? (cache.resolve(page, 'nodes') as unknown) : undefined;
  const isKnown = pages.some((page) => {
    const nodes = nodesOf(page);
    return Array.isArray(nodes) && nodes.includes(key);
  });
  const [first] = pages;
  const nodes = nodesOf(first);
  if (isKnown || typeof first !== 'string' || !Array.isArray(nodes)) return;
  cache.link(first, 'nodes', [...nodes, key]);
}
