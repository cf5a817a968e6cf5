import { type Money, minus, money, plus, zero } from '@nexus/kit/domain';
import type { JournalLine } from '../../events.js';
import type { InvoiceLine } from './invoice-line.js';
import type { InvoiceTotals } from './invoice-totals.js';

/** The part of the chart of accounts that receivables need: number → what it is. */
export const ACCOUNTS = {
  '1000': { name: 'Bank', type: 'ASSET' },
  '1010': { name: 'Gateway clearing', type: 'ASSET' },
  '1200': { name: 'Receivables', type: 'ASSET' },
  '2100': { name: 'Tax payable', type: 'LIABILITY' },
  '2300': { name: 'Customer credit', type: 'LIABILITY' },
  '4000': { name: 'Revenue', type: 'INCOME' },
  '4900': { name: 'Discounts granted', type: 'INCOME' },
  '5000': { name: 'Gateway fees', type: 'EXPENSE' },
  '5100': { name: 'Bad debt', type: 'EXPENSE' },
} as const;
export type AccountNumber = keyof typeof ACCOUNTS;

type Totals = Pick<InvoiceTotals, 'net' | 'tax' | 'total'>;

const debit = (account: AccountNumber, amount: Money): JournalLine => ({
  account,
  debit: amount,
  credit: zero(amount.currency),
});
const credit = (account: AccountNumber, amount: Money): JournalLine => ({
  account,
  debit: zero(amount.currency),
  credit: amount,
});

/** Lines of zero say nothing and are left out. */
const moving = (lines: readonly JournalLine[]) =>
  lines.filter((line) => line.debit.minor + line.credit.minor > 0);

/** Finalize: the client owes the gross; revenue is shown before discounts, which stand against it. */
export function finalizeLines(
  { net, tax, total }: Totals,
  lines: readonly Pick<InvoiceLine, 'discount'>[],
): JournalLine[] {
  const granted = lines.reduce((sum, line) => sum + (line.discount?.minor ?? 0), 0);
  const discount = money(granted, net.currency);
  return moving([
    debit('1200', total),
    debit('4900', discount),
    credit('4000', plus(net, discount)),
    credit('2100', tax),
  ]);
}

/** The same entry with its sides exchanged. */
export function reversed(lines: readonly JournalLine[]): JournalLine[] {
  return lines.map((line) => ({ account: line.account, debit: line.credit, credit: line.debit }));
}

/**
 * Money that came: at the gateway or the bank, against the receivable (or, for an invoice written off,
 * against the loss); what exceeds the open amount is the client's credit.
 */
export function paymentLines(
  place: '1000' | '1010',
  { amount, applied, fee }: { amount: Money; applied: Money; fee: Money },
  writtenOff = false,
): JournalLine[] {
  return moving([
    debit(place, amount),
    credit(writtenOff ? '5100' : '1200', applied),
    credit('2300', minus(amount, applied)),
    debit('5000', fee),
    credit(place, fee),
  ]);
}

/** A credit note: revenue and tax go back; the open amount falls, and the rest is the client's credit. */
export function creditNoteLines({ net, tax, total }: Totals, settles: Money): JournalLine[] {
  return moving([
    debit('4000', net),
    debit('2100', tax),
    credit('1200', settles),
    credit('2300', minus(total, settles)),
  ]);
}

/** A receivable that nobody will pay. */
export function writeOffLines(amount: Money): JournalLine[] {
  return moving([debit('5100', amount), credit('1200', amount)]);
}
