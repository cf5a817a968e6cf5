import { violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { board } from '../domain/board.aggregate.js';
import { type Occupancy, wipLimitOf } from '../domain/board.wip.js';
import type { BoardPlace } from '../domain/task.state.js';
import { lockColumns } from '../guards/column-count.guard.js';
import { BoardColumn } from '../read/board-column.entity.js';
import type { Project } from '../read/project.entity.js';

/** A rank longer than this is a sign of many moves to one spot: the column is dealt anew. */
const MAX_RANK = 40;

export interface Wish {
  readonly columnId: string;
  /** Where the card comes from; null for a card that is not on the board. */
  readonly from: string | null;
  /** Its id; null for a new card. */
  readonly taskId: string | null;
  readonly afterId?: string | null | undefined;
  readonly beforeId?: string | null | undefined;
}

export interface Placement {
  readonly place: BoardPlace;
  readonly occupancy: Occupancy;
}

/**
 * Locks the columns that a card leaves and enters and finds its place there: behind `afterId`, else before
 * `beforeId`, else (also where those are gone) at the end.
 */
export async function placeCard(
  tx: WriteSession,
  project: Project,
  wish: Wish,
): Promise<Placement> {
  const { columnId, from } = wish;
  const counts = await lockColumns(tx, from === null ? [columnId] : [columnId, from]);
  const column = await tx.row(BoardColumn, columnId);
  const cards = counts.get(columnId);
  if (!column || column.projectId !== project.id || cards === undefined) {
    return tx.refuse(
      violation('COLUMN_NOT_FOUND', 'There is no such column on this board.', {
        path: ['columnId'],
      }),
    );
  }
  const { category, name: columnName, fixedLimit: wipLimit, wipPerMember, wipMode: mode } = column;
  const limit = wipLimitOf({ wipLimit, wipPerMember }, project.workerIds.length);
  return {
    place: { columnId, category, rank: await rankFor(tx, project.id, wish) },
    occupancy: { columnName, count: from === columnId ? cards - 1 : cards, limit, mode },
  };
}

/** The first column of a category, where cards of that kind go by themselves. */
export async function firstColumn(
  tx: WriteSession,
  projectId: string,
  category: 'TODO' | 'DONE',
): Promise<string> {
  const [row] = await tx.sql<{ id: string }>(
    `SELECT id FROM projects.board_column WHERE project_id = $1 AND category = $2
     ORDER BY position, id LIMIT 1`,
    [projectId, category],
  );
  return row?.id ?? '';
}

async function rankFor(tx: WriteSession, projectId: string, wish: Wish): Promise<string> {
  const rank = between(await neighbours(tx, wish));
  if (rank !== undefined && rank.length <= MAX_RANK) return rank;
  await rebalance(tx, projectId, wish.columnId);
  return between(await neighbours(tx, wish)) ?? generateKeyBetween(null, null);
}

type Gap = readonly [above: string | null, below: string | null];

/** Undefined where two cards of the same rank leave no room between them. */
function between([above, below]: Gap): string | undefined {
  if (above !== null && below !== null && above >= below) return undefined;
  return generateKeyBetween(above, below);
}

/** The ranks above and below the wished place, the moving card left out. */
async function neighbours(tx: WriteSession, wish: Wish): Promise<Gap> {
  const { columnId, taskId, afterId, beforeId } = wish;
  const anchorId = afterId ?? beforeId;
  const anchor = anchorId ? await cardIn(tx, columnId, anchorId, taskId) : undefined;
  if (!anchor && afterId && beforeId) return neighbours(tx, { ...wish, afterId: null });
  if (!anchor) return [await rankBeside(tx, columnId, taskId, null, 'above'), null];
  if (afterId) return [anchor.rank, await rankBeside(tx, columnId, taskId, anchor, 'below')];
  return [await rankBeside(tx, columnId, taskId, anchor, 'above'), anchor.rank];
}

interface Card {
  readonly id: string;
  readonly rank: string;
}

async function cardIn(
  tx: WriteSession,
  columnId: string,
  id: string,
  self: string | null,
): Promise<Card | undefined> {
  if (id === self) return undefined;
  const [card] = await tx.sql<Card>(
    'SELECT id, rank FROM projects.task WHERE id = $1 AND column_id = $2 AND NOT archived',
    [id, columnId],
  );
  return card;
}

/** The rank of the next card above or below an anchor; above the end of the column where there is none. */
async function rankBeside(
  tx: WriteSession,
  columnId: string,
  self: string | null,
  anchor: Card | null,
  side: 'above' | 'below',
): Promise<string | null> {
  const [operator, direction] = side === 'above' ? ['<', 'DESC'] : ['>', 'ASC'];
  const bound = anchor ? `AND (rank, id) ${operator} ($3, $4)` : '';
  const [card] = await tx.sql<Card>(
    `SELECT id, rank FROM projects.task
     WHERE tenant_id = (select current_setting('app.tenant')::uuid) AND column_id = $1 AND NOT archived
       AND id IS DISTINCT FROM $2 ${bound}
     ORDER BY rank ${direction}, id ${direction} LIMIT 1`,
    anchor ? [columnId, self, anchor.rank, anchor.id] : [columnId, self],
  );
  return card?.rank ?? null;
}

/** Deals short ranks to all cards of a column, in the order they stand in. The column is locked. */
async function rebalance(tx: WriteSession, projectId: string, columnId: string): Promise<void> {
  const cards = await tx.sql<{ id: string }>(
    'SELECT id FROM projects.task WHERE column_id = $1 AND NOT archived ORDER BY rank, id',
    [columnId],
  );
  const keys = generateNKeysBetween(null, null, cards.length);
  const ranks = cards.map(({ id }, i) => ({ taskId: id, rank: keys[i] ?? '' }));
  await tx.run(board, projectId, { type: 'Rebalance', columnId, ranks });
}
