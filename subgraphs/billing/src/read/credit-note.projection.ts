import { projection, readTable } from '@nexus/kit/read';
import type { BillingLog } from './billing-log.js';
import { CreditNote } from './credit-note.entity.js';

export const creditNoteTable = readTable({
  schema: 'billing',
  name: 'credit_note',
  columns: `
    id text COLLATE "C" NOT NULL,
    number text COLLATE "C" NOT NULL,
    issue_date date NOT NULL,
    currency text COLLATE "C" NOT NULL,
    is_full boolean NOT NULL,
    reason text NOT NULL,
    invoice_id text COLLATE "C" NOT NULL,
    client_id text COLLATE "C" NOT NULL,
    project_id text COLLATE "C",
    net_minor bigint NOT NULL,
    tax_minor bigint NOT NULL,
    total_minor bigint NOT NULL,
    line_data jsonb NOT NULL,
    breakdown jsonb NOT NULL`,
  indexes: ['(tenant_id, invoice_id, id)', 'UNIQUE (tenant_id, number)'],
  clientColumn: 'client_id',
});

export const creditNoteProjection = projection<BillingLog>()<CreditNote>({
  name: 'billing.credit_note',
  mode: 'inline',
  entity: CreditNote,
  table: creditNoteTable,
  on: {
    'billing.CreditNoteIssued': {
      creates: true,
      key: ({ data }) => data.creditNoteId,
      apply: (_, { data }) => {
        const { number, issueDate, full, reason, invoiceId, clientId, projectId } = data;
        return {
          ...{ number, issueDate, full, reason, invoiceId, clientId, projectId },
          currency: data.total.currency,
          netMinor: data.net.minor,
          taxMinor: data.tax.minor,
          totalMinor: data.total.minor,
          lineData: data.lines,
          breakdown: data.taxBreakdown,
        };
      },
    },
  },
});
