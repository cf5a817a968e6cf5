import {
  exponentOf,
  isCurrency,
  type Money,
  parseDecimal,
  type Violation,
  violation,
} from '@nexus/kit/domain';
import type { BillableSource } from '../../events.js';
import { cardDataFindings } from './card-data.js';
import { lineNet } from './invoice-totals.js';
import type { TaxHint } from './tax-rates.js';

export type LineUnit = 'HOUR' | 'DAY' | 'UNIT';

/** What a line takes from one billable item. */
export interface LineSource extends BillableSource {
  readonly itemId: string;
  readonly quantity: string;
}

/** A position of an invoice. Every amount on it can be followed back through `sources`. */
export interface InvoiceLine {
  readonly id: string;
  readonly description: string;
  /** Exact decimal text, above 0, up to 6 decimals. */
  readonly quantity: string;
  readonly unit: LineUnit;
  /** Exact decimal text in major units; up to 6 more decimals than the currency has. */
  readonly unitPrice: string;
  readonly discount: Money | null;
  readonly taxHint: TaxHint;
  readonly net: Money;
  readonly projectId: string | null;
  readonly servicePeriod: { readonly from: string; readonly to: string } | null;
  readonly sources: readonly LineSource[];
}

/** What people may say of a line; everything else follows. */
export type LineContent = Pick<
  InvoiceLine,
  'description' | 'quantity' | 'unit' | 'unitPrice' | 'discount' | 'taxHint'
>;

/** A draft of a line: its content and where it comes from, without the computed net. */
export type LineDraft = Omit<InvoiceLine, 'net'>;

export const MAX_LINES = 500;
const MAX_DESCRIPTION = 1_000;
/** Far above any real price; keeps every sum of 500 lines a safe integer in each currency. */
const MAX_LINE_AMOUNT = 1_000_000_000;

/** What is wrong with a line; paths start at `at`. */
export function lineFindings(
  line: LineContent,
  currency: string,
  at: readonly string[] = [],
): Violation[] {
  const path = (field: string) => ({ path: [...at, field] });
  const findings = cardDataFindings({ [[...at, 'description'].join('.')]: line.description });
  if (line.description.trim() === '') {
    findings.push(violation('INPUT_REQUIRED', 'A line needs a description.', path('description')));
  }
  if (line.description.length > MAX_DESCRIPTION) {
    findings.push(
      violation('TEXT_TOO_LONG', `At most ${MAX_DESCRIPTION} characters.`, {
        ...path('description'),
        meta: { max: MAX_DESCRIPTION },
      }),
    );
  }
  const quantity = parseDecimal(line.quantity);
  if (!quantity || quantity.amount <= 0n) {
    findings.push(violation('LINE_QUANTITY_INVALID', 'A quantity is above 0.', path('quantity')));
  } else if (quantity.scale > 6n) {
    findings.push(violation('TOO_MANY_DECIMALS', 'At most 6 decimals.', path('quantity')));
  }
  const price = parseDecimal(line.unitPrice);
  if (!price || price.amount < 0n) {
    findings.push(violation('AMOUNT_NOT_POSITIVE', 'A price is 0 or more.', path('unitPrice')));
  } else if (price.scale > BigInt(exponentOf(currency) + 6)) {
    findings.push(
      violation(
        'TOO_MANY_DECIMALS',
        'At most 6 decimals more than the currency.',
        path('unitPrice'),
      ),
    );
  }
  if (Number(line.quantity) * Number(line.unitPrice) > MAX_LINE_AMOUNT) {
    findings.push(violation('INPUT_INVALID', 'The amount is too large.', path('unitPrice')));
  }
  if (findings.length === 0) findings.push(...discountFindings(line, currency, path('discount')));
  return findings;
}

function discountFindings(
  line: LineContent,
  currency: string,
  detail: { path: readonly string[] },
): Violation[] {
  const { discount } = line;
  if (!discount) return [];
  if (discount.currency !== currency || !isCurrency(discount.currency)) {
    return [
      violation('CURRENCY_MISMATCH', `The invoice is in ${currency}.`, {
        ...detail,
        meta: { currency },
      }),
    ];
  }
  if (discount.minor < 0) {
    return [violation('AMOUNT_NOT_POSITIVE', 'A discount is 0 or more.', detail)];
  }
  if (lineNet(line, currency).minor < 0) {
    return [violation('INPUT_INVALID', 'A discount is at most the amount of the line.', detail)];
  }
  return [];
}

/** The line with its net. Throws RangeError for content that `lineFindings` refuses. */
export function priced(line: LineDraft, currency: string): InvoiceLine {
  return { ...line, net: lineNet(line, currency) };
}
