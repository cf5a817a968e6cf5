/** A place of the grid: row and day, from 0. */
export interface Place {
  readonly row: number;
  readonly day: number;
}

export interface GridSize {
  readonly rows: number;
  readonly days: number;
}

/** Where the cursor is, what is chosen from `anchor` to it, and what is being typed there. */
export interface GridCursor extends Place {
  readonly anchor: Place;
  /** Undefined while nothing is typed. `isFresh`: typed over what stood there, so that arrows leave the cell. */
  readonly typing?: { readonly text: string; readonly isFresh: boolean } | undefined;
}

export const START: GridCursor = { row: 0, day: 0, anchor: { row: 0, day: 0 } };

const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));

export function moveTo({ row, day }: Place, size: GridSize): GridCursor {
  const place = { row: within(row, size.rows), day: within(day, size.days) };
  return { ...place, anchor: place };
}

/** The cursor one further, the choice with it where `isExtending`. */
export function step(
  cursor: GridCursor,
  { rows = 0, days = 0 }: { readonly rows?: number; readonly days?: number },
  size: GridSize,
  isExtending = false,
): GridCursor {
  const moved = moveTo({ row: cursor.row + rows, day: cursor.day + days }, size);
  return isExtending ? { ...moved, anchor: cursor.anchor } : moved;
}

/** The next cell as Tab goes, over the ends of rows; undefined beyond the grid. */
export function tab(cursor: Place, direction: 1 | -1, size: GridSize): GridCursor | undefined {
  const place = cursor.row * size.days + cursor.day + direction;
  if (place < 0 || place >= size.rows * size.days) return undefined;
  return moveTo({ row: Math.floor(place / size.days), day: place % size.days }, size);
}

/** The cursor where its row is now; as it was where the row is gone. @param row its place, -1 where there is none */
export function followRow(cursor: GridCursor, row: number): GridCursor {
  const shift = row < 0 ? 0 : row - cursor.row;
  if (shift === 0) return cursor;
  const { anchor } = cursor;
  return { ...cursor, row, anchor: { ...anchor, row: Math.max(0, anchor.row + shift) } };
}

/** What is chosen, as ranges of rows and days, both ends included. */
export function chosen({ row, day, anchor }: GridCursor) {
  return {
    rows: [Math.min(row, anchor.row), Math.max(row, anchor.row)] as const,
    days: [Math.min(day, anchor.day), Math.max(day, anchor.day)] as const,
  };
}

export function isChosen(cursor: GridCursor, { row, day }: Place): boolean {
  const { rows, days } = chosen(cursor);
  return row >= rows[0] && row <= rows[1] && day >= days[0] && day <= days[1];
}
