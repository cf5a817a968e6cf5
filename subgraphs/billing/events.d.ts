/**
 * What billing publishes: the payloads of its events, as other domains read them from the log.
 * Types only; the run-time declarations stand in `src/domain/*.events.ts`.
 */
import type { Money } from '@nexus/kit/domain';

export type BillableKind = 'TIME' | 'MILESTONE';

/** Where a billable item comes from: the entity of the other domain that earned it. */
export interface BillableSource {
  readonly kind: BillableKind;
  /** Id of the source: a time entry or a milestone. */
  readonly id: string;
}

/** An invoice, whose it is, and the project it is about; null where it covers several or none. */
export interface InvoiceRef {
  readonly invoiceId: string;
  readonly clientId: string;
  readonly projectId: string | null;
}

interface ItemsOfInvoice extends InvoiceRef {
  readonly sources: readonly BillableSource[];
}
/** A draft took items: nobody else can bill them, and their sources are locked. */
export type BillableItemsReserved = ItemsOfInvoice;
/** The invoice with the items was finalized. */
export type BillableItemsInvoiced = ItemsOfInvoice;
/** The items can be billed again: draft or line deleted, invoice voided or credited in full. */
export type BillableItemsReleased = ItemsOfInvoice;

export interface TaxLine {
  readonly category: 'S' | 'Z' | 'E' | 'AE' | 'O';
  /** Percent as an exact decimal text, "19". */
  readonly rate: string;
  readonly net: Money;
  readonly tax: Money;
}

/** The net amount of an invoice or credit note that falls to one project. */
export interface ProjectShare {
  readonly projectId: string;
  readonly net: Money;
}

export interface InvoiceFinalized extends InvoiceRef {
  readonly number: string;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly net: Money;
  readonly tax: Money;
  readonly total: Money;
  readonly taxBreakdown: readonly TaxLine[];
  /** Net by project; lines without a project are not in it. */
  readonly byProject: readonly ProjectShare[];
}

export interface InvoiceSent extends InvoiceRef {
  readonly number: string;
  readonly channel: 'EMAIL' | 'OTHER';
}

export interface InvoicePaymentApplied extends InvoiceRef {
  readonly paymentId: string;
  readonly amount: Money;
  readonly remaining: Money;
}

export interface InvoicePaid extends InvoiceRef {
  readonly number: string;
  readonly total: Money;
  readonly paidAt: string;
  /** Whether the last payment came on or before the due date. */
  readonly onTime: boolean;
}

export interface InvoiceOverdue extends InvoiceRef {
  readonly number: string;
  readonly days: number;
  readonly remaining: Money;
}

export interface InvoiceVoided extends InvoiceRef {
  readonly number: string;
  readonly reason: string;
  readonly byProject: readonly ProjectShare[];
}

export interface InvoiceWrittenOff extends InvoiceRef {
  readonly number: string;
  readonly amount: Money;
  readonly reason: string;
}

export interface CreditNoteIssued extends InvoiceRef {
  readonly creditNoteId: string;
  readonly number: string;
  readonly issueDate: string;
  readonly net: Money;
  readonly tax: Money;
  readonly total: Money;
  readonly taxBreakdown: readonly TaxLine[];
  readonly byProject: readonly ProjectShare[];
  /** Whether nothing of the invoice is left uncredited. */
  readonly full: boolean;
  readonly reason: string;
}

export interface PaymentSucceeded extends InvoiceRef {
  readonly paymentId: string;
  readonly amount: Money;
  readonly fee: Money;
  readonly gatewayRef: string | null;
}

export interface PaymentFailed extends InvoiceRef {
  readonly paymentId: string;
  readonly amount: Money;
  /** The gateway's code, `card_declined`. */
  readonly code: string;
  /** Whether another try with the same method is pointless. */
  readonly hard: boolean;
}

export interface JournalLine {
  /** Number in the chart of accounts, "1200". */
  readonly account: string;
  /** Exactly one of the two is above zero. */
  readonly debit: Money;
  readonly credit: Money;
}

export interface JournalPosted {
  readonly entryId: string;
  readonly date: string;
  readonly cause:
    | 'INVOICE_FINALIZED'
    | 'INVOICE_VOIDED'
    | 'CREDIT_NOTE_ISSUED'
    | 'PAYMENT_RECEIVED'
    | 'INVOICE_WRITTEN_OFF';
  /** Id of the invoice, credit note or payment behind the entry. */
  readonly causeId: string;
  readonly clientId: string;
  readonly lines: readonly JournalLine[];
}

/** Published event types by the name they have in the log. */
export interface BillingEvents {
  'billing.BillableItemsReserved': BillableItemsReserved;
  'billing.BillableItemsInvoiced': BillableItemsInvoiced;
  'billing.BillableItemsReleased': BillableItemsReleased;
  'billing.InvoiceFinalized': InvoiceFinalized;
  'billing.InvoiceSent': InvoiceSent;
  'billing.InvoicePaymentApplied': InvoicePaymentApplied;
  'billing.InvoicePaid': InvoicePaid;
  'billing.InvoiceOverdue': InvoiceOverdue;
  'billing.InvoiceVoided': InvoiceVoided;
  'billing.InvoiceWrittenOff': InvoiceWrittenOff;
  'billing.CreditNoteIssued': CreditNoteIssued;
  'billing.PaymentSucceeded': PaymentSucceeded;
  'billing.PaymentFailed': PaymentFailed;
  'billing.JournalPosted': JournalPosted;
}
