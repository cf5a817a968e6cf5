import { type Money, type Violation, violation } from '@nexus/kit/domain';
import { cardDataFindings } from './card-data.js';
import { type CreditRequest, creditOf } from './credit.js';
import type { DraftInvoice, InvoiceState, IssuedInvoice } from './invoice.state.js';
import { isIssued } from './invoice.state.js';
import type { TaxTreatment } from './tax-decision.js';

const MAX_NOTES = 4_000;
const MAX_SHORT = 200;
const MAX_TERMS = 365;

/** A text that people write: length and card numbers. */
export function textFindings(path: string, text: string | null | undefined, max: number) {
  const findings = cardDataFindings({ [path]: text });
  if (text && text.length > max) {
    findings.push(
      violation('TEXT_TOO_LONG', `At most ${max} characters.`, { path: [path], meta: { max } }),
    );
  }
  return findings;
}

/** Details that a draft may take. */
export function detailFindings(details: {
  terms?: number;
  notes?: string | null;
  poNumber?: string | null;
}): Violation[] {
  const { terms, notes, poNumber } = details;
  const findings = [
    ...textFindings('notes', notes, MAX_NOTES),
    ...textFindings('poNumber', poNumber, MAX_SHORT),
  ];
  if (terms !== undefined && !(Number.isInteger(terms) && terms >= 0 && terms <= MAX_TERMS)) {
    const message = `Payment terms are 0 to ${MAX_TERMS} days.`;
    findings.push(violation('INPUT_INVALID', message, { path: ['terms'] }));
  }
  return findings;
}

/** A reason is needed wherever money already promised is taken back. */
export function reasonFindings(reason: string): Violation[] {
  if (reason.trim() === '') {
    return [violation('CREDIT_REASON_REQUIRED', 'Say why.', { path: ['reason'] })];
  }
  return textFindings('reason', reason, 1_000);
}

/** Why this is no draft, or undefined where it is. */
export function notEditable(state: InvoiceState): Violation | undefined {
  if (state.status === 'DRAFT') return undefined;
  if (state.status === 'NONE' || state.status === 'DELETED') {
    return violation('NOT_FOUND', 'There is no such invoice.', { path: ['id'] });
  }
  const message = 'Only a draft can be changed; a finalized invoice takes a credit note.';
  return violation('INVOICE_NOT_EDITABLE', message, { path: ['id'] });
}

/** Why the invoice is in none of the states, or undefined where it is. */
export function notIn(
  state: InvoiceState,
  allowed: readonly IssuedInvoice['status'][],
): Violation | undefined {
  if (state.status === 'NONE' || state.status === 'DELETED') {
    return violation('NOT_FOUND', 'There is no such invoice.', { path: ['id'] });
  }
  if (isIssued(state) && allowed.includes(state.status)) return undefined;
  return violation('INVOICE_NOT_OPEN', `The invoice is ${state.status}.`, { path: ['id'] });
}

/** What stands against finalizing. Asked before the number is taken, and again when it is given. */
export function finalizeFindings(state: InvoiceState, tax: TaxTreatment): Violation[] {
  const closed = notEditable(state);
  if (closed) return [closed];
  const draft = state as DraftInvoice;
  if (draft.lines.length === 0) {
    return [violation('INVOICE_EMPTY', 'An invoice needs a line.', { path: ['id'] })];
  }
  const unknown = draft.lines.find((line) => !tax.byHint[line.taxHint]);
  if (!unknown) return [];
  const where = tax.jurisdiction ?? 'the address without its state';
  const message = `No ${unknown.taxHint} tax rate is known for ${where}.`;
  return [violation('TAX_RULE_MISSING', message, { path: ['id'], meta: { lineId: unknown.id } })];
}

/** What stands against a payment of `amount` (null: all that is left). */
export function paymentFindings(state: InvoiceState, amount: Money | null): Violation[] {
  const closed = notIn(state, ['OPEN', 'PARTIALLY_PAID', 'UNCOLLECTIBLE']);
  if (closed || !isIssued(state)) return closed ? [closed] : [];
  if (!amount) return [];
  if (amount.currency !== state.currency) {
    const detail = { path: ['amount', 'currency'], meta: { currency: state.currency } };
    return [violation('CURRENCY_MISMATCH', `The invoice is in ${state.currency}.`, detail)];
  }
  const path = ['amount', 'amount'];
  if (amount.minor <= 0) return [violation('AMOUNT_NOT_POSITIVE', 'Pay more than 0.', { path })];
  if (amount.minor <= state.remaining.minor) return [];
  return [violation('PAYMENT_EXCEEDS_REMAINING', 'That is more than what is left.', { path })];
}

/** What stands against a credit note. Asked before the number is taken, and again when it is given. */
export function creditFindings(
  state: InvoiceState,
  request: CreditRequest,
  reason: string,
): readonly Violation[] {
  const closed = notIn(state, ['OPEN', 'PARTIALLY_PAID', 'PAID']);
  if (closed || !isIssued(state)) return closed ? [closed] : [];
  const found = creditOf(state, request);
  return [...reasonFindings(reason), ...('findings' in found ? found.findings : [])];
}

/** What stands against voiding: only an invoice that nobody outside has seen and no money touches. */
export function voidFindings(state: InvoiceState, reason: string): Violation[] {
  const closed = notIn(state, ['OPEN', 'PARTIALLY_PAID', 'PAID']);
  if (closed || !isIssued(state)) return closed ? [closed] : [];
  const findings = reasonFindings(reason);
  const path = ['id'];
  if (state.paid.minor > 0 || state.pendingPayment || state.credited.total.minor > 0) {
    const message = 'Money or a credit note touches it; issue a credit note for the rest.';
    findings.push(violation('INVOICE_HAS_PAYMENTS', message, { path }));
  }
  if (state.reachedClient) {
    const message = 'The client has it already; issue a full credit note.';
    findings.push(violation('INVOICE_ALREADY_SENT', message, { path }));
  }
  return findings;
}
