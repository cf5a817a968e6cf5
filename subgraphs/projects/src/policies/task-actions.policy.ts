import type { Principal } from '@nexus/kit/domain';
import type { ProjectPhase } from '../../events.d.ts';
import { isEnded } from '../domain/project.state.js';
import type { ProjectAttributes } from './project.policy.js';
import { canWorkOn } from './task.policy.js';

/** How a task and its project stand. */
export interface TaskStanding {
  readonly archived: boolean;
  readonly completed: boolean;
  readonly blocked: boolean;
}

const live = ({ archived }: TaskStanding): boolean => !archived;

/** What whoever works on a project does with its tasks, and how the task must stand for it. */
const STANDINGS = {
  update: live,
  move: live,
  assign: live,
  complete: (task) => live(task) && !task.completed,
  reopen: (task) => live(task) && task.completed,
  block: (task) => live(task) && !task.completed && !task.blocked,
  unblock: (task) => live(task) && task.blocked,
  archive: live,
  restore: ({ archived }) => archived,
} as const satisfies Readonly<Record<string, (task: TaskStanding) => boolean>>;
export type TaskAction = keyof typeof STANDINGS;

/** Whether the principal could do this to the task now; what other tasks stand in its way is found when it is tried. */
export function mayTask(
  principal: Principal,
  action: TaskAction,
  project: ProjectAttributes & { readonly phase: ProjectPhase },
  task: TaskStanding,
): boolean {
  return STANDINGS[action](task) && !isEnded(project.phase) && canWorkOn(principal, project);
}
