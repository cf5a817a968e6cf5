import type { Column } from '../../src/features/tasks/board/arrange-cards.js';
import type { TaskCardFragment } from '../../src/features/tasks/board/task-card.generated.js';

let made = 0;

type Card = Partial<Omit<TaskCardFragment, 'column'>> & { readonly columnId?: string };

/** A card as the graph gives it, with nothing special about it but what is said. */
export function newCard({ columnId = 'one', ...more }: Card): TaskCardFragment {
  made += 1;
  const id = `tsk_${String(made).padStart(3, '0')}`;
  return {
    ...{ __typename: 'Task', id, number: `ACM-1-${made}`, title: `Task ${made}`, version: 1 },
    ...{ archived: false, completedAt: null, blocked: null, assignees: [], rank: `a${made}` },
    ...{ priority: 'MEDIUM', type: 'TASK', due: null, isOverdue: false, points: null, labels: [] },
    ...{ commentCount: 0, checklist: [], project: { __typename: 'Project', id: 'prj_1' } },
    ...{ viewerCanArchive: true, viewerCanAssign: true, viewerCanBlock: true },
    ...{ viewerCanComplete: true, viewerCanLogTime: true, viewerCanMove: true },
    ...{ viewerCanReopen: false, viewerCanUnblock: false, viewerCanUpdate: true },
    column: { __typename: 'BoardColumn', id: columnId, name: columnId },
    ...more,
  } as TaskCardFragment;
}

export function newColumn(
  id: string,
  nodes: readonly TaskCardFragment[],
  { count = nodes.length, hasNextPage = false } = {},
): Column {
  return {
    ...{ __typename: 'BoardColumn', id, name: id, category: 'TODO', count },
    ...{ wipLimit: null, wipMode: 'WARN' },
    tasks: {
      __typename: 'TaskConnection',
      nodes: [...nodes],
      pageInfo: { __typename: 'PageInfo', hasNextPage, endCursor: hasNextPage ? 'later' : null },
    },
  } as Column;
}
