/**
 * A place between two cards for as long as the graph has not said which: a text that sorts between their ranks.
 * Ranks are made of letters and digits, all of which come after `!`.
 */
export function rankBetween(above: string | null, below: string | null): string {
  if (above !== null) return `${above}!`;
  return below === null ? '0' : `!${below}`;
}

interface Ranked {
  readonly id: string;
  readonly rank: string;
}

/** As the board has its cards: by rank, letter by letter, and then by id. */
export function byRank(one: Ranked, other: Ranked): number {
  if (one.rank !== other.rank) return one.rank < other.rank ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
