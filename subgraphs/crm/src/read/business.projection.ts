import type { BillingEvents } from '@nexus/billing/events';
import { projection } from '@nexus/kit/read';
import type { ProjectsEvents } from '@nexus/projects/events';
import { Business, businessTable } from './business.entity.js';

const CLOSED_PHASES: readonly string[] = ['CLOSED', 'CANCELLED'];

/** Follows projects and invoices, so that a client with open business is not archived. */
export const businessProjection = projection<ProjectsEvents & BillingEvents>()({
  name: 'crm.business',
  mode: 'catchup',
  entity: Business,
  table: businessTable,
  on: {
    'projects.ProjectCreated': {
      key: ({ data }) => (data.clientId ? data.projectId : []),
      apply: (_, { data }) => ({ clientId: data.clientId ?? '', open: true }),
    },
    'projects.ProjectPhaseChanged': {
      key: ({ data }) => data.projectId,
      apply: (row, { data }) => row && { open: !CLOSED_PHASES.includes(data.to) },
    },
    'billing.InvoiceFinalized': {
      key: ({ data }) => data.invoiceId,
      apply: (_, { data }) => ({ clientId: data.clientId, open: true }),
    },
    'billing.InvoicePaid': {
      key: ({ data }) => data.invoiceId,
      apply: (row) => row && { open: false },
    },
    'billing.InvoiceVoided': {
      key: ({ data }) => data.invoiceId,
      apply: (row) => row && { open: false },
    },
  },
});
