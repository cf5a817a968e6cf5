import { violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import { type Answer, Emits, type GraphContext, mutate, Requires } from '@nexus/kit/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { board } from '../domain/board.aggregate.js';
import { isEnded } from '../domain/project.state.js';
import { closeColumn, lockColumns, openColumns } from '../guards/column-count.guard.js';
import { BoardColumn } from '../read/board-column.entity.js';
import type { Project } from '../read/project.entity.js';
import {
  BoardColumnAddInput,
  BoardColumnRemoveInput,
  BoardColumnUpdateInput,
} from './board.inputs.js';
import { BoardColumnPayload } from './delivery.payloads.js';
import { managedProject } from './project.access.js';
import { moveTask } from './task.movement.js';

type Written = Promise<Answer<{ column: BoardColumn | undefined }>>;

/** A column is emptied by its removal; more cards than this are moved by hand first. */
const MAX_MOVED = 500;

/** The board's project, for whoever manages it while it is open. */
async function openBoard(tx: WriteSession, id: string, path: readonly string[]): Promise<Project> {
  const project = await managedProject(tx, id, path);
  if (!isEnded(project.phase)) return project;
  return tx.refuse(violation('PROJECT_CLOSED_READONLY', 'The project is closed.', { path }));
}

async function columnInReach(tx: WriteSession, id: string) {
  const row = await tx.row(BoardColumn, id);
  if (!row)
    return tx.refuse(violation('COLUMN_NOT_FOUND', 'There is no such column.', { path: ['id'] }));
  return { row, project: await openBoard(tx, row.projectId, ['id']) };
}

@Resolver()
export class BoardColumnResolver {
  @Mutation(() => BoardColumnPayload, { description: 'Adds a column to a board.' })
  @Requires('projects:manage')
  @Emits('projects.ColumnAdded', 'projects.ColumnReordered')
  boardColumnAdd(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => BoardColumnAddInput, { description: 'The column.' })
    input: BoardColumnAddInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { projectId, name, category, wipLimit = null, wipMode, afterId = null } = input;
      await openBoard(tx, projectId, ['projectId']);
      const columnId = ctx.newId('BoardColumn');
      await tx.run(board, projectId, {
        type: 'AddColumn',
        columnId,
        name,
        category,
        wipLimit,
        wipMode: wipMode ?? 'WARN',
        afterId,
      });
      await openColumns(tx, [columnId]);
      return { column: await tx.row(BoardColumn, columnId) };
    });
  }

  @Mutation(() => BoardColumnPayload, { description: 'Renames, limits or moves a column.' })
  @Requires('projects:manage')
  @Emits('projects.ColumnRenamed', 'projects.WipLimitChanged', 'projects.ColumnReordered')
  boardColumnUpdate(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => BoardColumnUpdateInput, { description: 'The changes.' })
    input: BoardColumnUpdateInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { id, name, wipLimit, wipMode, afterId } = input;
      const { project } = await columnInReach(tx, id);
      await tx.run(board, project.id, {
        type: 'UpdateColumn',
        columnId: id,
        name: name ?? undefined,
        wipLimit,
        wipMode: wipMode ?? undefined,
        afterId,
      });
      return { column: await tx.row(BoardColumn, id) };
    });
  }

  @Mutation(() => BoardColumnPayload, {
    description: 'Takes a column off a board; its cards go to the end of another one.',
  })
  @Requires('projects:manage')
  @Emits('projects.ColumnRemoved', 'projects.TaskMoved')
  boardColumnRemove(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => BoardColumnRemoveInput, { description: 'Which, and where its cards go.' })
    input: BoardColumnRemoveInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { id, moveTo } = input;
      const { project } = await columnInReach(tx, id);
      await lockColumns(tx, [id, moveTo]);
      await tx.run(board, project.id, { type: 'RemoveColumn', columnId: id, moveTo });
      const cards = await tx.sql<{ id: string }>(
        `SELECT id FROM projects.task WHERE column_id = $1 AND NOT archived
         ORDER BY rank, id LIMIT ${MAX_MOVED + 1}`,
        [id],
      );
      if (cards.length > MAX_MOVED) {
        const message = `More than ${MAX_MOVED} cards are in it; move some first.`;
        return tx.refuse(
          violation('COLUMN_NOT_EMPTY', message, { path: ['id'], meta: { max: MAX_MOVED } }),
        );
      }
      for (const card of cards) await moveTask(tx, card.id, { columnId: moveTo });
      await closeColumn(tx, id);
      return { column: await tx.row(BoardColumn, moveTo) };
    });
  }
}
