import { projection } from '@nexus/kit/read';
import type { DeliveryEvents, TaskChanges } from '../../events.d.ts';
import { Task } from './task.entity.js';
import { taskTable } from './task.table.js';

interface Told {
  readonly data: { readonly taskId: string };
  readonly version: number;
  readonly occurredAt: Date;
}
const key = ({ data }: Told) => data.taskId;

/** A reducer that changes an existing row and keeps its version. */
const change = <Event extends Told>(apply: (row: Task, event: Event) => Partial<Task>) => ({
  key,
  apply: (row: Task | undefined, event: Event) =>
    row && { ...apply(row, event), version: event.version, updatedAt: event.occurredAt },
});

function changed(row: Task, { labels, ...rest }: TaskChanges): Partial<Task> {
  const visible = rest.clientVisible ?? row.clientVisible;
  return {
    ...rest,
    ...(labels && { labels: [...labels] }),
    visibleTo: visible ? row.clientId : null,
  };
}

const ticked = (itemId: string, checked: boolean) => (row: Task) => ({
  checklist: row.checklist.map((item) => (item.id === itemId ? { ...item, checked } : item)),
});

const UNBLOCKED = { blockedReason: null, blockedBy: null, blockedSince: null };

export const taskProjection = projection<DeliveryEvents>()({
  name: 'projects.task',
  mode: 'inline',
  entity: Task,
  table: taskTable,
  on: {
    'projects.TaskCreated': {
      creates: true,
      key,
      apply: (_, { data: { taskId: _id, labels, assigneeIds, ...task }, version, occurredAt }) => ({
        ...task,
        ...UNBLOCKED,
        version,
        visibleTo: task.clientVisible ? task.clientId : null,
        labels: [...labels],
        assigneeIds: [...assigneeIds],
        checklist: [],
        startedAt: null,
        completedAt: null,
        archived: false,
        createdAt: occurredAt,
        updatedAt: occurredAt,
      }),
    },
    'projects.TaskUpdated': change((row, { data }) => changed(row, data.changes)),
    'projects.TaskAssigned': change((row, { data }) => ({
      assigneeIds: [...row.assigneeIds, ...data.userIds],
    })),
    'projects.TaskUnassigned': change((row, { data }) => ({
      assigneeIds: row.assigneeIds.filter((id) => !data.userIds.includes(id)),
    })),
    'projects.TaskMoved': change((_, { data: { to, rank, category } }) => ({
      columnId: to,
      rank,
      category,
    })),
    'projects.TaskStarted': change((_, { data }) => ({ startedAt: new Date(data.at) })),
    'projects.TaskCompleted': change((_, { data }) => ({
      ...UNBLOCKED,
      completedAt: new Date(data.completedAt),
    })),
    'projects.TaskReopened': change(() => ({ completedAt: null })),
    'projects.TaskBlocked': change((_, { data }) => ({
      blockedReason: data.reason,
      blockedBy: data.by,
      blockedSince: new Date(data.since),
    })),
    'projects.TaskUnblocked': change(() => UNBLOCKED),
    'projects.ChecklistItemAdded': change((row, { data: { itemId, text, afterId } }) => {
      const at = row.checklist.findIndex(({ id }) => id === afterId) + 1 || row.checklist.length;
      const item = { id: itemId, text, checked: false };
      return { checklist: [...row.checklist.slice(0, at), item, ...row.checklist.slice(at)] };
    }),
    'projects.ChecklistItemChecked': change((row, { data }) => ticked(data.itemId, true)(row)),
    'projects.ChecklistItemUnchecked': change((row, { data }) => ticked(data.itemId, false)(row)),
    'projects.ChecklistItemRemoved': change((row, { data }) => ({
      checklist: row.checklist.filter(({ id }) => id !== data.itemId),
    })),
    'projects.TaskArchived': change(() => ({ archived: true })),
    'projects.TaskRestored': change((_, { data: { columnId, rank, category } }) => ({
      columnId,
      rank,
      category,
      archived: false,
    })),
    'projects.ColumnRebalanced': {
      key: ({ data }) => data.ranks.map(({ taskId }) => taskId),
      apply: (row, { data }, id) => {
        const rank = data.ranks.find(({ taskId }) => taskId === id)?.rank;
        return row && rank ? { rank } : undefined;
      },
    },
  },
});
