import { defineSubgraph } from '@nexus/kit/graph';
import { renderPdf } from './adapters/pdf-document.js';
import { BillableItemResolver } from './api/billable-item.resolver.js';
import { BillerResolver } from './api/biller.resolver.js';
import { BillingAccountResolver } from './api/billing-account.resolver.js';
import { ClientBillingResolver } from './api/client.resolver.js';
import { CreditNoteResolver } from './api/credit-note.resolver.js';
import { InvoiceResolver } from './api/invoice.resolver.js';
import { InvoiceSubscriptions } from './api/invoice.subscriptions.js';
import { InvoiceAffordancesResolver } from './api/invoice-affordances.resolver.js';
import { InvoiceDraftResolver } from './api/invoice-draft.resolver.js';
import { InvoiceLifeResolver } from './api/invoice-life.resolver.js';
import { InvoiceLineResolver } from './api/invoice-line.resolver.js';
import { LedgerResolver } from './api/ledger.resolver.js';
import { PaymentResolver } from './api/payment.resolver.js';
import { ProjectBillingResolver } from './api/project.resolver.js';
import * as references from './api/references.js';
import { TimeEntryBillingResolver } from './api/time-entry.resolver.js';
import { UnbilledSubscription } from './api/unbilled.subscription.js';
import { ViewerResolver } from './api/viewer.resolver.js';
import { billableItemEvents } from './domain/billable-item.aggregate.js';
import { billerEvents } from './domain/biller.aggregate.js';
import { billingAccountEvents } from './domain/billing-account.aggregate.js';
import { invoiceEvents } from './domain/invoice.events.js';
import { journalEvents } from './domain/journal-entry.aggregate.js';
import { paymentEvents } from './domain/payment.aggregate.js';
import { migrations } from './migrations/index.js';
import { deliverMail } from './reactions/deliver-mail.js';
import { markOverdue } from './reactions/mark-overdue.js';
import { openAccounts } from './reactions/open-accounts.js';
import { openBiller } from './reactions/open-biller.js';
import { recordItems } from './reactions/record-items.js';
import { renderDocuments } from './reactions/render-documents.js';
import { retaxDrafts } from './reactions/retax-drafts.js';
import { sendReceipts } from './reactions/send-receipts.js';
import { sweepPayments } from './reactions/sweep-payments.js';
import { BillableItem } from './read/billable-item.entity.js';
import { billableItemProjection } from './read/billable-item.projection.js';
import { Biller } from './read/biller.entity.js';
import { billerProjection } from './read/biller.projection.js';
import { BillingAccount } from './read/billing-account.entity.js';
import { billingAccountProjection } from './read/billing-account.projection.js';
import { CreditNote } from './read/credit-note.entity.js';
import { creditNoteProjection } from './read/credit-note.projection.js';
import { Invoice } from './read/invoice.entity.js';
import { invoiceProjection } from './read/invoice.projection.js';
import { InvoiceProject, invoiceProjectProjection } from './read/invoice-project.projection.js';
import { JournalEntry, JournalLineRow } from './read/journal-entry.entity.js';
import { journalEntryProjection, journalLineProjection } from './read/journal-entry.projection.js';
import { Payment } from './read/payment.entity.js';
import { paymentProjection } from './read/payment.projection.js';
import { ProjectFacts, projectFactsProjection } from './read/project-facts.projection.js';

export { hmacDocumentLinks } from './adapters/document-links.js';
export { SandboxGateway, type SandboxOptions } from './adapters/sandbox-gateway.js';
export type { DocumentGrant, DocumentLinks } from './domain/document.js';
export type { ChargeOutcome, ChargeRequest, PaymentGateway } from './domain/payment-gateway.js';
export { openDocument, type StoredDocument } from './guards/documents.js';
export {
  documentLinks,
  type InvoiceMail,
  type InvoiceMessage,
  invoiceMail,
  paymentGateway,
} from './guards/ports.js';

/** Money: what is earned, invoiced, paid and owed, and the books underneath. */
export const billing = defineSubgraph({
  name: 'billing',
  catalogues: [
    billerEvents,
    billingAccountEvents,
    billableItemEvents,
    invoiceEvents,
    paymentEvents,
    journalEvents,
  ],
  resolvers: [
    BillerResolver,
    BillingAccountResolver,
    BillableItemResolver,
    InvoiceResolver,
    InvoiceAffordancesResolver,
    InvoiceDraftResolver,
    InvoiceLineResolver,
    InvoiceLifeResolver,
    PaymentResolver,
    CreditNoteResolver,
    LedgerResolver,
    ClientBillingResolver,
    ProjectBillingResolver,
    TimeEntryBillingResolver,
    InvoiceSubscriptions,
    UnbilledSubscription,
    ViewerResolver,
  ],
  references: {
    Invoice: references.invoiceReferences,
    Payment: references.paymentReferences,
    CreditNote: references.creditNoteReferences,
    BillableItem: references.billableItemReferences,
    BillingAccount: references.billingAccountReferences,
    JournalEntry: references.journalEntryReferences,
    Client: references.clientReferences,
    Project: references.projectReferences,
    TimeEntry: references.timeEntryReferences,
  },
  entities: [
    Biller,
    BillingAccount,
    ProjectFacts,
    BillableItem,
    Invoice,
    InvoiceProject,
    Payment,
    CreditNote,
    JournalEntry,
    JournalLineRow,
  ],
  projections: [
    billerProjection,
    billingAccountProjection,
    projectFactsProjection,
    billableItemProjection,
    invoiceProjection,
    invoiceProjectProjection,
    paymentProjection,
    creditNoteProjection,
    journalEntryProjection,
    journalLineProjection,
  ],
  reactions: [
    openBiller,
    openAccounts,
    recordItems,
    retaxDrafts,
    sendReceipts,
    renderDocuments(renderPdf),
  ],
  migrations,
  jobs: [sweepPayments, markOverdue, deliverMail],
});
