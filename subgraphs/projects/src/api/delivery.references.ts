import type { GraphContext, ReferenceLoader } from '@nexus/kit/graph';
import { type EntityClass, selectRows } from '@nexus/kit/read';
import { canReadProject } from '../policies/project.policy.js';
import { canReadTask } from '../policies/task.policy.js';
import { BoardColumn } from '../read/board-column.entity.js';
import { TaskComment } from '../read/comment.entity.js';
import { Milestone } from '../read/milestone.entity.js';
import { Project } from '../read/project.entity.js';
import { Task } from '../read/task.entity.js';

/** Projects by id, those that the caller may see. */
async function projectsInReach(ctx: GraphContext, ids: readonly string[]) {
  const rows = await selectRows(ctx.read, Project, [...new Set(ids)]);
  return new Map([...rows].filter(([, row]) => canReadProject(ctx.principal, row)));
}

export const projectReferences: ReferenceLoader = projectsInReach;

async function tasksInReach(ctx: GraphContext, ids: readonly string[]) {
  const rows = await selectRows(ctx.read, Task, [...new Set(ids)]);
  const projects = await projectsInReach(
    ctx,
    [...rows.values()].map(({ projectId }) => projectId),
  );
  return new Map(
    [...rows].filter(([, row]) => {
      const project = projects.get(row.projectId);
      return project && canReadTask(ctx.principal, project, row);
    }),
  );
}

export const taskReferences: ReferenceLoader = tasksInReach;

/** Entities that are seen by whoever sees their project. */
function ofProject<Row extends { readonly projectId: string }>(
  entity: EntityClass<Row>,
): ReferenceLoader {
  return async (ctx, ids) => {
    const rows = await selectRows(ctx.read, entity, ids);
    const projects = await projectsInReach(
      ctx,
      [...rows.values()].map(({ projectId }) => projectId),
    );
    return new Map([...rows].filter(([, { projectId }]) => projects.has(projectId)));
  };
}

export const milestoneReferences = ofProject(Milestone);
export const columnReferences = ofProject(BoardColumn);

/** Comments on tasks that the caller may see; row policies hide internal ones from client users. */
export const commentReferences: ReferenceLoader = async (ctx, ids) => {
  const rows = await selectRows(ctx.read, TaskComment, ids);
  const tasks = await tasksInReach(
    ctx,
    [...rows.values()].map(({ taskId }) => taskId),
  );
  return new Map([...rows].filter(([, { taskId }]) => tasks.has(taskId)));
};
