import { defineEvents, type EventOf, event } from '@nexus/kit/domain';
import type {
  ChecklistItemAdded,
  ChecklistItemChecked,
  ChecklistItemRemoved,
  ChecklistItemUnchecked,
  TaskArchived,
  TaskAssigned,
  TaskBlocked,
  TaskCompleted,
  TaskCreated,
  TaskMoved,
  TaskReopened,
  TaskRestored,
  TaskStarted,
  TaskUnassigned,
  TaskUnblocked,
  TaskUpdated,
} from '../../events.d.ts';

const specs = {
  TaskCreated: event<TaskCreated>(),
  TaskUpdated: event<TaskUpdated>(),
  TaskAssigned: event<TaskAssigned>(),
  TaskUnassigned: event<TaskUnassigned>(),
  TaskMoved: event<TaskMoved>(),
  TaskStarted: event<TaskStarted>(),
  TaskCompleted: event<TaskCompleted>(),
  TaskReopened: event<TaskReopened>(),
  TaskBlocked: event<TaskBlocked>(),
  TaskUnblocked: event<TaskUnblocked>(),
  ChecklistItemAdded: event<ChecklistItemAdded>(),
  ChecklistItemChecked: event<ChecklistItemChecked>(),
  ChecklistItemUnchecked: event<ChecklistItemUnchecked>(),
  ChecklistItemRemoved: event<ChecklistItemRemoved>(),
  TaskArchived: event<TaskArchived>(),
  TaskRestored: event<TaskRestored>(),
};

/** Events of the streams `task-{id}`. */
export const taskEvents = defineEvents('projects', specs);
export type TaskEvent = EventOf<typeof specs>;
