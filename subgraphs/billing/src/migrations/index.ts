import type { Migration } from '@nexus/kit/events';
import {
  documentTable,
  itemHoldTable,
  numberSeriesTable,
  outgoingMailTable,
  sandboxChargeTable,
} from '../guards/tables.js';
import { billableItemTable } from '../read/billable-item.projection.js';
import { billerTable } from '../read/biller.projection.js';
import { billingAccountTable } from '../read/billing-account.projection.js';
import { creditNoteTable } from '../read/credit-note.projection.js';
import { invoiceTable } from '../read/invoice.projection.js';
import { invoiceProjectTable } from '../read/invoice-project.projection.js';
import { journalEntryTable, journalLineTable } from '../read/journal-entry.projection.js';
import { paymentTable } from '../read/payment.projection.js';
import { projectFactsTable } from '../read/project-facts.projection.js';

export const migrations: readonly Migration[] = [
  {
    id: 'billing/001-invoices',
    sql: [
      billerTable,
      billingAccountTable,
      projectFactsTable,
      billableItemTable,
      invoiceTable,
      invoiceProjectTable,
      paymentTable,
      creditNoteTable,
      journalEntryTable,
      journalLineTable,
      itemHoldTable,
      numberSeriesTable,
      documentTable,
      outgoingMailTable,
      sandboxChargeTable,
    ]
      .map((table) => table.ddl())
      .join('\n'),
  },
  {
    id: 'billing/002-letters',
    sql: `ALTER TABLE billing.outgoing_mail ALTER COLUMN recipient DROP NOT NULL,
      ADD COLUMN client_id text COLLATE "C", ADD COLUMN page text;`,
  },
];
