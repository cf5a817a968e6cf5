import type { ClientTaskFragment } from './client-task.generated.js';

/** In the order that a client asks: what is being done, what comes, what is done. */
export const GROUPS = ['DOING', 'TODO', 'DONE'] as const;
export type Group = (typeof GROUPS)[number];

export interface TaskGroup {
  readonly group: Group;
  readonly tasks: readonly ClientTaskFragment[];
}

/** Tasks by how far they are; a group without any is left out. One that no column holds is still to be done. */
export function groupTasks(tasks: readonly ClientTaskFragment[]): TaskGroup[] {
  const groupOf = ({ completedAt, column }: ClientTaskFragment): Group =>
    completedAt !== null ? 'DONE' : (column?.category ?? 'TODO');
  return GROUPS.map((group) => ({
    group,
    tasks: tasks.filter((task) => groupOf(task) === group),
  })).filter((found) => found.tasks.length > 0);
}
