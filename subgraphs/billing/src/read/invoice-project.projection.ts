import { projection, readTable, TenantRow } from '@nexus/kit/read';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BillingLog } from './billing-log.js';

/** Which projects an invoice may have lines of: narrows the look-up of a project's invoices. */
@Entity({ schema: 'billing', name: 'invoice_project' })
export class InvoiceProject extends TenantRow {
  /** `<invoice>:<project>` */
  @PrimaryColumn('text') id!: string;
  @Column('text') invoiceId!: string;
  @Column('text') projectId!: string;
  @Column('text') clientId!: string;
}

export const invoiceProjectTable = readTable({
  schema: 'billing',
  name: 'invoice_project',
  columns: `
    id text COLLATE "C" NOT NULL,
    invoice_id text COLLATE "C" NOT NULL,
    project_id text COLLATE "C" NOT NULL,
    client_id text COLLATE "C" NOT NULL`,
  indexes: ['(tenant_id, project_id, invoice_id)'],
  clientColumn: 'client_id',
});

const split = (key: string) => {
  const [invoiceId = '', projectId = ''] = key.split(':');
  return { invoiceId, projectId };
};

export const invoiceProjectProjection = projection<BillingLog>()<InvoiceProject>({
  name: 'billing.invoice_project',
  mode: 'inline',
  entity: InvoiceProject,
  table: invoiceProjectTable,
  on: {
    'billing.InvoiceDrafted': {
      key: ({ data }) =>
        [data.projectId, ...data.lines.map((line) => line.projectId)]
          .filter((projectId) => projectId !== null)
          .map((projectId) => `${data.invoiceId}:${projectId}`),
      apply: (_, { data }, key) => ({ ...split(key), clientId: data.clientId }),
    },
    'billing.InvoiceLineAdded': {
      key: ({ data }) => (data.line.projectId ? [`${data.invoiceId}:${data.line.projectId}`] : []),
      apply: (_, { data }, key) => ({ ...split(key), clientId: data.clientId }),
    },
  },
});
