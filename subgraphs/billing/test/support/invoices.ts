import { encodeId } from '@nexus/kit/domain';
import type { InvoiceEvent } from '../../src/domain/invoice.events.js';
import type { LineDraft } from '../../src/domain/invoice-line.js';
import { priced } from '../../src/domain/invoice-line.js';
import { invoiceTotals, netByProject } from '../../src/domain/invoice-totals.js';
import { decideTax, type TaxSeller } from '../../src/domain/tax-decision.js';

const uuid = (n: number) => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const CLIENT = encodeId('Client', uuid(1));
export const PROJECT = encodeId('Project', uuid(2));
export const INVOICE = encodeId('Invoice', uuid(3));
export const ACCOUNT = encodeId('BillingAccount', uuid(1));
export const lineId = (n: number) => encodeId('InvoiceLine', uuid(100 + n));
export const entryId = (n: number) => encodeId('TimeEntry', uuid(200 + n));
export const itemId = (n: number) => encodeId('BillableItem', uuid(200 + n));
export const paymentId = (n: number) => encodeId('Payment', uuid(300 + n));
export const creditNoteId = (n: number) => encodeId('CreditNote', uuid(400 + n));

export const REF = { invoiceId: INVOICE, clientId: CLIENT, projectId: PROJECT };

export const GERMAN_SELLER: TaxSeller = {
  country: 'DE',
  region: null,
  registrations: ['DE'],
  oneStopShop: false,
  rates: [],
};
export const HOME_TAX = decideTax(
  GERMAN_SELLER,
  { address: { country: 'DE', region: null }, vatId: null, vatIdStatus: 'UNCHECKED' },
  '2026-11-16',
);
export const SELLER = {
  legalName: 'Nordlicht GmbH',
  address: null,
  country: 'DE',
  vatId: 'DE123456789',
  bank: null,
};
export const BUYER = { legalName: 'Acme AG', address: null, vatId: null };

/** A line of time: `hours` at `price`, from the entries with these numbers (one hour each). */
export function timeLine(
  n: number,
  hours: string,
  price: string,
  entries: number[] = [],
): LineDraft {
  return {
    id: lineId(n),
    description: `Work ${n}`,
    quantity: hours,
    unit: 'HOUR',
    unitPrice: price,
    discount: null,
    taxHint: 'STANDARD',
    projectId: PROJECT,
    servicePeriod: null,
    sources: entries.map((e) => ({
      kind: 'TIME' as const,
      id: entryId(e),
      itemId: itemId(e),
      quantity: '1',
    })),
  };
}

/** What has happened when a draft with these lines exists. */
export function drafted(...lines: LineDraft[]): InvoiceEvent {
  return {
    type: 'InvoiceDrafted',
    data: {
      ...REF,
      accountId: ACCOUNT,
      currency: 'EUR',
      terms: 30,
      notes: null,
      poNumber: null,
      tax: HOME_TAX,
      lines: lines.map((line) => priced(line, 'EUR')),
    },
  };
}

/** What has happened when an invoice with these lines was finalized on 2026-11-16. */
export function finalized(...drafts: LineDraft[]): InvoiceEvent[] {
  const lines = drafts.map((line) => priced(line, 'EUR'));
  const { breakdown, ...totals } = invoiceTotals(lines, HOME_TAX, 'EUR');
  return [
    drafted(...drafts),
    {
      type: 'InvoiceFinalized',
      data: {
        ...REF,
        ...totals,
        taxBreakdown: breakdown,
        byProject: netByProject(lines),
        number: 'INV-2026-000001',
        issueDate: '2026-11-16',
        dueDate: '2026-12-16',
        seller: SELLER,
        buyer: BUYER,
      },
    },
  ];
}

export const euro = (minor: number) => ({ minor, currency: 'EUR' });
