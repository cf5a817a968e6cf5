import { defineEvents, type EventOf, event, type Money } from '@nexus/kit/domain';
import type {
  BillableItemsInvoiced,
  BillableItemsReleased,
  BillableItemsReserved,
  CreditNoteIssued,
  InvoiceFinalized,
  InvoiceOverdue,
  InvoicePaid,
  InvoicePaymentApplied,
  InvoiceRef,
  InvoiceSent,
  InvoiceVoided,
  InvoiceWrittenOff,
} from '../../events.js';
import type { InvoiceLine } from './invoice-line.js';
import type { Buyer, Seller } from './parties.js';
import type { TaxTreatment } from './tax-decision.js';

/** Texts of an invoice that people set while it is a draft. */
export interface InvoiceTexts {
  readonly notes: string | null;
  readonly poNumber: string | null;
}

export interface InvoiceDrafted extends InvoiceRef, InvoiceTexts {
  readonly accountId: string;
  readonly currency: string;
  /** Days between issue and due date. */
  readonly terms: number;
  readonly lines: readonly InvoiceLine[];
  readonly tax: TaxTreatment;
}

interface LineEvent extends InvoiceRef {
  readonly line: InvoiceLine;
}

/** One position of a credit note: an amount taken back from a line. */
export interface CreditLine {
  readonly lineId: string;
  readonly description: string;
  readonly net: Money;
}

/** The public event and what the document, the ledger and the tax report need besides. */
export interface InvoiceFinalizedFully extends InvoiceFinalized {
  readonly seller: Seller;
  readonly buyer: Buyer;
}

export interface CreditNoteIssuedFully extends CreditNoteIssued {
  readonly lines: readonly CreditLine[];
  readonly invoiceNumber: string;
  readonly seller: Seller;
  readonly buyer: Buyer;
  /** What it takes off the open amount; the rest is the client's credit. */
  readonly settles: Money;
}

interface PaymentOnInvoice extends InvoiceRef {
  readonly paymentId: string;
}

export const invoiceEvents = defineEvents('billing', {
  InvoiceDrafted: event<InvoiceDrafted>(),
  InvoiceLineAdded: event<LineEvent>(),
  InvoiceLineChanged: event<LineEvent>(),
  InvoiceLineRemoved: event<InvoiceRef & { readonly lineId: string }>(),
  InvoiceDetailsChanged: event<InvoiceRef & InvoiceTexts & { readonly terms: number }>(),
  InvoiceTaxRedecided: event<InvoiceRef & { readonly tax: TaxTreatment }>(),
  InvoiceDraftDeleted: event<InvoiceRef>(),
  InvoiceFinalized: event<InvoiceFinalizedFully>(),
  InvoiceSent: event<InvoiceSent>(),
  InvoiceViewed: event<InvoiceRef>(),
  InvoicePaymentStarted: event<PaymentOnInvoice>(),
  InvoicePaymentEnded: event<PaymentOnInvoice>(),
  InvoicePaymentApplied: event<InvoicePaymentApplied>(),
  InvoicePaid: event<InvoicePaid>(),
  InvoiceOverdue: event<InvoiceOverdue>(),
  InvoiceVoided: event<InvoiceVoided>(),
  InvoiceWrittenOff: event<InvoiceWrittenOff>(),
  CreditNoteIssued: event<CreditNoteIssuedFully>(),
  BillableItemsReserved: event<BillableItemsReserved>(),
  BillableItemsInvoiced: event<BillableItemsInvoiced>(),
  BillableItemsReleased: event<BillableItemsReleased>(),
});
export type InvoiceEvent = EventOf<typeof invoiceEvents.specs>;
