import type { BillableItemEvent } from '../domain/billable-item.aggregate.js';
import type { BillerEvent } from '../domain/biller.aggregate.js';
import type { BillingAccountEvent } from '../domain/billing-account.aggregate.js';
import type { InvoiceEvent } from '../domain/invoice.events.js';
import type { JournalEvent } from '../domain/journal-entry.aggregate.js';
import type { PaymentEvent } from '../domain/payment.aggregate.js';

type InLog<Event extends { type: string; data: object }> = {
  [E in Event as `billing.${E['type']}`]: E['data'];
};

/** All events of this domain by the name they have in the log, for its own read models. */
export type BillingLog = InLog<
  BillerEvent | BillingAccountEvent | BillableItemEvent | InvoiceEvent | PaymentEvent | JournalEvent
>;
