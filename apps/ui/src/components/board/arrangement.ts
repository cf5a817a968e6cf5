/** A column of a board and its cards from above to below. */
export interface BoardColumn<Card> {
  readonly id: string;
  readonly title: string;
  readonly cards: readonly Card[];
  /** How many there are in it, where not all of them are shown. */
  readonly count?: number | undefined;
  /** How many cards it should hold at most. */
  readonly wipLimit?: number | null | undefined;
}

/** Where a card stands, or shall stand: its place among the other cards of the column. */
export interface Place {
  readonly columnId: string;
  readonly index: number;
}

/** A card that somebody moved; `afterId` is the card above its new place, `beforeId` the one below. */
export interface CardMove<Card> {
  readonly card: Card;
  readonly fromColumnId: string;
  readonly toColumnId: string;
  readonly index: number;
  readonly afterId: string | null;
  readonly beforeId: string | null;
}

type CardId<Card> = (card: Card) => string;

export function placeOf<Card>(
  columns: readonly BoardColumn<Card>[],
  id: string,
  cardId: CardId<Card>,
): (Place & { readonly card: Card }) | undefined {
  for (const { id: columnId, cards } of columns) {
    const index = cards.findIndex((card) => cardId(card) === id);
    const card = cards[index];
    if (card !== undefined) return { columnId, index, card };
  }
  return undefined;
}

/** The board as it would be with the card there; columns that it does not touch stay the same objects. */
export function arrange<Card>(
  columns: readonly BoardColumn<Card>[],
  id: string,
  to: Place,
  cardId: CardId<Card>,
): readonly BoardColumn<Card>[] {
  const from = placeOf(columns, id, cardId);
  if (!from) return columns;
  return columns.map((column) => {
    if (column.id !== from.columnId && column.id !== to.columnId) return column;
    const others = column.cards.filter((card) => cardId(card) !== id);
    if (column.id !== to.columnId) return { ...column, cards: others };
    return {
      ...column,
      cards: [...others.slice(0, to.index), from.card, ...others.slice(to.index)],
    };
  });
}

/** The move that brings a card there; undefined where it stands there already. */
export function moveTo<Card>(
  columns: readonly BoardColumn<Card>[],
  id: string,
  to: Place,
  cardId: CardId<Card>,
): CardMove<Card> | undefined {
  const from = placeOf(columns, id, cardId);
  const target = columns.find((column) => column.id === to.columnId);
  if (!from || !target || (from.columnId === to.columnId && from.index === to.index)) {
    return undefined;
  }
  const others = target.cards.filter((card) => cardId(card) !== id);
  const [above, below] = [others[to.index - 1], others[to.index]];
  return {
    card: from.card,
    fromColumnId: from.columnId,
    toColumnId: to.columnId,
    index: to.index,
    afterId: above === undefined ? null : cardId(above),
    beforeId: below === undefined ? null : cardId(below),
  };
}

/** The place one step away by an arrow key; the same where the board ends. */
export function stepFrom<Card>(
  columns: readonly BoardColumn<Card>[],
  { columnId, index }: Place,
  key: string,
  /** How far down a column one can go: one further for a card that is put in. */
  lastIndex: (column: BoardColumn<Card>) => number,
): Place {
  const at = columns.findIndex((column) => column.id === columnId);
  const sideways = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
  const column = columns[at + sideways];
  if (!column) return { columnId, index };
  const down = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0;
  return {
    columnId: column.id,
    index: Math.max(0, Math.min(lastIndex(column), index + down)),
  };
}
