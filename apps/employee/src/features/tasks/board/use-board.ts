import { todayIn } from '@nexus/ui/components/iso-date';
import { useRegion } from '@nexus/ui/components/region';
import { useLive } from '@nexus/ui/graph/use-live';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useMemo } from 'react';
import { arrangeCards, type Column, type ShownColumn } from './arrange-cards.js';
import { BoardDocument, type BoardQuery } from './board.generated.js';
import { BoardChangedDocument } from './board-changed.generated.js';
import { type BoardFilter, matches } from './board-search.js';
import { useWholeColumns } from './use-whole-columns.js';

export interface ShownBoard {
  readonly project: NonNullable<BoardQuery['project']>;
  readonly columns: readonly ShownColumn[];
  /** Every label on a card, for the filter. */
  readonly labels: readonly string[];
  /** Brings more cards of a column that is too long to be brought whole. */
  readonly bringMore: (column: Column) => void;
}

/**
 * A project's board as it is at this moment, narrowed to a filter; null where there is no such project, undefined
 * until it is known.
 */
export function useBoard(projectId: string, filter: BoardFilter): ShownBoard | null | undefined {
  const { timeZone } = useRegion();
  const { data, refresh, since } = useScreen(BoardDocument, { projectId });
  // What the events carry the cache shows by itself; an event without a card is about the columns.
  useLive(BoardChangedDocument, [{ projectId }], since, ({ boardChanged }) => {
    if (boardChanged.node === null) refresh();
  });
  const project = data?.project;
  const facts = project?.board.columns;
  const bringMore = useWholeColumns(facts);
  const today = todayIn(timeZone);
  const columns = useMemo(
    () => arrangeCards(facts ?? [], (card) => matches(card, filter, today)),
    [facts, filter, today],
  );
  const labels = useMemo(() => {
    const nodes = (facts ?? []).flatMap(({ tasks }) => tasks.nodes);
    return [...new Set(nodes.flatMap((card) => card?.labels ?? []))].sort();
  }, [facts]);
  if (!data) return undefined;
  return project ? { project, columns, labels, bringMore } : null;
}
