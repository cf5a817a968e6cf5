import type { BoardColumn } from '@nexus/ui/components/board/arrangement';
import type { BoardQuery } from './board.generated.js';
import { byRank } from './rank-between.js';
import type { TaskCardFragment } from './task-card.generated.js';

type Project = NonNullable<BoardQuery['project']>;
export type Column = Project['board']['columns'][number];

/** A column as it is shown, and what the graph says of it. */
export interface ShownColumn extends BoardColumn<TaskCardFragment> {
  readonly facts: Column;
}

/**
 * The cards under the column that each says it is in, whichever list brought it here: so that a card which moved,
 * came or left does so by its own fields alone.
 */
export function arrangeCards(
  columns: readonly Column[],
  isWanted: (card: TaskCardFragment) => boolean,
): ShownColumn[] {
  const cards = new Map<string, TaskCardFragment>();
  for (const { tasks } of columns) {
    for (const card of tasks.nodes) if (card && !card.archived) cards.set(card.id, card);
  }
  const all = [...cards.values()].sort(byRank);
  return columns.map((facts) => {
    const own = all.filter(({ column }) => column?.id === facts.id);
    return {
      id: facts.id,
      title: facts.name,
      wipLimit: facts.wipLimit,
      // Of a long column the graph alone knows how many there are.
      count: facts.tasks.pageInfo.hasNextPage ? Math.max(facts.count, own.length) : own.length,
      cards: own.filter(isWanted),
      facts,
    };
  });
}
