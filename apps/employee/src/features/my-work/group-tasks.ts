import { addDays, type IsoDate } from '@nexus/ui/components/iso-date';
import type { MyTaskFragment } from './my-task.generated.js';

/** When a task is to be done, the most pressing first. */
export const WHEN = ['overdue', 'today', 'week', 'later', 'undated'] as const;
export type When = (typeof WHEN)[number];

export interface TaskGroup {
  readonly when: When;
  readonly tasks: readonly MyTaskFragment[];
}

/** Tasks by when they are due; a group without any is left out. @param today in the reader's zone, ISO */
export function groupTasks(tasks: readonly MyTaskFragment[], today: IsoDate): TaskGroup[] {
  const week = addDays(today, 7);
  const whenOf = ({ due }: MyTaskFragment): When => {
    if (due === null) return 'undated';
    if (due < today) return 'overdue';
    if (due === today) return 'today';
    return due <= week ? 'week' : 'later';
  };
  return WHEN.map((when) => ({
    when,
    tasks: tasks.filter((task) => whenOf(task) === when),
  })).filter((group) => group.tasks.length > 0);
}
