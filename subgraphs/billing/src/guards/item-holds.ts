import type { WriteSession } from '@nexus/kit/events';

/** Nobody's invoice: marks a hold that exists only while an item is being withdrawn. */
const NOBODY = '';

/**
 * Takes items for an invoice; answers those that nobody else had. Waits for whoever takes the same items at
 * this moment. Items are taken in order of id, so that two takers never wait for each other.
 */
export async function holdItems(
  tx: WriteSession,
  invoiceId: string,
  clientId: string,
  itemIds: readonly string[],
): Promise<string[]> {
  const rows = await tx.sql<{ item_id: string }>(
    `INSERT INTO billing.item_hold (tenant_id, item_id, invoice_id, client_id)
     SELECT $1, item_id, $2, $3 FROM unnest($4::text[]) WITH ORDINALITY AS u (item_id, n) ORDER BY n
     ON CONFLICT (tenant_id, item_id) DO NOTHING RETURNING item_id`,
    [tx.ctx.tenantId, invoiceId, clientId, [...itemIds].sort()],
  );
  return rows.map((row) => row.item_id);
}

/** Gives back what an invoice holds: the items named, or all. */
export async function releaseItems(
  tx: WriteSession,
  invoiceId: string,
  itemIds: readonly string[] | null = null,
): Promise<void> {
  await tx.sql(
    `DELETE FROM billing.item_hold
     WHERE invoice_id = $1 AND ($2::text[] IS NULL OR item_id = ANY ($2))`,
    [invoiceId, itemIds],
  );
}

/** The invoice that holds an item, or undefined; meanwhile nobody can take it, until the transaction ends. */
export async function holderOf(
  tx: WriteSession,
  itemId: string,
  clientId: string,
): Promise<string | undefined> {
  const [held] = await holdItems(tx, NOBODY, clientId, [itemId]);
  if (held) return undefined;
  const [row] = await tx.sql<{ invoice_id: string }>(
    'SELECT invoice_id FROM billing.item_hold WHERE item_id = $1',
    [itemId],
  );
  return row?.invoice_id || undefined;
}

/** Ends what `holderOf` began. */
export function unlock(tx: WriteSession, itemId: string): Promise<void> {
  return releaseItems(tx, NOBODY, [itemId]);
}
