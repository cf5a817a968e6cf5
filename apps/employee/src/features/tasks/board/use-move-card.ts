import { say } from '@nexus/ui/actions/say';
import { sentencesOf } from '@nexus/ui/actions/sentences';
import type { CardMove } from '@nexus/ui/components/board/arrangement';
import { mutate, query } from '@nexus/ui/graph/ask';
import { describeFault } from '@nexus/ui/graph/graph-fault';
import { useText } from '@nexus/ui/i18n/use-text';
import { useCallback, useRef } from 'react';
import { useClient } from 'urql';
import { BoardCardDocument } from './board-card.generated.js';
import type { TaskCardFragment } from './task-card.generated.js';
import { TaskMoveDocument } from './task-move.generated.js';

type Card = TaskCardFragment;

export interface CardMover {
  /** A card was lifted: as it is now, it is what its mover sees. Null: put down. */
  readonly onHold: (card: Card | null) => void;
  /** Settles once the board shows it, not once the graph has answered: the next card can be lifted meanwhile. */
  readonly onMove: (move: CardMove<Card>) => Promise<void>;
}

/**
 * Moves cards ahead of the graph's answer. Where the graph refuses (a limit, open work, somebody else was faster)
 * the card snaps back, and it is said why.
 */
export function useMoveCard(): CardMover {
  const graph = useClient();
  const text = useText();
  const seen = useRef<Card | null>(null);
  /** The last move of each card: one after another, or the second would not know the first one's version. */
  const sentBefore = useRef(new Map<string, Promise<number | undefined>>());

  const send = useCallback(
    async ({ card, toColumnId, afterId, beforeId }: CardMove<Card>, expectedVersion: number) => {
      const back = { title: text('tasks:board.wentBack', { number: card.number }) };
      try {
        const { taskMove } = await mutate(graph, TaskMoveDocument, {
          input: {
            ...{ id: card.id, columnId: toColumnId, afterId, beforeId, expectedVersion },
            idempotencyKey: crypto.randomUUID(),
          },
        });
        const { task, errors, warnings } = taskMove;
        if (errors.length > 0) {
          say({ ...back, description: sentencesOf(errors), tone: 'danger' });
          await query(graph, BoardCardDocument, { id: card.id }, 'network-only');
        } else if (warnings.length > 0) {
          say({ title: sentencesOf(warnings) });
        }
        return task?.version;
      } catch (error) {
        say({ ...back, description: describeFault(error).message, tone: 'danger' });
        return undefined;
      }
    },
    [graph, text],
  );

  const onHold = useCallback((card: Card | null) => {
    if (card) seen.current = card;
  }, []);
  const onMove = useCallback(
    async (move: CardMove<Card>) => {
      const { id } = move.card;
      const lifted = seen.current?.id === id ? seen.current : move.card;
      const own = await sentBefore.current.get(id);
      // What the mover's own last move made of it is not somebody else's change.
      sentBefore.current.set(id, send(move, Math.max(lifted.version, own ?? 0)));
    },
    [send],
  );
  return { onHold, onMove };
}
