import { reaction } from '@nexus/kit/consumers';
import type { WriteSession } from '@nexus/kit/events';
import { invoice } from '../domain/invoice.aggregate.js';
import { partiesOf } from '../guards/parties.js';
import type { BillingLog } from '../read/billing-log.js';
import { BILLING_TAXES } from '../read/consumer-names.js';

/** Decides the tax of drafts anew: of one account, or of all. */
async function retax(tx: WriteSession, accountId: string | null): Promise<void> {
  const drafts = await tx.sql<{ id: string; account_id: string }>(
    `SELECT id, account_id FROM billing.invoice
     WHERE status = 'DRAFT' AND ($1::text IS NULL OR account_id = $1) ORDER BY id`,
    [accountId],
  );
  for (const { id, account_id } of drafts) {
    const { tax } = await partiesOf(tx, account_id);
    await tx.run(invoice, id, { type: 'retax', tax });
  }
}

/** A draft shows the gross that finalize keeps, also after an address, a tax id or a registration changed. */
export const retaxDrafts = reaction<BillingLog>()({
  name: BILLING_TAXES,
  on: {
    'billing.BillingAccountChanged': ({ data }, tx) => retax(tx, data.accountId),
    'billing.BillerConfigured': (_, tx) => retax(tx, null),
  },
});
