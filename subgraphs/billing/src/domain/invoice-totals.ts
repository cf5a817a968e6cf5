import { extend, type Money, minus, plus, sum, times, zero } from '@nexus/kit/domain';
import type { ProjectShare, TaxLine } from '../../events.js';
import { percentFactor } from './decimal-text.js';
import type { InvoiceLine } from './invoice-line.js';
import type { AppliedTax, TaxTreatment } from './tax-decision.js';

export interface InvoiceTotals {
  readonly net: Money;
  readonly tax: Money;
  readonly total: Money;
  readonly breakdown: readonly TaxLine[];
}

/** Net of a line: half-up(quantity × unit price) − discount, in minor units. */
export function lineNet(
  line: Pick<InvoiceLine, 'quantity' | 'unitPrice' | 'discount'>,
  currency: string,
): Money {
  const gross = extend(line.quantity, line.unitPrice, currency);
  return line.discount ? minus(gross, line.discount) : gross;
}

/** A line whose rate is unknown counts without tax until a rate is known; finalize refuses it. */
const UNKNOWN: AppliedTax = { category: 'O', percent: '0' };

export function taxOfLine(line: Pick<InvoiceLine, 'taxHint'>, tax: TaxTreatment): AppliedTax {
  return tax.byHint[line.taxHint] ?? UNKNOWN;
}

/**
 * Totals after EN 16931: tax is rounded once per category and rate over the sum of its nets, never by line.
 * The same function serves a draft and its finalize, so the gross that was shown is the gross that is owed.
 */
export function invoiceTotals(
  lines: readonly Pick<InvoiceLine, 'taxHint' | 'net'>[],
  tax: TaxTreatment,
  currency: string,
): InvoiceTotals {
  const groups = new Map<string, { applied: AppliedTax; net: Money }>();
  for (const line of lines) {
    const applied = taxOfLine(line, tax);
    const key = `${applied.category} ${applied.percent}`;
    const before = groups.get(key)?.net ?? zero(currency);
    groups.set(key, { applied, net: plus(before, line.net) });
  }
  const breakdown = [...groups.values()].map(({ applied, net }) => ({
    category: applied.category,
    rate: applied.percent,
    net,
    tax: times(net, percentFactor(applied.percent)),
  }));
  return totalsOf(breakdown, currency);
}

/** Totals of a breakdown whose amounts are already rounded. */
export function totalsOf(breakdown: readonly TaxLine[], currency: string): InvoiceTotals {
  const net = sum(
    breakdown.map((part) => part.net),
    currency,
  );
  const tax = sum(
    breakdown.map((part) => part.tax),
    currency,
  );
  return { net, tax, total: plus(net, tax), breakdown };
}

/** Net amounts by project, for those who follow revenue. */
export function netByProject(
  lines: readonly Pick<InvoiceLine, 'projectId' | 'net'>[],
): ProjectShare[] {
  const shares = new Map<string, Money>();
  for (const { projectId, net } of lines) {
    if (projectId) shares.set(projectId, plus(shares.get(projectId) ?? zero(net.currency), net));
  }
  return Array.from(shares, ([projectId, net]) => ({ projectId, net }));
}
