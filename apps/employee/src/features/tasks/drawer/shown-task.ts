import type { TaskQuery } from './task.generated.js';

/** A task as its drawer shows it. */
export type ShownTask = NonNullable<TaskQuery['task']>;

/** Who can be assigned and called upon: whoever is in the project. */
export function peopleOf({ project }: ShownTask): { readonly id: string; readonly name: string }[] {
  return project.members.flatMap(({ user }) => (user ? [user] : []));
}
