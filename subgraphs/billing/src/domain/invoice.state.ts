import { type Money, minus, plus, zero } from '@nexus/kit/domain';
import type { BillableSource, InvoiceRef } from '../../events.js';
import type { InvoiceEvent, InvoiceTexts } from './invoice.events.js';
import type { InvoiceLine } from './invoice-line.js';
import { type InvoiceTotals, invoiceTotals, totalsOf } from './invoice-totals.js';
import type { Buyer, Seller } from './parties.js';
import type { TaxTreatment } from './tax-decision.js';

/** The states that people see. */
export type InvoiceStatus = 'DRAFT' | 'OPEN' | 'PARTIALLY_PAID' | 'PAID' | 'VOID' | 'UNCOLLECTIBLE';

/** What an invoice says, in every state. */
interface Content extends InvoiceRef, InvoiceTexts {
  readonly accountId: string;
  readonly currency: string;
  readonly terms: number;
  readonly lines: readonly InvoiceLine[];
  readonly tax: TaxTreatment;
}

export interface DraftInvoice extends Content {
  readonly status: 'DRAFT';
}

export interface IssuedInvoice extends Content {
  readonly status: 'OPEN' | 'PARTIALLY_PAID' | 'PAID' | 'UNCOLLECTIBLE';
  readonly number: string;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly seller: Seller;
  readonly buyer: Buyer;
  readonly totals: InvoiceTotals;
  readonly paid: Money;
  /** Taken off the open amount by credit notes (what was credited beyond it is the client's credit). */
  readonly settledByCredit: Money;
  /** Everything credited so far, by category and rate, and by line. */
  readonly credited: InvoiceTotals;
  readonly creditedByLine: Readonly<Record<string, number>>;
  readonly remaining: Money;
  /** The one payment that is on its way. */
  readonly pendingPayment: string | null;
  /** Sent or seen: it cannot be voided any more. */
  readonly reachedClient: boolean;
  /** Seen by somebody of the client's. */
  readonly viewed: boolean;
  readonly overdueReported: boolean;
}

export type InvoiceState =
  | { readonly status: 'NONE' | 'DELETED' | 'VOID' }
  | DraftInvoice
  | IssuedInvoice;

export const NO_INVOICE: InvoiceState = { status: 'NONE' };

/** Narrows to an invoice with a number that is still in force. */
export function isIssued(state: InvoiceState): state is IssuedInvoice {
  return 'number' in state;
}

/** The id and whose it is, as every event carries it. */
export function refOf({ invoiceId, clientId, projectId }: InvoiceRef): InvoiceRef {
  return { invoiceId, clientId, projectId };
}

/** The sources behind lines, without the lines' own data. */
export function sourcesOf(lines: readonly InvoiceLine[]): BillableSource[] {
  return lines.flatMap((line) => line.sources.map(({ kind, id }) => ({ kind, id })));
}

/** Folds one event into the invoice. Events of another state than the present one change nothing. */
export function evolveInvoice(state: InvoiceState, event: InvoiceEvent): InvoiceState {
  if (event.type === 'InvoiceDrafted') return { status: 'DRAFT', ...event.data };
  if (state.status === 'DRAFT') return evolveDraft(state, event);
  return isIssued(state) ? evolveIssued(state, event) : state;
}

function evolveDraft(draft: DraftInvoice, event: InvoiceEvent): InvoiceState {
  switch (event.type) {
    case 'InvoiceLineAdded':
      return { ...draft, lines: [...draft.lines, event.data.line] };
    case 'InvoiceLineChanged': {
      const { line } = event.data;
      return { ...draft, lines: draft.lines.map((old) => (old.id === line.id ? line : old)) };
    }
    case 'InvoiceLineRemoved':
      return { ...draft, lines: draft.lines.filter((line) => line.id !== event.data.lineId) };
    case 'InvoiceDetailsChanged': {
      const { terms, notes, poNumber } = event.data;
      return { ...draft, terms, notes, poNumber };
    }
    case 'InvoiceTaxRedecided':
      return { ...draft, tax: event.data.tax };
    case 'InvoiceDraftDeleted':
      return { status: 'DELETED' };
    case 'InvoiceFinalized': {
      const { number, issueDate, dueDate, seller, buyer } = event.data;
      const totals = invoiceTotals(draft.lines, draft.tax, draft.currency);
      const none = zero(draft.currency);
      return {
        ...draft,
        ...{ number, issueDate, dueDate, seller, buyer, totals },
        status: totals.total.minor === 0 ? 'PAID' : 'OPEN',
        paid: none,
        settledByCredit: none,
        credited: totalsOf([], draft.currency),
        creditedByLine: {},
        remaining: totals.total,
        pendingPayment: null,
        reachedClient: false,
        viewed: false,
        overdueReported: false,
      };
    }
    default:
      return draft;
  }
}

function evolveIssued(invoice: IssuedInvoice, event: InvoiceEvent): InvoiceState {
  switch (event.type) {
    case 'InvoiceSent':
      return { ...invoice, reachedClient: true };
    case 'InvoiceViewed':
      return { ...invoice, reachedClient: true, viewed: true };
    case 'InvoicePaymentStarted':
      return { ...invoice, pendingPayment: event.data.paymentId };
    case 'InvoicePaymentEnded':
      return { ...invoice, pendingPayment: null };
    case 'InvoicePaymentApplied': {
      const { amount, remaining, paymentId } = event.data;
      const pendingPayment = invoice.pendingPayment === paymentId ? null : invoice.pendingPayment;
      const status = remaining.minor === 0 ? 'PAID' : openStatus(invoice);
      return { ...invoice, status, paid: plus(invoice.paid, amount), remaining, pendingPayment };
    }
    case 'CreditNoteIssued': {
      const { settles, lines } = event.data;
      const remaining = minus(invoice.remaining, settles);
      const creditedByLine = { ...invoice.creditedByLine };
      for (const { lineId, net } of lines) {
        creditedByLine[lineId] = (creditedByLine[lineId] ?? 0) + net.minor;
      }
      return {
        ...invoice,
        status: remaining.minor === 0 ? 'PAID' : invoice.status,
        remaining,
        settledByCredit: plus(invoice.settledByCredit, settles),
        credited: mergeCredits(invoice, event.data),
        creditedByLine,
      };
    }
    case 'InvoiceOverdue':
      return { ...invoice, overdueReported: true };
    case 'InvoiceVoided':
      return { status: 'VOID' };
    case 'InvoiceWrittenOff':
      return { ...invoice, status: 'UNCOLLECTIBLE' };
    default:
      return invoice;
  }
}

/** A late payment of a part leaves a written-off invoice written off. */
function openStatus({ status }: IssuedInvoice): IssuedInvoice['status'] {
  return status === 'UNCOLLECTIBLE' ? status : 'PARTIALLY_PAID';
}

function mergeCredits(
  { credited, currency }: IssuedInvoice,
  note: Pick<InvoiceTotals, 'net'> & { readonly taxBreakdown: InvoiceTotals['breakdown'] },
): InvoiceTotals {
  const merged = new Map(credited.breakdown.map((part) => [`${part.category} ${part.rate}`, part]));
  for (const part of note.taxBreakdown) {
    const key = `${part.category} ${part.rate}`;
    const before = merged.get(key);
    merged.set(
      key,
      before ? { ...part, net: plus(before.net, part.net), tax: plus(before.tax, part.tax) } : part,
    );
  }
  return totalsOf([...merged.values()], currency);
}
