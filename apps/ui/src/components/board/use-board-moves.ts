import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { say as sayAloud } from '../../actions/say.js';
import {
  arrange,
  type BoardColumn,
  type CardMove,
  moveTo,
  type Place,
  placeOf,
} from './arrangement.js';

export interface BoardRules<Card> {
  readonly columns: readonly BoardColumn<Card>[];
  readonly cardId: (card: Card) => string;
  /** The card in words: said when it moves. */
  readonly cardLabel: (card: Card) => string;
  /**
   * Told once a card was put somewhere else. The board keeps it there until this has settled, and shows
   * `columns` again then: whether it stays or snaps back is the word of whoever gives them.
   */
  readonly onMove: (move: CardMove<Card>) => void | Promise<void>;
  /** Told which card is in the hand, and null when it no longer is. Kept the same between renders. */
  readonly onHold?: ((card: Card | null) => void) | undefined;
  /** Why a card may not go there, in one sentence; null where it may. */
  readonly refusal?: ((card: Card, toColumnId: string) => string | null) | undefined;
}

interface Held {
  readonly id: string;
  readonly to: Place;
  /** Lifted by key, dragged by pointer, or put down and not yet settled. */
  readonly by: 'key' | 'pointer' | 'settling';
}

export interface BoardMoves<Card> {
  /** As they are to be shown. */
  readonly columns: readonly BoardColumn<Card>[];
  readonly held: Held | null;
  /** The last thing to say to a screen reader. */
  readonly announcement: string;
  readonly lift: (id: string, by: 'key' | 'pointer') => void;
  readonly carry: (to: Place) => void;
  readonly drop: () => void;
  readonly cancel: () => void;
}

/** What is on its way on a board, and what is said about it; one card at a time. */
export function useBoardMoves<Card>(rules: BoardRules<Card>): BoardMoves<Card> {
  const { columns, cardId, cardLabel, onMove, onHold, refusal } = rules;
  const { t } = useTranslation('ui');
  const [held, setHeld] = useState<Held | null>(null);
  const [announcement, setAnnouncement] = useState('');

  const shown = useMemo(
    () => (held && held.by !== 'pointer' ? arrange(columns, held.id, held.to, cardId) : columns),
    [columns, held, cardId],
  );
  const say = (kind: 'lifted' | 'moved' | 'dropped', id: string, to: Place) => {
    const from = placeOf(columns, id, cardId);
    const target = columns.find((column) => column.id === to.columnId);
    if (!from || !target) return;
    const count = target.cards.length + (from.columnId === to.columnId ? 0 : 1);
    const said = { card: cardLabel(from.card), column: target.title, place: to.index + 1, count };
    setAnnouncement(t(`board.${kind}`, said));
  };

  const lift = (id: string, by: 'key' | 'pointer') => {
    const from = placeOf(columns, id, cardId);
    if (!from || held) return;
    const to = { columnId: from.columnId, index: from.index };
    setHeld({ id, to, by });
    onHold?.(from.card);
    say('lifted', id, to);
  };
  const carry = (to: Place) => {
    if (!held || (held.to.columnId === to.columnId && held.to.index === to.index)) return;
    setHeld({ ...held, to });
    say('moved', held.id, to);
  };
  const cancel = useCallback(() => {
    setHeld(null);
    onHold?.(null);
    setAnnouncement(t('board.cancelled'));
  }, [t, onHold]);
  const drop = () => {
    if (!held) return;
    const move = moveTo(columns, held.id, held.to, cardId);
    const reason =
      move && move.fromColumnId !== move.toColumnId && refusal?.(move.card, move.toColumnId);
    if (!move) return cancel();
    onHold?.(null);
    if (reason) {
      setHeld(null);
      setAnnouncement(reason);
      sayAloud({ title: reason, tone: 'danger' });
      return;
    }
    say('dropped', held.id, held.to);
    setHeld({ ...held, by: 'settling' });
    void Promise.resolve(onMove(move)).finally(() => setHeld(null));
  };
  return { columns: shown, held, announcement, lift, carry, drop, cancel };
}
