import { ConnectionArgs, type GraphContext, Public, Requires } from '@nexus/kit/graph';
import { type Page, sql } from '@nexus/kit/read';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { BillingAccount } from '../read/billing-account.entity.js';
import { CreditNote } from '../read/credit-note.entity.js';
import { Invoice, InvoiceConnection } from '../read/invoice.entity.js';
import { InvoiceLine, InvoiceLineConnection, InvoiceTaxLine } from '../read/invoice-line.type.js';
import { Payment } from '../read/payment.entity.js';
import { childrenOf } from './children.js';
import { readableInvoice } from './invoice.access.js';
import { historyOf, InvoiceHistoryEntry, pdfUrlOf } from './invoice.fields.js';
import { InvoiceFilter, InvoiceOrder } from './invoice.inputs.js';
import { listInvoices } from './invoice.list.js';
import { pageOf } from './line-page.js';
import { sellersToday } from './today.js';

@Resolver(() => Invoice)
export class InvoiceResolver {
  @Query(() => Invoice, {
    nullable: true,
    description: 'An invoice; null where there is none within reach.',
  })
  @Requires('billing:read')
  @Public()
  async invoice(
    @Ctx() ctx: GraphContext,
    @Arg('id', () => ID, { description: 'The invoice.' }) id: string,
  ): Promise<Invoice | null> {
    return (await readableInvoice(ctx, id)) ?? null;
  }

  @Query(() => Invoice, {
    nullable: true,
    description: 'An invoice by its number; null where there is none within reach.',
  })
  @Requires('billing:read')
  async invoiceByNumber(
    @Ctx() ctx: GraphContext,
    @Arg('number', () => String, { description: 'The number, `INV-2026-000001`.' }) number: string,
  ): Promise<Invoice | null> {
    const [found] = await ctx.read.query<{ id: string }>(
      sql`SELECT id FROM billing.invoice WHERE number = ${number}`,
    );
    return found ? ((await readableInvoice(ctx, found.id)) ?? null) : null;
  }

  @Query(() => InvoiceConnection, {
    description: 'The invoices within reach, newest first unless ordered otherwise.',
  })
  @Requires('billing:read')
  @Public()
  invoices(
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => InvoiceFilter, { nullable: true, description: 'Which ones.' })
    filter?: InvoiceFilter,
    @Arg('orderBy', () => [InvoiceOrder], { nullable: true, description: 'In which order.' })
    orderBy?: InvoiceOrder[],
  ): Promise<Page<Invoice>> {
    return listInvoices(ctx, args, filter, orderBy);
  }

  @FieldResolver(() => BillingAccount, { nullable: true, description: 'The buying side.' })
  async account(@Root() row: Invoice, @Ctx() ctx: GraphContext): Promise<BillingAccount | null> {
    return (await ctx.read.row(BillingAccount, row.accountId)) ?? null;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the last day to pay is over and something is left.',
  })
  async overdue(@Root() row: Invoice, @Ctx() ctx: GraphContext): Promise<boolean> {
    if (row.status !== 'OPEN' && row.status !== 'PARTIALLY_PAID') return false;
    return row.dueDate !== null && row.dueDate < (await sellersToday(ctx));
  }

  @FieldResolver(() => InvoiceLineConnection, { description: 'The positions.' })
  lines(@Root() row: Invoice, @Args(() => ConnectionArgs) args: ConnectionArgs): Page<InvoiceLine> {
    const { lineData, currency, taxTreatment } = row;
    return pageOf(
      lineData.map((line) => new InvoiceLine(line, currency, taxTreatment)),
      args,
    );
  }

  @FieldResolver(() => [InvoiceTaxLine], { description: 'Tax by category and rate.' })
  taxBreakdown(@Root() row: Invoice): InvoiceTaxLine[] {
    return row.breakdown.map((part) => InvoiceTaxLine.of(part));
  }

  @FieldResolver(() => [CreditNote], { description: 'What takes it back.' })
  creditNotes(@Root() row: Invoice, @Ctx() ctx: GraphContext): Promise<CreditNote[]> {
    return childrenOf(ctx, CreditNote, row.id, 'number');
  }

  @FieldResolver(() => [Payment], { description: 'Payments towards it, oldest first.' })
  payments(@Root() row: Invoice, @Ctx() ctx: GraphContext): Promise<Payment[]> {
    return childrenOf(ctx, Payment, row.id, 'created_at');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'A link to the PDF, good for 15 minutes; null until it is rendered.',
  })
  pdfUrl(@Root() row: Invoice, @Ctx() ctx: GraphContext): Promise<string | null> {
    return pdfUrlOf(ctx, row.id);
  }

  @FieldResolver(() => [InvoiceHistoryEntry], { description: 'What happened to it, oldest first.' })
  history(@Root() row: Invoice, @Ctx() ctx: GraphContext): Promise<InvoiceHistoryEntry[]> {
    return historyOf(ctx, row.id);
  }
}
