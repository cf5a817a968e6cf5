import { ConnectionArgs, filterSql, type GraphContext, Requires } from '@nexus/kit/graph';
import { allOf, type OrderTerm, type Page, paginate, sql, visibleRows } from '@nexus/kit/read';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { BillableItem, BillableItemConnection } from '../read/billable-item.entity.js';
import { BILLING_ITEMS } from '../read/consumer-names.js';
import { Invoice } from '../read/invoice.entity.js';
import { billableResource, readableInvoice } from './invoice.access.js';
import { BillableItemFilter } from './invoice.inputs.js';

const BY_DAY: OrderTerm<BillableItem> = {
  expression: 't.earned_on',
  type: 'date',
  direction: 'ASC',
  value: (row) => row.earnedOn,
};

@Resolver(() => BillableItem)
export class BillableItemResolver {
  @Query(() => BillableItemConnection, {
    description: 'What is earned, oldest first; what was approved a moment ago is in it.',
  })
  @Requires('billing:read')
  async billableItems(
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => BillableItemFilter, { nullable: true, description: 'Which ones.' })
    filter?: BillableItemFilter,
  ): Promise<Page<BillableItem>> {
    await ctx.fence(BILLING_ITEMS);
    const where = allOf(
      visibleRows(ctx.principal, 'billing:read', billableResource),
      ctx.principal.kind === 'CLIENT' ? sql`false` : undefined,
      filter?.status ? sql`t.status = ANY (${filter.status})` : undefined,
      ...filterSql(sql`t.client_id`, filter?.clientId),
      ...filterSql(sql`t.project_id`, filter?.projectId),
      ...filterSql(sql`t.earned_on`, filter?.earnedOn),
    );
    return paginate(ctx.read, { entity: BillableItem, where, orderBy: [BY_DAY], args });
  }

  @FieldResolver(() => Invoice, {
    nullable: true,
    description: 'The draft or invoice that has it.',
  })
  async invoice(
    @Root() { invoiceId }: BillableItem,
    @Ctx() ctx: GraphContext,
  ): Promise<Invoice | null> {
    return invoiceId ? ((await readableInvoice(ctx, invoiceId)) ?? null) : null;
  }
}
