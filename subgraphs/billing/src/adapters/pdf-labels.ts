import type { TaxReason } from '../domain/tax-decision.js';

/** The words on a document in one language. */
export interface DocumentLabels {
  readonly invoice: string;
  readonly creditNote: string;
  readonly number: string;
  readonly issued: string;
  readonly due: string;
  readonly forInvoice: string;
  readonly poNumber: string;
  readonly vatId: string;
  readonly description: string;
  readonly quantity: string;
  readonly price: string;
  readonly net: string;
  readonly discount: string;
  readonly sum: string;
  readonly tax: string;
  readonly total: string;
  readonly payTo: string;
  readonly reason: string;
  /** Wording that the law asks for. */
  readonly wording: Partial<Record<TaxReason, string>>;
}

const en: DocumentLabels = {
  invoice: 'Invoice',
  creditNote: 'Credit note',
  number: 'Number',
  issued: 'Issued',
  due: 'Due',
  forInvoice: 'For invoice',
  poNumber: 'Your order',
  vatId: 'Tax id',
  description: 'Description',
  quantity: 'Quantity',
  price: 'Price',
  net: 'Net',
  discount: 'Discount',
  sum: 'Sum',
  tax: 'Tax',
  total: 'Total',
  payTo: 'Please pay to',
  reason: 'Reason',
  wording: {
    REVERSE_CHARGE: 'Reverse charge: the tax is owed by the recipient.',
    OUT_OF_SCOPE: 'Not subject to tax in the country of the seller.',
    NOT_REGISTERED: 'The seller is not registered for tax.',
  },
};

const de: DocumentLabels = {
  invoice: 'Rechnung',
  creditNote: 'Rechnungskorrektur',
  number: 'Nummer',
  issued: 'Datum',
  due: 'Zahlbar bis',
  forInvoice: 'Zur Rechnung',
  poNumber: 'Ihre Bestellung',
  vatId: 'USt-IdNr.',
  description: 'Beschreibung',
  quantity: 'Menge',
  price: 'Preis',
  net: 'Netto',
  discount: 'Rabatt',
  sum: 'Summe',
  tax: 'USt.',
  total: 'Gesamt',
  payTo: 'Bitte zahlen an',
  reason: 'Grund',
  wording: {
    REVERSE_CHARGE: 'Steuerschuldnerschaft des Leistungsempfängers.',
    OUT_OF_SCOPE: 'Im Land des Leistungserbringers nicht steuerbar.',
    NOT_REGISTERED: 'Der Leistungserbringer ist nicht steuerlich registriert.',
  },
};

/** Labels of a BCP 47 language; English where there are none. */
export function labelsFor(locale: string): DocumentLabels {
  return locale.toLowerCase().startsWith('de') ? de : en;
}
