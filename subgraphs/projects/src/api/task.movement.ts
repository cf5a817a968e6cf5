import type { WriteSession } from '@nexus/kit/events';
import type { DependencyKind } from '../../events.d.ts';
import { holdsFinish, holdsStart } from '../domain/dependency-graph.rules.js';
import { task } from '../domain/task.aggregate.js';
import type { TaskObstacles } from '../domain/task.state.js';
import { countCards } from '../guards/column-count.guard.js';
import { Task } from '../read/task.entity.js';
import { overrideAllowed } from './project.access.js';
import { taskProject, writableTask } from './task.access.js';
import { placeCard } from './task.placement.js';

export interface Move {
  readonly columnId: string;
  readonly afterId?: string | null | undefined;
  readonly beforeId?: string | null | undefined;
  readonly expectedVersion?: number | null | undefined;
  readonly overrideReason?: string | null | undefined;
  /** Why a completed task is opened again. */
  readonly reason?: string | null | undefined;
}

/**
 * Moves a card and what follows from it. Rows are locked in one order everywhere: the card, what stands in its
 * way, the columns. So a limit holds however many move at once, and two moves never wait for each other.
 */
export async function moveTask(
  tx: WriteSession,
  id: string,
  move: Move,
): Promise<Task | undefined> {
  const { row, project } = await writableTask(tx, id, ['id'], true);
  const overrideReason = overrideAllowed(tx, project, move.overrideReason);
  const obstacles = move.columnId === row.columnId ? CLEAR : await obstaclesOf(tx, row);
  const { place, occupancy } = await placeCard(tx, project, {
    columnId: move.columnId,
    from: row.columnId,
    taskId: id,
    afterId: move.afterId,
    beforeId: move.beforeId,
  });
  const changesColumn = place.columnId !== row.columnId;
  await tx.run(
    task,
    id,
    {
      type: 'Move',
      project: taskProject(project),
      place,
      occupancy: changesColumn ? occupancy : null,
      obstacles,
      overrideReason,
      reason: move.reason ?? null,
    },
    { expectedVersion: move.expectedVersion },
  );
  if (changesColumn) await countCards(tx, { [row.columnId]: -1, [place.columnId]: 1 });
  return tx.row(Task, id);
}

const CLEAR: TaskObstacles = { openSubtasks: [], holdingStart: [], holdingFinish: [] };

interface Predecessor {
  readonly kind: DependencyKind;
  readonly number: string;
  readonly started: boolean;
  readonly completed: boolean;
}

/** What other tasks keep this one from starting or being completed; their rows stay as they are until commit. */
async function obstaclesOf(tx: WriteSession, { id, completedAt }: Task): Promise<TaskObstacles> {
  if (completedAt !== null) return CLEAR;
  const subtasks = await tx.sql<{ number: string }>(
    `SELECT number FROM projects.task
     WHERE parent_id = $1 AND NOT archived AND completed_at IS NULL ORDER BY sequence FOR SHARE`,
    [id],
  );
  const predecessors = await tx.sql<Predecessor>(
    `SELECT d.kind, p.number, p.started_at IS NOT NULL AS started,
       p.completed_at IS NOT NULL OR p.archived AS completed
     FROM projects.dependency d JOIN projects.task p ON p.tenant_id = d.tenant_id AND p.id = d.from_id
     WHERE d.to_id = $1 ORDER BY p.id FOR SHARE OF p`,
    [id],
  );
  const holding = (holds: typeof holdsStart) =>
    predecessors.filter((known) => holds(known.kind, known)).map(({ number }) => number);
  return {
    openSubtasks: subtasks.map(({ number }) => number),
    holdingStart: holding(holdsStart),
    holdingFinish: holding(holdsFinish),
  };
}
