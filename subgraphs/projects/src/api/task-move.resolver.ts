import { violation } from '@nexus/kit/domain';
import { type Answer, Emits, type GraphContext, mutate, Public, Requires } from '@nexus/kit/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { task } from '../domain/task.aggregate.js';
import { countCards, lockColumns } from '../guards/column-count.guard.js';
import { BoardColumn } from '../read/board-column.entity.js';
import { Task } from '../read/task.entity.js';
import { TaskPayload } from './delivery.payloads.js';
import { taskProject, writableTask } from './task.access.js';
import {
  TaskArchiveInput,
  TaskCompleteInput,
  TaskMoveInput,
  TaskReopenInput,
  TaskRestoreInput,
} from './task.inputs.js';
import { moveTask } from './task.movement.js';
import { firstColumn, placeCard } from './task.placement.js';

type Written = Promise<Answer<{ task: Task | undefined }>>;

@Resolver()
export class TaskMoveResolver {
  @Mutation(() => TaskPayload, {
    description:
      'Moves a card. Entering a DOING column starts the task, entering a DONE column completes it, leaving one opens it again.',
  })
  @Requires('projects:write')
  @Emits(
    'projects.TaskMoved',
    'projects.TaskStarted',
    'projects.TaskCompleted',
    'projects.TaskReopened',
  )
  @Public()
  taskMove(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => TaskMoveInput, { description: 'Which card, and where to.' })
    input: TaskMoveInput,
  ): Written {
    return mutate(ctx, input, async (tx) => ({ task: await moveTask(tx, input.id, input) }));
  }

  @Mutation(() => TaskPayload, {
    description: 'Completes a task: it goes to the first DONE column.',
  })
  @Requires('projects:write')
  @Emits('projects.TaskCompleted', 'projects.TaskMoved', 'projects.TaskStarted')
  @Public()
  taskComplete(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => TaskCompleteInput, { description: 'Which one.' }) input: TaskCompleteInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { id, overrideReason } = input;
      const { row } = await writableTask(tx, id);
      if (row.completedAt !== null && !row.archived) return { task: row };
      const columnId = await firstColumn(tx, row.projectId, 'DONE');
      return { task: await moveTask(tx, id, { columnId, overrideReason }) };
    });
  }

  @Mutation(() => TaskPayload, {
    description: 'Opens a completed task again: it goes to the first column.',
  })
  @Requires('projects:write')
  @Emits('projects.TaskReopened', 'projects.TaskMoved')
  taskReopen(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => TaskReopenInput, { description: 'Which one.' }) input: TaskReopenInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { id, reason } = input;
      const { row } = await writableTask(tx, id);
      if (row.completedAt === null) {
        return tx.refuse(violation('TASK_STATE_INVALID', 'The task is open.', { path: ['id'] }));
      }
      const columnId = await firstColumn(tx, row.projectId, 'TODO');
      return { task: await moveTask(tx, id, { columnId, reason }) };
    });
  }

  @Mutation(() => TaskPayload, { description: 'Takes a task off the board.' })
  @Requires('projects:write')
  @Emits('projects.TaskArchived')
  taskArchive(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => TaskArchiveInput, { description: 'Which one.' }) input: TaskArchiveInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { row, project } = await writableTask(tx, input.id, ['id'], true);
      await lockColumns(tx, [row.columnId]);
      await tx.run(task, row.id, { type: 'Archive', project: taskProject(project) });
      await countCards(tx, { [row.columnId]: -1 });
      return { task: await tx.row(Task, row.id) };
    });
  }

  @Mutation(() => TaskPayload, {
    description:
      'Brings an archived task back: to its column, or where that is gone to the first one.',
  })
  @Requires('projects:write')
  @Emits('projects.TaskRestored', 'projects.TaskReopened')
  taskRestore(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => TaskRestoreInput, { description: 'Which one.' }) input: TaskRestoreInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { row, project } = await writableTask(tx, input.id, ['id'], true);
      const former = await tx.row(BoardColumn, row.columnId);
      const columnId = former?.id ?? (await firstColumn(tx, project.id, 'TODO'));
      const wish = { columnId, from: null, taskId: row.id };
      const { place, occupancy } = await placeCard(tx, project, wish);
      const command = { type: 'Restore', project: taskProject(project), place, occupancy } as const;
      await tx.run(task, row.id, command);
      await countCards(tx, { [columnId]: 1 });
      return { task: await tx.row(Task, row.id) };
    });
  }
}
