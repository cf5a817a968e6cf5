import { projection, readTable } from '@nexus/kit/read';
import type { InvoiceEvent } from '../domain/invoice.events.js';
import type { InvoiceLine } from '../domain/invoice-line.js';
import { invoiceTotals } from '../domain/invoice-totals.js';
import type { BillingLog } from './billing-log.js';
import { Invoice } from './invoice.entity.js';

/** Where a draft stands in an order by day. */
export const FAR_DAY = '9999-12-31';

export const invoiceTable = readTable({
  schema: 'billing',
  name: 'invoice',
  columns: `
    id text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    account_id text COLLATE "C" NOT NULL,
    client_id text COLLATE "C" NOT NULL,
    project_id text COLLATE "C",
    status text COLLATE "C" NOT NULL CHECK (status IN
      ('DRAFT', 'OPEN', 'PARTIALLY_PAID', 'PAID', 'VOID', 'UNCOLLECTIBLE')),
    number text COLLATE "C",
    currency text COLLATE "C" NOT NULL,
    terms integer NOT NULL,
    notes text,
    po_number text,
    line_data jsonb NOT NULL,
    tax_treatment jsonb NOT NULL,
    breakdown jsonb NOT NULL,
    net_minor bigint NOT NULL,
    tax_minor bigint NOT NULL,
    total_minor bigint NOT NULL,
    paid_minor bigint NOT NULL,
    credited_minor bigint NOT NULL,
    remaining_minor bigint NOT NULL,
    issue_date date,
    due_date date,
    created_at timestamptz NOT NULL,
    sent_at timestamptz,
    viewed_at timestamptz,
    paid_at timestamptz,
    pending_payment text,
    overdue_reported boolean NOT NULL`,
  indexes: [
    '(tenant_id, created_at, id)',
    '(tenant_id, client_id, created_at, id)',
    '(tenant_id, status, due_date)',
    `(tenant_id, (coalesce(issue_date, DATE '${FAR_DAY}')), id)`,
    `(tenant_id, (coalesce(due_date, DATE '${FAR_DAY}')), id)`,
    `(tenant_id, (coalesce(number, '')), id)`,
    '(tenant_id, total_minor, id)',
    '(tenant_id, remaining_minor, id)',
    '(tenant_id, project_id)',
    'UNIQUE (tenant_id, number)',
  ],
  clientColumn: 'client_id',
});

type DataOf<Type extends InvoiceEvent['type']> = BillingLog[`billing.${Type}`];
type Change = Partial<Invoice>;

/** An event of one invoice: the reducer sees its payload, and the row follows the stream's version. */
function of<Type extends InvoiceEvent['type']>(
  apply: (data: DataOf<Type>, row: Invoice, at: Date) => Change | null,
) {
  return {
    key: (event: { data: DataOf<Type> }) => event.data.invoiceId,
    apply(
      row: Invoice | undefined,
      event: { data: DataOf<Type>; version: number; occurredAt: Date },
    ) {
      if (!row) return undefined;
      const change = apply(event.data, row, event.occurredAt);
      return change && { ...change, version: event.version };
    },
  };
}

/** Totals of a draft after its lines or its tax changed; the same function that finalize uses. */
function totals(row: Pick<Invoice, 'currency' | 'lineData' | 'taxTreatment'>): Change {
  const { lineData, taxTreatment, currency } = row;
  const { net, tax, total, breakdown } = invoiceTotals(lineData, taxTreatment, currency);
  return {
    lineData,
    taxTreatment,
    breakdown,
    netMinor: net.minor,
    taxMinor: tax.minor,
    totalMinor: total.minor,
    remainingMinor: total.minor,
  };
}

const withLines = (row: Invoice, lineData: readonly InvoiceLine[]) => totals({ ...row, lineData });
const unchanged = () => ({});

export const invoiceProjection = projection<BillingLog>()<Invoice>({
  name: 'billing.invoice',
  mode: 'inline',
  entity: Invoice,
  table: invoiceTable,
  on: {
    'billing.InvoiceDrafted': {
      creates: true,
      key: ({ data }) => data.invoiceId,
      apply: (_, { data, version, occurredAt }) => {
        const { accountId, clientId, projectId, currency, terms, notes, poNumber } = data;
        return {
          ...{ version, accountId, clientId, projectId, currency, terms, notes, poNumber },
          status: 'DRAFT',
          ...totals({ currency, lineData: data.lines, taxTreatment: data.tax }),
          paidMinor: 0,
          creditedMinor: 0,
          createdAt: occurredAt,
          overdueReported: false,
        };
      },
    },
    'billing.InvoiceLineAdded': of<'InvoiceLineAdded'>(({ line }, row) =>
      withLines(row, [...row.lineData, line]),
    ),
    'billing.InvoiceLineChanged': of<'InvoiceLineChanged'>(({ line }, row) =>
      withLines(
        row,
        row.lineData.map((old) => (old.id === line.id ? line : old)),
      ),
    ),
    'billing.InvoiceLineRemoved': of<'InvoiceLineRemoved'>(({ lineId }, row) =>
      withLines(
        row,
        row.lineData.filter(({ id }) => id !== lineId),
      ),
    ),
    'billing.InvoiceTaxRedecided': of<'InvoiceTaxRedecided'>(({ tax }, row) =>
      totals({ ...row, taxTreatment: tax }),
    ),
    'billing.InvoiceDetailsChanged': of<'InvoiceDetailsChanged'>(({ terms, notes, poNumber }) => ({
      terms,
      notes,
      poNumber,
    })),
    'billing.InvoiceDraftDeleted': of<'InvoiceDraftDeleted'>(() => null),
    'billing.InvoiceFinalized': of<'InvoiceFinalized'>(
      ({ number, issueDate, dueDate, total }, _, paidAt) => ({
        ...{ number, issueDate, dueDate },
        ...(total.minor === 0 ? { status: 'PAID' as const, paidAt } : { status: 'OPEN' as const }),
      }),
    ),
    'billing.InvoiceSent': of<'InvoiceSent'>((_, __, sentAt) => ({ sentAt })),
    'billing.InvoiceViewed': of<'InvoiceViewed'>((_, __, viewedAt) => ({ viewedAt })),
    'billing.InvoicePaymentStarted': of<'InvoicePaymentStarted'>(({ paymentId }) => ({
      pendingPayment: paymentId,
    })),
    'billing.InvoicePaymentEnded': of<'InvoicePaymentEnded'>(() => ({ pendingPayment: null })),
    'billing.InvoicePaymentApplied': of<'InvoicePaymentApplied'>(
      ({ amount, remaining, paymentId }, row) => ({
        paidMinor: row.paidMinor + amount.minor,
        remainingMinor: remaining.minor,
        pendingPayment: row.pendingPayment === paymentId ? null : row.pendingPayment,
        ...(remaining.minor > 0 && row.status !== 'UNCOLLECTIBLE' && { status: 'PARTIALLY_PAID' }),
      }),
    ),
    'billing.InvoicePaid': of<'InvoicePaid'>((_, __, paidAt) => ({ status: 'PAID', paidAt })),
    'billing.InvoiceOverdue': of<'InvoiceOverdue'>(() => ({ overdueReported: true })),
    'billing.InvoiceVoided': of<'InvoiceVoided'>(() => ({ status: 'VOID', remainingMinor: 0 })),
    'billing.InvoiceWrittenOff': of<'InvoiceWrittenOff'>(() => ({ status: 'UNCOLLECTIBLE' })),
    'billing.CreditNoteIssued': of<'CreditNoteIssued'>(({ total, settles }, row) => ({
      creditedMinor: row.creditedMinor + total.minor,
      remainingMinor: row.remainingMinor - settles.minor,
      ...(row.remainingMinor === settles.minor && { status: 'PAID' }),
    })),
    'billing.BillableItemsReserved': of<'BillableItemsReserved'>(unchanged),
    'billing.BillableItemsInvoiced': of<'BillableItemsInvoiced'>(unchanged),
    'billing.BillableItemsReleased': of<'BillableItemsReleased'>(unchanged),
  },
});
