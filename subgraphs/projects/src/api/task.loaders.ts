import type { GraphContext } from '@nexus/kit/graph';
import { Dependency } from '../read/dependency.entity.js';
import { Task } from '../read/task.entity.js';
import { listBy } from './project.loaders.js';

/** Open and done parts of a task, by number. Row policies hide from client users what is not for them. */
export const subtasksOf = (ctx: GraphContext, taskId: string): Promise<Task[]> =>
  listBy(ctx, Task, {
    column: 'parent_id',
    key: taskId,
    rest: 'AND NOT t.archived ORDER BY t.sequence',
  });

export const predecessorsOf = (ctx: GraphContext, taskId: string): Promise<Dependency[]> =>
  listBy(ctx, Dependency, { column: 'to_id', key: taskId, rest: 'ORDER BY t.id' });

export const successorsOf = (ctx: GraphContext, taskId: string): Promise<Dependency[]> =>
  listBy(ctx, Dependency, { column: 'from_id', key: taskId, rest: 'ORDER BY t.id' });

/** The description, which board reads leave out. */
export async function descriptionOf(ctx: GraphContext, task: Task): Promise<string | null> {
  if (task.description !== undefined) return task.description;
  const found = await ctx.read.load('projects.task-description', task.id, async (ids) => {
    const rows = await ctx.read.sql<{ id: string; description: string | null }>(
      `SELECT id, description FROM projects.task
       WHERE tenant_id = (select current_setting('app.tenant')::uuid) AND id = ANY ($1)`,
      [ids],
    );
    return new Map(rows.map(({ id, description }) => [id, description]));
  });
  return found ?? null;
}

/** How many comments on a task are shown and not deleted. Row policies hide internal ones from client users. */
export async function commentCountOf(ctx: GraphContext, taskId: string): Promise<number> {
  const found = await ctx.read.load('projects.comment-count', taskId, async (ids) => {
    const rows = await ctx.read.sql<{ task_id: string; n: number }>(
      `SELECT task_id, count(*) AS n FROM projects.task_comment
       WHERE tenant_id = (select current_setting('app.tenant')::uuid) AND task_id = ANY ($1)
         AND body IS NOT NULL GROUP BY task_id`,
      [ids],
    );
    return new Map(rows.map(({ task_id, n }) => [task_id, Number(n)]));
  });
  return found ?? 0;
}

/** Minutes that were worked on a task, whoever worked them; what still runs is not counted. */
export async function loggedMinutesOf(ctx: GraphContext, taskId: string): Promise<number> {
  const found = await ctx.read.load('projects.logged-minutes', taskId, async (ids) => {
    const rows = await ctx.read.sql<{ task_id: string; minutes: number }>(
      `SELECT task_id, sum(worked) AS minutes FROM projects.time_entry
       WHERE tenant_id = (select current_setting('app.tenant')::uuid) AND task_id = ANY ($1)
       GROUP BY task_id`,
      [ids],
    );
    return new Map(rows.map(({ task_id, minutes }) => [task_id, Number(minutes)]));
  });
  return found ?? 0;
}
