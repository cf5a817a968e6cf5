import type { WriteSession } from '@nexus/kit/events';

/**
 * Cards per column, counted under row locks: whoever moves a card into or out of a column holds the column
 * until commit, so that a limit holds however many move at once.
 */

/** Begins to count for columns that are new. */
export async function openColumns(tx: WriteSession, columnIds: readonly string[]): Promise<void> {
  await tx.sql(
    `INSERT INTO projects.board_column_count (tenant_id, column_id, cards)
     SELECT $1, c, 0 FROM unnest($2::text[]) c ON CONFLICT DO NOTHING`,
    [tx.ctx.tenantId, columnIds],
  );
}

/**
 * Locks columns, always in the same order so that two moves never wait for each other, and tells their counts.
 * A column that is gone is not in the answer.
 */
export async function lockColumns(
  tx: WriteSession,
  columnIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.sql<{ column_id: string; cards: number }>(
    `SELECT column_id, cards FROM projects.board_column_count
     WHERE column_id = ANY ($1) ORDER BY column_id FOR UPDATE`,
    [columnIds],
  );
  return new Map(rows.map(({ column_id, cards }) => [column_id, cards]));
}

/** Adds to the counts of columns that are locked. */
export async function countCards(
  tx: WriteSession,
  changes: Readonly<Record<string, number>>,
): Promise<void> {
  await tx.sql(
    `UPDATE projects.board_column_count c SET cards = c.cards + n.change
     FROM unnest($1::text[], $2::int[]) AS n(column_id, change) WHERE c.column_id = n.column_id`,
    [Object.keys(changes), Object.values(changes)],
  );
}

/** Stops counting for a column that is removed. */
export async function closeColumn(tx: WriteSession, columnId: string): Promise<void> {
  await tx.sql('DELETE FROM projects.board_column_count WHERE column_id = $1', [columnId]);
}
