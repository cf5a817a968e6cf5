import { type Money, money } from '@nexus/kit/domain';
import type { GraphContext } from '@nexus/kit/graph';
import type { InvoiceLine } from '../domain/invoice-line.js';

/** Net figures of one project, in its currency. */
export interface ProjectFigures {
  readonly invoiced: Money;
  readonly paid: Money;
  readonly unbilled: Money;
}

interface InvoicedRow {
  project_id: string;
  currency: string;
  line_data: readonly InvoiceLine[];
  total_minor: number;
  paid_minor: number;
  credited_minor: number;
}

/** `own × part / whole`, rounded half up, exact in between. */
function shareOf(own: number, part: number, whole: number): number {
  const [a, b, c] = [BigInt(own), BigInt(part), BigInt(whole)] as const;
  return Number((2n * a * b + c) / (2n * c));
}

/** The net of a project on an invoice, less the share that credit notes took back. */
function netOf(row: InvoicedRow): { net: number; paid: number } {
  const own = row.line_data
    .filter((line) => line.projectId === row.project_id)
    .reduce((sum, line) => sum + line.net.minor, 0);
  if (row.total_minor === 0) return { net: own, paid: own };
  const share = (part: number) => shareOf(own, part, row.total_minor);
  return { net: own - share(row.credited_minor), paid: share(row.paid_minor) };
}

/** Figures of a project; two statements for all projects of an operation. */
export async function figuresOf(
  ctx: GraphContext,
  projectId: string,
  currency: string,
): Promise<ProjectFigures> {
  const found = await ctx.read.load('billing.project-figures', projectId, async (ids) => {
    const invoices = await ctx.read.sql<InvoicedRow>(
      `SELECT p.project_id, i.currency, i.line_data, i.total_minor, i.paid_minor, i.credited_minor
       FROM billing.invoice_project p
       JOIN billing.invoice i ON i.tenant_id = p.tenant_id AND i.id = p.invoice_id
       WHERE p.project_id = ANY ($1) AND i.status NOT IN ('DRAFT', 'VOID')`,
      [ids],
    );
    const unbilled = await ctx.read.sql<{ project_id: string; currency: string; minor: number }>(
      `SELECT project_id, currency, sum(net_minor)::bigint AS minor FROM billing.billable_item
       WHERE project_id = ANY ($1) AND status IN ('PENDING', 'RESERVED') GROUP BY 1, 2`,
      [ids],
    );
    return new Map(ids.map((id) => [id, { invoices, unbilled }]));
  });
  const own = found?.invoices.filter((row) => row.project_id === projectId) ?? [];
  const nets = own.filter((row) => row.currency === currency).map(netOf);
  const waiting = found?.unbilled.find(
    (row) => row.project_id === projectId && row.currency === currency,
  );
  const sum = (pick: (net: { net: number; paid: number }) => number) =>
    money(
      nets.reduce((total, net) => total + pick(net), 0),
      currency,
    );
  return {
    invoiced: sum(({ net }) => net),
    paid: sum(({ paid }) => paid),
    unbilled: money(waiting?.minor ?? 0, currency),
  };
}
