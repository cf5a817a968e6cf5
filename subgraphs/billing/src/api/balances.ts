import type { Money } from '@nexus/kit/domain';
import type { GraphContext } from '@nexus/kit/graph';
import { sellersToday } from './today.js';

/** What a client owes, by currency. */
export interface Owed {
  readonly outstanding: readonly Money[];
  readonly overdue: readonly Money[];
}

const NOTHING: Owed = { outstanding: [], overdue: [] };

interface OwedRow {
  client_id: string;
  currency: string;
  outstanding: number;
  overdue: number;
}

/** Open amounts of a client; one statement for all clients of an operation. */
export async function owedBy(ctx: GraphContext, clientId: string): Promise<Owed> {
  const found = await ctx.read.load('billing.owed', clientId, async (ids) => {
    const rows = await ctx.read.sql<OwedRow>(
      `SELECT client_id, currency, sum(remaining_minor)::bigint AS outstanding,
         coalesce(sum(remaining_minor) FILTER (WHERE due_date < $2), 0)::bigint AS overdue
       FROM billing.invoice WHERE client_id = ANY ($1) AND status IN ('OPEN', 'PARTIALLY_PAID')
       GROUP BY client_id, currency ORDER BY client_id, currency`,
      [ids, await sellersToday(ctx)],
    );
    const owed = new Map<string, { outstanding: Money[]; overdue: Money[] }>();
    for (const { client_id, currency, outstanding, overdue } of rows) {
      const entry = owed.get(client_id) ?? { outstanding: [], overdue: [] };
      entry.outstanding.push({ minor: outstanding, currency });
      entry.overdue.push({ minor: overdue, currency });
      owed.set(client_id, entry);
    }
    return owed;
  });
  return found ?? NOTHING;
}

/** The amount in one currency out of several. */
export function inCurrency(amounts: readonly Money[], currency: string): Money {
  return amounts.find((amount) => amount.currency === currency) ?? { minor: 0, currency };
}

/** What the seller owes a client after credit notes and overpayments: the client's side of account 2300. */
export async function creditOf(
  ctx: GraphContext,
  clientId: string,
  currency: string,
): Promise<Money> {
  const found = await ctx.read.load(`billing.credit.${currency}`, clientId, async (ids) => {
    const rows = await ctx.read.sql<{ client_id: string; minor: number }>(
      `SELECT client_id, sum(credit_minor - debit_minor)::bigint AS minor FROM billing.journal_line
       WHERE client_id = ANY ($1) AND account = '2300' AND currency = $2 GROUP BY client_id`,
      [ids, currency],
    );
    return new Map(rows.map((row) => [row.client_id, row.minor]));
  });
  return { minor: found ?? 0, currency };
}
