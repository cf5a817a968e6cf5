import type { ColumnCategory, TaskPriority, TaskType } from '../../events.d.ts';

export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  readonly checked: boolean;
}

interface Facts {
  readonly taskId: string;
  readonly projectId: string;
  readonly clientId: string | null;
  readonly number: string;
  readonly title: string;
  readonly description: string | null;
  readonly type: TaskType;
  readonly columnId: string;
  readonly parentId: string | null;
  readonly milestoneId: string | null;
  readonly assigneeIds: readonly string[];
  readonly priority: TaskPriority;
  readonly points: number | null;
  readonly estimateMinutes: number | null;
  readonly start: string | null;
  readonly due: string | null;
  readonly labels: readonly string[];
  readonly clientVisible: boolean;
  readonly checklist: readonly ChecklistItem[];
  readonly blockedReason: string | null;
  readonly started: boolean;
  readonly archived: boolean;
}

export interface OpenTask extends Facts {
  readonly kind: 'open';
  readonly category: Exclude<ColumnCategory, 'DONE'>;
}
export interface DoneTask extends Facts {
  readonly kind: 'done';
  readonly category: 'DONE';
  readonly completedAt: string;
}
export type TaskState = { readonly kind: 'absent' } | OpenTask | DoneTask;

/** What a task must know of its project; read in the transaction of the change. */
export interface TaskProject {
  readonly projectId: string;
  readonly clientId: string | null;
  /** False for a closed or cancelled project. */
  readonly open: boolean;
  readonly end: string | null;
  readonly memberIds: readonly string[];
}

/** A place on the board: the column, and the rank in it. */
export interface BoardPlace {
  readonly columnId: string;
  readonly category: ColumnCategory;
  readonly rank: string;
}

/** Other tasks that stand in the way, by number; their rows are read locked in the same transaction. */
export interface TaskObstacles {
  readonly openSubtasks: readonly string[];
  readonly holdingStart: readonly string[];
  readonly holdingFinish: readonly string[];
}

/** What names a task in each of its events. */
export interface TaskRef {
  readonly taskId: string;
  readonly projectId: string;
  readonly clientId: string | null;
}

export const refOf = ({ taskId, projectId, clientId }: TaskRef): TaskRef => ({
  taskId,
  projectId,
  clientId,
});
