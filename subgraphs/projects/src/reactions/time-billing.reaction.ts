import type { BillingEvents } from '@nexus/billing/events';
import { reaction } from '@nexus/kit/consumers';
import { isoWeekOf } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import { timesheet, timesheetKey } from '../domain/timesheet.aggregate.js';
import { TimeEntry } from '../read/time-entry.entity.js';

type Items = BillingEvents['billing.BillableItemsReserved'];

const follow =
  (type: 'reserve' | 'invoice' | 'release') =>
  async ({ data }: { readonly data: Items }, tx: WriteSession): Promise<void> => {
    const ids = data.sources.filter(({ kind }) => kind === 'TIME').map(({ id }) => id);
    if (ids.length === 0) return;
    const { invoiceId } = data;
    const rows = (await tx.rows(TimeEntry, ids)).filter(({ running }) => !running);
    const sheets = Map.groupBy(rows, (row) => timesheetKey(row.userId, isoWeekOf(row.date)));
    for (const key of [...sheets.keys()].sort()) {
      const entryIds = (sheets.get(key) ?? []).map(({ id }) => id);
      await tx.run(timesheet, key, { type, entryIds, invoiceId });
    }
  };

/** Time follows its invoice: reserved by a draft, invoiced when that is final, released when it is undone. */
export const timeBillingReaction = reaction<BillingEvents>()({
  name: 'projects.time_billing',
  on: {
    'billing.BillableItemsReserved': follow('reserve'),
    'billing.BillableItemsInvoiced': follow('invoice'),
    'billing.BillableItemsReleased': follow('release'),
  },
});
