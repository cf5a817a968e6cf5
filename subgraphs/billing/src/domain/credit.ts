import { type Money, minus, times, type Violation, violation, zero } from '@nexus/kit/domain';
import type { TaxLine } from '../../events.js';
import { percentFactor } from './decimal-text.js';
import type { CreditLine } from './invoice.events.js';
import type { IssuedInvoice } from './invoice.state.js';
import { type InvoiceTotals, taxOfLine, totalsOf } from './invoice-totals.js';

/** What to take back: everything that is left, or amounts of single lines (net). */
export type CreditRequest =
  | { readonly full: true }
  | { readonly full: false; readonly lines: readonly { lineId: string; net: Money }[] };

export interface Credit extends InvoiceTotals {
  readonly lines: readonly CreditLine[];
  /** Whether the invoice is credited to the last cent with this. */
  readonly completes: boolean;
}

/** The net of each line that no credit note has taken yet. */
function openLines(invoice: IssuedInvoice): (CreditLine & { index: number })[] {
  return invoice.lines.map((line, index) => ({
    index,
    lineId: line.id,
    description: line.description,
    net: {
      minor: line.net.minor - (invoice.creditedByLine[line.id] ?? 0),
      currency: invoice.currency,
    },
  }));
}

/** Finds what a credit note would hold, or why it cannot be. */
export function creditOf(
  invoice: IssuedInvoice,
  request: CreditRequest,
): { readonly credit: Credit } | { readonly findings: readonly Violation[] } {
  const open = openLines(invoice);
  if (request.full) {
    const lines = open.filter((line) => line.net.minor > 0);
    if (lines.length === 0) return { findings: [exceeds(['full'])] };
    return { credit: creditFor(invoice, lines) };
  }
  const taken = new Map<string, number>();
  const lines: CreditLine[] = [];
  const findings: Violation[] = [];
  request.lines.forEach(({ lineId, net }, i) => {
    const path = ['lines', String(i)];
    const line = open.find((candidate) => candidate.lineId === lineId);
    if (!line) {
      const detail = { path: [...path, 'lineId'] };
      findings.push(violation('LINE_NOT_FOUND', 'The invoice has no such line.', detail));
      return;
    }
    const already = (taken.get(lineId) ?? 0) + net.minor;
    taken.set(lineId, already);
    if (net.currency !== invoice.currency) {
      const detail = {
        path: [...path, 'net', 'currency'],
        meta: { currency: invoice.currency },
      };
      findings.push(
        violation('CURRENCY_MISMATCH', `The invoice is in ${invoice.currency}.`, detail),
      );
    } else if (net.minor <= 0) {
      const detail = { path: [...path, 'net', 'amount'] };
      findings.push(violation('AMOUNT_NOT_POSITIVE', 'An amount to credit is above 0.', detail));
    } else if (already > line.net.minor) {
      findings.push(exceeds([...path, 'net', 'amount']));
    }
    lines.push({ lineId, description: line.description, net });
  });
  if (request.lines.length === 0) {
    findings.push(violation('INPUT_REQUIRED', 'Name the lines to credit.', { path: ['lines'] }));
  }
  return findings.length > 0 ? { findings } : { credit: creditFor(invoice, lines) };
}

function exceeds(path: readonly string[]): Violation {
  return violation('CREDIT_EXCEEDS_INVOICE', 'More than what is left of the invoice.', { path });
}

/** Tax is rounded by category; the note that takes a category's last net takes its last tax, so nothing is left over. */
function creditFor(invoice: IssuedInvoice, lines: readonly CreditLine[]): Credit {
  const { currency, tax } = invoice;
  const nets = new Map<string, number>();
  for (const credit of lines) {
    const line = invoice.lines.find((candidate) => candidate.id === credit.lineId);
    if (!line) continue;
    const { category, percent } = taxOfLine(line, tax);
    const key = `${category} ${percent}`;
    nets.set(key, (nets.get(key) ?? 0) + credit.net.minor);
  }
  const breakdown = Array.from(nets, ([key, minor]) => taxPart(invoice, key, { minor, currency }));
  const totals = totalsOf(breakdown, currency);
  const left = invoice.totals.total.minor - invoice.credited.total.minor - totals.total.minor;
  return { ...totals, lines, completes: left === 0 };
}

function taxPart(invoice: IssuedInvoice, key: string, net: Money): TaxLine {
  const matches = (part: TaxLine) => `${part.category} ${part.rate}` === key;
  const whole = invoice.totals.breakdown.find(matches);
  if (!whole) return { category: 'O', rate: '0', net, tax: zero(net.currency) };
  const before = invoice.credited.breakdown.find(matches);
  const netLeft = before ? minus(whole.net, before.net) : whole.net;
  const taxLeft = before ? minus(whole.tax, before.tax) : whole.tax;
  const exact = times(net, percentFactor(whole.rate));
  const last = net.minor === netLeft.minor || exact.minor > taxLeft.minor;
  return { category: whole.category, rate: whole.rate, net, tax: last ? taxLeft : exact };
}
