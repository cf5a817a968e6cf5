import { useCallback, useEffect, useRef } from 'react';
import { useClient } from 'urql';
import type { Column } from './arrange-cards.js';
import { BoardColumnCardsDocument } from './board-column-cards.generated.js';

/** So many cards of a column are brought here by themselves; the rest when somebody asks for them. */
const WHOLE = 500;

/** Whether a column has cards that come only when they are asked for. */
export function hasHiddenCards({ tasks }: Column): boolean {
  return tasks.pageInfo.hasNextPage && tasks.nodes.length >= WHOLE;
}

/** Brings the later pages of long columns, one page at a time; returns how to ask for one more. */
export function useWholeColumns(columns: readonly Column[] | undefined): (column: Column) => void {
  const graph = useClient();
  const asked = useRef(new Set<string>());
  const bring = useCallback(
    ({ id, tasks }: Column) => {
      const { hasNextPage, endCursor } = tasks.pageInfo;
      if (!hasNextPage || !endCursor || asked.current.has(endCursor)) return;
      asked.current.add(endCursor);
      void graph.query(BoardColumnCardsDocument, { id, after: endCursor }).toPromise();
    },
    [graph],
  );
  useEffect(() => {
    for (const column of columns ?? []) if (!hasHiddenCards(column)) bring(column);
  }, [columns, bring]);
  return bring;
}
