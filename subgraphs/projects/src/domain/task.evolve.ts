import { unreachable } from '@nexus/kit/domain';
import type { TaskMoved, TaskRestored } from '../../events.d.ts';
import type { TaskEvent } from './task.events.js';
import type { ChecklistItem, DoneTask, OpenTask, TaskState } from './task.state.js';

type Existing = OpenTask | DoneTask;

/** The state after an event. */
export function evolveTask(state: TaskState, event: TaskEvent): TaskState {
  if (event.type === 'TaskCreated') {
    const { category, reporterId: _r, rank: _k, sequence: _s, ...task } = event.data;
    return {
      ...task,
      kind: 'open',
      // A task created in a DONE column is completed by the event that follows.
      category: category === 'DONE' ? 'DOING' : category,
      checklist: [],
      blockedReason: null,
      started: false,
      archived: false,
    };
  }
  if (state.kind === 'absent') return state;
  switch (event.type) {
    case 'TaskUpdated':
      return { ...state, ...event.data.changes };
    case 'TaskAssigned':
      return { ...state, assigneeIds: [...state.assigneeIds, ...event.data.userIds] };
    case 'TaskUnassigned': {
      const { userIds } = event.data;
      return { ...state, assigneeIds: state.assigneeIds.filter((id) => !userIds.includes(id)) };
    }
    case 'TaskMoved':
      return placed(state, event.data.to, event.data.category);
    case 'TaskRestored':
      return { ...placed(state, event.data.columnId, event.data.category), archived: false };
    case 'TaskStarted':
      return { ...state, started: true };
    case 'TaskCompleted': {
      const { completedAt } = event.data;
      return { ...state, kind: 'done', category: 'DONE', completedAt, blockedReason: null };
    }
    case 'TaskReopened':
      return opened(state, 'TODO');
    case 'TaskBlocked':
      return { ...state, blockedReason: event.data.reason };
    case 'TaskUnblocked':
      return { ...state, blockedReason: null };
    case 'TaskArchived':
      return { ...state, archived: true };
    case 'ChecklistItemAdded': {
      const { itemId: id, text, afterId } = event.data;
      return {
        ...state,
        checklist: inserted(state.checklist, { id, text, checked: false }, afterId),
      };
    }
    case 'ChecklistItemChecked':
      return ticked(state, event.data.itemId, true);
    case 'ChecklistItemUnchecked':
      return ticked(state, event.data.itemId, false);
    case 'ChecklistItemRemoved':
      return {
        ...state,
        checklist: state.checklist.filter(({ id }) => id !== event.data.itemId),
      };
    default:
      return unreachable(event, 'event');
  }
}

/** Into a DONE column the task stays open until TaskCompleted, and out of it done until TaskReopened. */
function placed(
  state: Existing,
  columnId: string,
  category: (TaskMoved | TaskRestored)['category'],
): Existing {
  if (state.kind === 'done')
    return category === 'DONE' ? { ...state, columnId } : { ...opened(state, category), columnId };
  return category === 'DONE' ? { ...state, columnId } : { ...state, columnId, category };
}

function opened(state: Existing, category: OpenTask['category']): OpenTask {
  if (state.kind === 'open') return state;
  const { completedAt: _, ...task } = state;
  return { ...task, kind: 'open', category };
}

/** A new item behind another one; at the end where that is not given or gone. */
export function inserted(
  list: readonly ChecklistItem[],
  item: ChecklistItem,
  afterId: string | null,
): ChecklistItem[] {
  const index = list.findIndex(({ id }) => id === afterId);
  if (index < 0) return [...list, item];
  return [...list.slice(0, index + 1), item, ...list.slice(index + 1)];
}

function ticked(state: Existing, itemId: string, checked: boolean): Existing {
  const checklist = state.checklist.map((item) =>
    item.id === itemId ? { ...item, checked } : item,
  );
  return { ...state, checklist };
}
