import { decodeId } from '@nexus/kit/domain';
import type { GraphContext } from '@nexus/kit/graph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { itemIdOf } from '../domain/billable-item.aggregate.js';
import { BillableItem } from '../read/billable-item.entity.js';
import { Invoice } from '../read/invoice.entity.js';
import { TimeEntryRef } from '../read/references.js';
import { readableInvoice } from './invoice.access.js';

@Resolver(() => TimeEntryRef)
export class TimeEntryBillingResolver {
  @FieldResolver(() => Invoice, {
    nullable: true,
    description:
      'The draft or invoice that has the time; null where none has, or none within reach.',
  })
  async invoice(@Root() { id }: TimeEntryRef, @Ctx() ctx: GraphContext): Promise<Invoice | null> {
    if (!decodeId(id)) return null;
    const item = await ctx.read.row(BillableItem, itemIdOf(id));
    return item?.invoiceId ? ((await readableInvoice(ctx, item.invoiceId)) ?? null) : null;
  }
}
