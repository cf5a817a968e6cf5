import type { TaskChanges, TaskPriority, TaskType } from '../../events.d.ts';
import type { Occupancy } from './board.wip.js';
import type { BoardPlace, TaskObstacles, TaskProject } from './task.state.js';

/** Master data of a task, as it is created and changed. */
export interface TaskOutline {
  readonly title: string;
  readonly description: string | null;
  readonly type: TaskType;
  readonly parentId: string | null;
  readonly milestoneId: string | null;
  readonly priority: TaskPriority;
  readonly points: number | null;
  readonly estimateMinutes: number | null;
  readonly start: string | null;
  readonly due: string | null;
  readonly labels: readonly string[];
  readonly clientVisible: boolean;
}

interface InProject {
  readonly project: TaskProject;
}

export interface CreateTask extends InProject {
  readonly type: 'Create';
  readonly taskId: string;
  readonly number: string;
  readonly sequence: number;
  readonly outline: TaskOutline;
  readonly assigneeIds: readonly string[];
  readonly place: BoardPlace;
  readonly occupancy: Occupancy;
}

/** To another place on the board; entering and leaving a DONE column completes and reopens. */
export interface MoveTask extends InProject {
  readonly type: 'Move';
  readonly place: BoardPlace;
  /** Null for a move within one column. */
  readonly occupancy: Occupancy | null;
  readonly obstacles: TaskObstacles;
  /** Why it goes ahead in spite of obstacles; the caller must be allowed to. */
  readonly overrideReason: string | null;
  /** Why a completed task is opened again. */
  readonly reason: string | null;
}

export type TaskCommand =
  | CreateTask
  | MoveTask
  | (InProject & { readonly type: 'Update'; readonly changes: TaskChanges })
  | (InProject & { readonly type: 'Assign'; readonly userIds: readonly string[] })
  | (InProject & { readonly type: 'Block'; readonly reason: string })
  | (InProject & { readonly type: 'Unblock' })
  | (InProject & { readonly type: 'Archive' })
  | (InProject & {
      readonly type: 'Restore';
      readonly place: BoardPlace;
      readonly occupancy: Occupancy;
    })
  | (InProject & {
      readonly type: 'AddChecklistItem';
      readonly itemId: string;
      readonly text: string;
      readonly afterId: string | null;
    })
  | (InProject & {
      readonly type: 'ToggleChecklistItem';
      readonly itemId: string;
      readonly checked: boolean;
    })
  | (InProject & { readonly type: 'RemoveChecklistItem'; readonly itemId: string });
