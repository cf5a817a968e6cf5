import { violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import type { GraphContext } from '@nexus/kit/graph';
import { selectRows } from '@nexus/kit/read';
import { isEnded } from '../domain/project.state.js';
import type { TaskProject } from '../domain/task.state.js';
import { canReadTask, canWorkOn } from '../policies/task.policy.js';
import { Project } from '../read/project.entity.js';
import { Task } from '../read/task.entity.js';
import { projectInReach } from './project.access.js';

type Path = readonly string[];

/** What a task must know of its project. */
export const taskProject = (project: Project): TaskProject => ({
  projectId: project.id,
  clientId: project.clientId,
  open: !isEnded(project.phase),
  end: project.end,
  memberIds: project.memberIds,
});

export interface TaskInReach {
  readonly row: Task;
  readonly project: Project;
}

/** A task that the caller may see; absent and out of reach are the same answer. */
export async function taskInReach(
  tx: WriteSession,
  id: string,
  path: Path = ['id'],
  lock = false,
): Promise<TaskInReach> {
  const row = (await selectRows(tx, Task, [id], { lock })).get(id);
  const project = row && (await tx.row(Project, row.projectId));
  if (row && project && canReadTask(tx.ctx.principal, project, row)) return { row, project };
  return tx.refuse(violation('NOT_FOUND', 'There is no such task.', { path }));
}

/** A task to be changed. `lock` keeps others from moving it until this transaction ends. */
export async function writableTask(
  tx: WriteSession,
  id: string,
  path: Path = ['id'],
  lock = false,
): Promise<TaskInReach> {
  const found = await taskInReach(tx, id, path, lock);
  if (canWorkOn(tx.ctx.principal, found.project)) return found;
  return tx.refuse(violation('NOT_ALLOWED', 'You do not work on this project.', { path }));
}

/** The project that gets a new task. */
export async function workedProject(tx: WriteSession, id: string): Promise<Project> {
  const project = await projectInReach(tx, id, ['projectId']);
  if (canWorkOn(tx.ctx.principal, project)) return project;
  return tx.refuse(
    violation('NOT_ALLOWED', 'You do not work on this project.', { path: ['projectId'] }),
  );
}

/** The task, where the caller may see it; for resolvers that read. */
export async function visibleTask(ctx: GraphContext, id: string): Promise<Task | undefined> {
  const row = await ctx.read.row(Task, id);
  const project = row && (await ctx.read.row(Project, row.projectId));
  return row && project && canReadTask(ctx.principal, project, row) ? row : undefined;
}
