import { violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import { type Answer, Emits, type GraphContext, mutate, Public, Requires } from '@nexus/kit/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { dependencyGraph, type GraphTask } from '../domain/dependency-graph.aggregate.js';
import { task } from '../domain/task.aggregate.js';
import type { TaskCommand } from '../domain/task.commands.js';
import { countCards } from '../guards/column-count.guard.js';
import { nextTaskSequence } from '../guards/task-number.guard.js';
import { Milestone } from '../read/milestone.entity.js';
import { Task } from '../read/task.entity.js';
import { TaskPayload } from './delivery.payloads.js';
import { taskInReach, taskProject, workedProject, writableTask } from './task.access.js';
import {
  TaskAssignInput,
  TaskBlockInput,
  TaskCreateInput,
  TaskUnblockInput,
  TaskUpdateInput,
} from './task.inputs.js';
import { firstColumn, placeCard } from './task.placement.js';

type Written = Promise<Answer<{ task: Task | undefined }>>;

/** The parent that an input names, of the same project. */
async function parentOf(
  tx: WriteSession,
  projectId: string,
  parentId: string | null | undefined,
): Promise<GraphTask | null> {
  if (parentId == null) return null;
  const { row } = await taskInReach(tx, parentId, ['parentId']);
  if (row.projectId === projectId) return { id: row.id, number: row.number };
  return tx.refuse(
    violation('TASK_OTHER_PROJECT', 'The parent is of another project.', { path: ['parentId'] }),
  );
}

/** Refuses a milestone that is not of the project. */
async function checkMilestone(
  tx: WriteSession,
  projectId: string,
  milestoneId: string | null | undefined,
): Promise<void> {
  if (milestoneId == null) return;
  const milestone = await tx.row(Milestone, milestoneId);
  if (milestone?.projectId === projectId) return;
  tx.refuse(
    violation('REFERENCE_UNKNOWN', 'The project has no such milestone.', { path: ['milestoneId'] }),
  );
}

/** A command that changes a task where it stands. */
async function change(
  tx: WriteSession,
  id: string,
  command: (found: Awaited<ReturnType<typeof writableTask>>) => TaskCommand,
  expectedVersion?: number | null,
): Promise<{ task: Task | undefined }> {
  const found = await writableTask(tx, id);
  await tx.run(task, id, command(found), { expectedVersion });
  return { task: await tx.row(Task, id) };
}

@Resolver()
export class TaskResolver {
  @Mutation(() => TaskPayload, { description: 'Creates a task, at the end of a column.' })
  @Requires('projects:write')
  @Emits(
    'projects.TaskCreated',
    'projects.ParentSet',
    'projects.TaskStarted',
    'projects.TaskCompleted',
  )
  @Public()
  taskCreate(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => TaskCreateInput, { description: 'The task.' }) input: TaskCreateInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const project = await workedProject(tx, input.projectId);
      const parent = await parentOf(tx, project.id, input.parentId);
      await checkMilestone(tx, project.id, input.milestoneId);
      const columnId = input.columnId ?? (await firstColumn(tx, project.id, 'TODO'));
      const wish = { columnId, from: null, taskId: null };
      const { place, occupancy } = await placeCard(tx, project, wish);
      const taskId = ctx.newId('Task');
      const sequence = await nextTaskSequence(tx, project.id);
      const number = `${project.code}-${sequence}`;
      await tx.run(task, taskId, {
        type: 'Create',
        project: taskProject(project),
        taskId,
        number,
        sequence,
        outline: {
          title: input.title.trim(),
          description: input.description ?? null,
          type: input.type ?? 'TASK',
          parentId: parent?.id ?? null,
          milestoneId: input.milestoneId ?? null,
          priority: input.priority ?? 'MEDIUM',
          points: input.points ?? null,
          estimateMinutes: input.estimateMinutes ?? null,
          start: input.start ?? null,
          due: input.due ?? null,
          labels: input.labels ?? [],
          clientVisible: input.clientVisible ?? false,
        },
        assigneeIds: input.assigneeIds ?? [],
        place,
        occupancy,
      });
      await countCards(tx, { [columnId]: 1 });
      if (parent) {
        const named = { id: taskId, number };
        const command = { type: 'SetParent', projectId: project.id, task: named, parent } as const;
        await tx.run(dependencyGraph, project.id, command);
      }
      return { task: await tx.row(Task, taskId) };
    });
  }

  @Mutation(() => TaskPayload, { description: 'Changes facts of a task.' })
  @Requires('projects:write')
  @Emits('projects.TaskUpdated', 'projects.ParentSet')
  @Public()
  taskUpdate(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => TaskUpdateInput, { description: 'The changes.' }) input: TaskUpdateInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { row, project } = await writableTask(tx, input.id);
      const { projectId } = row;
      const { title, description, type, milestoneId, priority, points, labels, clientVisible } =
        input;
      const { estimateMinutes, start, due, parentId } = input;
      await checkMilestone(tx, projectId, milestoneId);
      const parent = await parentOf(tx, projectId, parentId);
      const changes = {
        ...(title != null && { title: title.trim() }),
        ...(type != null && { type }),
        ...(priority != null && { priority }),
        ...(labels != null && { labels }),
        ...(clientVisible != null && { clientVisible }),
        ...(description !== undefined && { description }),
        ...(parentId !== undefined && { parentId }),
        ...(milestoneId !== undefined && { milestoneId }),
        ...(points !== undefined && { points }),
        ...(estimateMinutes !== undefined && { estimateMinutes }),
        ...(start !== undefined && { start }),
        ...(due !== undefined && { due }),
      };
      const command = { type: 'Update', project: taskProject(project), changes } as const;
      await tx.run(task, row.id, command, { expectedVersion: input.expectedVersion });
      if (parentId !== undefined) {
        const named = { id: row.id, number: row.number };
        const nest = { type: 'SetParent', projectId, task: named, parent } as const;
        await tx.run(dependencyGraph, projectId, nest);
      }
      return { task: await tx.row(Task, row.id) };
    });
  }

  @Mutation(() => TaskPayload, { description: 'Sets who works on a task.' })
  @Requires('projects:write')
  @Emits('projects.TaskAssigned', 'projects.TaskUnassigned')
  @Public()
  taskAssign(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => TaskAssignInput, { description: 'Which task, and who.' })
    input: TaskAssignInput,
  ): Written {
    const { id, userIds, expectedVersion } = input;
    return mutate(ctx, input, (tx) =>
      change(
        tx,
        id,
        ({ project }) => ({ type: 'Assign', project: taskProject(project), userIds }),
        expectedVersion,
      ),
    );
  }

  @Mutation(() => TaskPayload, { description: 'Says that a task cannot go on, and why.' })
  @Requires('projects:write')
  @Emits('projects.TaskBlocked')
  taskBlock(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => TaskBlockInput, { description: 'Which, and why.' }) input: TaskBlockInput,
  ): Written {
    const { id, reason } = input;
    return mutate(ctx, input, (tx) =>
      change(tx, id, ({ project }) => ({ type: 'Block', project: taskProject(project), reason })),
    );
  }

  @Mutation(() => TaskPayload, { description: 'Says that a task can go on.' })
  @Requires('projects:write')
  @Emits('projects.TaskUnblocked')
  taskUnblock(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => TaskUnblockInput, { description: 'Which one.' }) input: TaskUnblockInput,
  ): Written {
    return mutate(ctx, input, (tx) =>
      change(tx, input.id, ({ project }) => ({ type: 'Unblock', project: taskProject(project) })),
    );
  }
}
