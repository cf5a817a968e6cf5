import { type ConnectionArgs, filterSql, type GraphContext } from '@nexus/kit/graph';
import { allOf, type OrderTerm, type Page, paginate, type Sql, sql } from '@nexus/kit/read';
import { Invoice } from '../read/invoice.entity.js';
import { FAR_DAY } from '../read/invoice.projection.js';
import { visibleInvoices } from './invoice.access.js';
import type { InvoiceFilter, InvoiceOrder } from './invoice.inputs.js';
import { sellersToday } from './today.js';

type Term = Omit<OrderTerm<Invoice>, 'direction'>;

function termOf(field: InvoiceOrder['field']): Term {
  switch (field) {
    case 'CREATED_AT':
      return { expression: 't.created_at', type: 'timestamptz', value: (row) => row.createdAt };
    case 'ISSUE_DATE':
      return {
        expression: `coalesce(t.issue_date, DATE '${FAR_DAY}')`,
        type: 'date',
        value: (row) => row.issueDate ?? FAR_DAY,
      };
    case 'DUE_DATE':
      return {
        expression: `coalesce(t.due_date, DATE '${FAR_DAY}')`,
        type: 'date',
        value: (row) => row.dueDate ?? FAR_DAY,
      };
    case 'TOTAL':
      return { expression: 't.total_minor', type: 'bigint', value: (row) => row.totalMinor };
    case 'REMAINING':
      return {
        expression: 't.remaining_minor',
        type: 'bigint',
        value: (row) => row.remainingMinor,
      };
    case 'NUMBER':
      return {
        expression: `coalesce(t.number, '')`,
        type: 'text',
        value: (row) => row.number ?? '',
      };
    default:
      return field satisfies never;
  }
}

/** Open past its last day to pay, by the seller's calendar: computed when asked, never late. */
export async function overdueSql(ctx: GraphContext, wanted: boolean): Promise<Sql> {
  const late = sql`(t.status IN ('OPEN', 'PARTIALLY_PAID') AND t.due_date < ${await sellersToday(ctx)}::date)`;
  return wanted ? late : sql`(${late} IS NOT TRUE)`;
}

/** A page of the invoices that the caller may see. */
export async function listInvoices(
  ctx: GraphContext,
  args: ConnectionArgs,
  filter: InvoiceFilter | null | undefined,
  orderBy: readonly InvoiceOrder[] | null | undefined,
  within?: Sql,
): Promise<Page<Invoice>> {
  const where = allOf(
    visibleInvoices(ctx),
    within,
    filter?.status ? sql`t.status = ANY (${filter.status})` : undefined,
    filter?.overdue != null ? await overdueSql(ctx, filter.overdue) : undefined,
    ...filterSql(sql`t.client_id`, filter?.clientId),
    ...filterSql(sql`t.project_id`, filter?.projectId),
    ...filterSql(sql`t.number`, filter?.number),
    ...filterSql(sql`t.issue_date`, filter?.issueDate),
    ...filterSql(sql`t.due_date`, filter?.dueDate),
    filter?.currency ? sql`t.currency = ${filter.currency}` : undefined,
  );
  const wanted = orderBy?.length
    ? orderBy
    : [{ field: 'CREATED_AT', direction: 'DESC' } satisfies InvoiceOrder];
  const terms = wanted.map(({ field, direction }) => ({ ...termOf(field), direction }));
  return paginate(ctx.read, { entity: Invoice, where, orderBy: terms, args });
}

/** Invoices with a line of the project, or about it as a whole. */
export function ofProject(projectId: string): Sql {
  return sql`(t.id IN (SELECT p.invoice_id FROM billing.invoice_project p
      WHERE p.tenant_id = t.tenant_id AND p.project_id = ${projectId})
    AND (t.project_id = ${projectId} OR EXISTS (
      SELECT FROM jsonb_array_elements(t.line_data) l WHERE l->>'projectId' = ${projectId})))`;
}
