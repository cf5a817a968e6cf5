import { enumeration } from '@nexus/kit/graph';
import type { GROUPINGS } from '../domain/draft-lines.js';
import type { TAX_HINTS } from '../domain/tax-rates.js';

export const InvoiceStatus = enumeration('InvoiceStatus', 'Where an invoice is in its life.', {
  DRAFT: 'It has no number yet and can be edited.',
  OPEN: 'It is finalized, and nothing is paid.',
  PARTIALLY_PAID: 'A part is paid.',
  PAID: 'Nothing is left to pay.',
  VOID: 'It was taken back before anybody outside had it.',
  UNCOLLECTIBLE: 'It was written off.',
});
export type InvoiceStatusName = keyof typeof InvoiceStatus;

export const PaymentStatus = enumeration('PaymentStatus', 'Where a payment is in its life.', {
  PENDING: 'The gateway has not answered yet.',
  REQUIRES_ACTION: 'The payer must confirm it at `actionUrl`.',
  SUCCEEDED: 'The money came.',
  FAILED: 'It was declined.',
  CANCELLED: 'It was given up.',
});
export type PaymentStatusName = keyof typeof PaymentStatus;

export const PaymentKind = enumeration('PaymentKind', 'The way by which money comes.', {
  GATEWAY: 'Through the payment gateway.',
  BANK_TRANSFER: 'By bank transfer.',
  CHEQUE: 'By cheque.',
  CASH: 'In cash.',
  OTHER: 'In another way.',
});
export type PaymentKindName = keyof typeof PaymentKind;

export const BillableStatus = enumeration(
  'BillableItemStatus',
  'What has become of a billable item.',
  {
    PENDING: 'It waits for an invoice.',
    RESERVED: 'It is on a draft.',
    INVOICED: 'It is on a finalized invoice.',
    WITHDRAWN: 'Its approval was taken back.',
  },
);
export type BillableStatusName = keyof typeof BillableStatus;

export const BillableKindEnum = enumeration('BillableKind', 'What a billable item comes from.', {
  TIME: 'Approved time.',
  MILESTONE: 'A milestone that was reached.',
});

export const LineUnitEnum = enumeration('InvoiceUnit', 'What the quantity of a line counts.', {
  HOUR: 'Hours.',
  DAY: 'Days.',
  UNIT: 'Pieces.',
});

export const TaxHintEnum = enumeration('TaxHint', 'Which of a country’s rates a line takes.', {
  STANDARD: 'The standard rate.',
  REDUCED: 'The reduced rate.',
  SUPER_REDUCED: 'The second reduced rate.',
  ZERO: 'The zero rate.',
} satisfies Record<(typeof TAX_HINTS)[number], string>);

export const TaxCategoryEnum = enumeration('TaxCategory', 'The tax category after EN 16931.', {
  S: 'Taxed at a rate.',
  Z: 'Zero rated.',
  E: 'Exempt.',
  AE: 'Reverse charge: the buyer accounts for the tax.',
  O: 'Outside the scope of the tax.',
});

export const TaxIdStatusEnum = enumeration('TaxIdStatus', 'Whether a tax id was looked up.', {
  VALID: 'The register knows it.',
  INVALID: 'The register does not know it.',
  UNCHECKED: 'Nobody has looked.',
});

export const InvoiceGrouping = enumeration('InvoiceGrouping', 'How items become lines.', {
  PROJECT: 'One line per project and price.',
  PERSON: 'One line per person and price; names are not printed.',
  TASK: 'One line per task and price.',
  ENTRY: 'One line per time entry.',
} satisfies Record<(typeof GROUPINGS)[number], string>);

export const JournalCause = enumeration('JournalCause', 'What a journal entry records.', {
  INVOICE_FINALIZED: 'An invoice was finalized.',
  INVOICE_VOIDED: 'An invoice was voided: its entry is reversed.',
  CREDIT_NOTE_ISSUED: 'A credit note was issued.',
  PAYMENT_RECEIVED: 'Money came.',
  INVOICE_WRITTEN_OFF: 'An invoice was written off.',
});
export type JournalCauseName = keyof typeof JournalCause;
