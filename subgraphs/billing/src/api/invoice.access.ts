import { isIdOf, violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import type { GraphContext } from '@nexus/kit/graph';
import { type ResourceSql, type Sql, sql, visibleRows } from '@nexus/kit/read';
import {
  type InvoiceAction,
  type InvoiceAttributes,
  mayInvoice,
} from '../policies/invoice.policy.js';
import { Invoice } from '../read/invoice.entity.js';
import { ProjectFacts } from '../read/project-facts.projection.js';

const MANAGER = sql`(SELECT p.manager_id FROM billing.project p
  WHERE p.tenant_id = t.tenant_id AND p.id = t.project_id)`;

/** How the read model of a billable item shows what conditions name. */
export const billableResource: ResourceSql = {
  clientId: { value: sql`t.client_id` },
  projectId: { value: sql`t.project_id` },
  projectManagerId: { value: MANAGER },
};

/** The same for an invoice. */
export const invoiceResource: ResourceSql = {
  ...billableResource,
  status: { value: sql`t.status` },
};

/** Invoices that the caller may see. */
export function visibleInvoices({ principal }: GraphContext): Sql {
  const rows = visibleRows(principal, 'billing:read', invoiceResource);
  return principal.kind === 'CLIENT' ? sql`(${rows} AND t.status <> 'DRAFT')` : rows;
}

type Owned = Pick<Invoice, 'clientId' | 'projectId' | 'status'>;

function attributes(row: Owned, project: ProjectFacts | undefined): InvoiceAttributes {
  const { clientId, projectId, status } = row;
  return { clientId, projectId, status, projectManagerId: project?.managerId ?? null };
}

/** What policies may know of a row that is being read. */
export async function attributesOf(ctx: GraphContext, row: Owned): Promise<InvoiceAttributes> {
  const project = row.projectId ? await ctx.read.row(ProjectFacts, row.projectId) : undefined;
  return attributes(row, project);
}

/** An invoice that the caller may see; undefined for an absent one and one out of reach alike. */
export async function readableInvoice(ctx: GraphContext, id: string): Promise<Invoice | undefined> {
  const row = await ctx.read.row(Invoice, id);
  if (!row) return undefined;
  return mayInvoice(ctx.principal, 'read', await attributesOf(ctx, row)) ? row : undefined;
}

/**
 * The invoice to be acted upon. Out of reach answers like absent; within reach but not permitted is refused.
 * The state is the aggregate's matter.
 */
export async function invoiceFor(
  tx: WriteSession,
  action: InvoiceAction,
  id: string,
  path: readonly string[] = ['id'],
): Promise<Invoice> {
  const row = isIdOf('Invoice', id) ? await tx.row(Invoice, id) : undefined;
  const project = row?.projectId ? await tx.row(ProjectFacts, row.projectId) : undefined;
  const { principal } = tx.ctx;
  if (!row || !mayInvoice(principal, 'read', attributes(row, project))) {
    return tx.refuse(violation('NOT_FOUND', 'There is no such invoice.', { path }));
  }
  if (!mayInvoice(principal, action, attributes(row, project))) {
    return tx.refuse(violation('NOT_ALLOWED', 'You may not do this to the invoice.', { path }));
  }
  return row;
}
