import type { GraphContext } from '@nexus/kit/graph';
import { type EntityClass, entityMap, hydrate } from '@nexus/kit/read';

/** What hangs off an invoice, ordered by a column; one statement for a whole page. */
export async function childrenOf<Child extends { readonly invoiceId: string }>(
  ctx: GraphContext,
  entity: EntityClass<Child>,
  invoiceId: string,
  order: 'created_at' | 'number',
): Promise<Child[]> {
  const found = await ctx.read.load(entity.name, invoiceId, async (ids) => {
    const { select, table } = entityMap(entity);
    const rows = await ctx.read.sql(
      `SELECT ${select} FROM ${table} t WHERE t.invoice_id = ANY ($1) ORDER BY t.${order}, t.id`,
      [ids],
    );
    const groups = new Map<string, Child[]>();
    for (const row of rows) {
      const child = hydrate(entity, row);
      groups.set(child.invoiceId, [...(groups.get(child.invoiceId) ?? []), child]);
    }
    return groups;
  });
  return found ?? [];
}
