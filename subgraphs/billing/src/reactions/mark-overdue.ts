import { localDate } from '@nexus/kit/domain';
import type { JobDefinition } from '@nexus/kit/graph';
import { BILLER_ID, biller } from '../domain/biller.aggregate.js';
import { invoice } from '../domain/invoice.aggregate.js';
import { zoneOf } from '../guards/payment-settlement.js';
import { inEachTenant } from './tenants.js';

const HOUR_MS = 3_600_000;
const BATCH = 500;

/** Tells once of each invoice whose last day to pay is over, by the seller's calendar. */
export const markOverdue: JobDefinition = {
  name: 'billing.mark-overdue',
  everyMs: HOUR_MS,
  run: (runtime) =>
    inEachTenant(runtime, 'billing.mark-overdue', async ({ ctx, write }) => {
      const { result } = await write(async (tx) => {
        const { state } = await tx.load(biller, BILLER_ID);
        const today = localDate(ctx.now, zoneOf(state, ctx.timeZone));
        const rows = await tx.sql<{ id: string }>(
          `SELECT id FROM billing.invoice
           WHERE status IN ('OPEN', 'PARTIALLY_PAID') AND due_date < $1 AND NOT overdue_reported
           ORDER BY due_date, id LIMIT $2`,
          [today, BATCH],
        );
        return { today, ids: rows.map(({ id }) => id) };
      });
      for (const id of result.ids) {
        await write((tx) => tx.run(invoice, id, { type: 'reportOverdue', today: result.today }));
      }
    }),
};
