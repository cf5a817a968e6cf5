import type { BillingEvents } from '@nexus/billing/events';
import { projection, readTable, TenantRow } from '@nexus/kit/read';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one invoice (or credit note, below zero) brought to one project; net. */
@Entity({ schema: 'projects', name: 'project_revenue' })
export class ProjectRevenue extends TenantRow {
  /** `<invoice or credit note>/<project>` */
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  projectId!: string;

  @Column('bigint')
  netMinor!: number;

  @Column('text')
  currency!: string;
}

export const projectRevenueTable = readTable({
  schema: 'projects',
  name: 'project_revenue',
  columns: `
    id text COLLATE "C" NOT NULL,
    project_id text COLLATE "C" NOT NULL,
    net_minor bigint NOT NULL,
    currency text COLLATE "C" NOT NULL`,
  indexes: ['(tenant_id, project_id)'],
  clientsSee: 'nothing',
});

interface Shares {
  readonly byProject: readonly {
    readonly projectId: string;
    readonly net: { readonly minor: number; readonly currency: string };
  }[];
}

const key = (source: string, projectId: string) => `${source}/${projectId}`;
const keys = (source: string, { byProject }: Shares) =>
  byProject.map(({ projectId }) => key(source, projectId));

function share(source: string, { byProject }: Shares, id: string, sign: 1 | -1) {
  const found = byProject.find(({ projectId }) => key(source, projectId) === id);
  if (!found) return undefined;
  const { projectId, net } = found;
  return { projectId, netMinor: net.minor * sign, currency: net.currency };
}

/** Follows billing: finalized invoices less credit notes, without what was voided. */
export const projectRevenueProjection = projection<BillingEvents>()<ProjectRevenue>({
  name: 'projects.project_revenue',
  mode: 'catchup',
  entity: ProjectRevenue,
  table: projectRevenueTable,
  on: {
    'billing.InvoiceFinalized': {
      key: ({ data }) => keys(data.invoiceId, data),
      apply: (_row, { data }, id) => share(data.invoiceId, data, id, 1),
    },
    'billing.InvoiceVoided': {
      key: ({ data }) => keys(data.invoiceId, data),
      apply: () => null,
    },
    'billing.CreditNoteIssued': {
      key: ({ data }) => keys(data.creditNoteId, data),
      apply: (_row, { data }, id) => share(data.creditNoteId, data, id, -1),
    },
  },
});
