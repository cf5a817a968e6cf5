import {
  ConnectionArgs,
  type GraphContext,
  MoneyType,
  Requires,
  showMoney,
} from '@nexus/kit/graph';
import { type Page, sql } from '@nexus/kit/read';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { accountIdOf } from '../domain/billing-account.aggregate.js';
import { canReadAccount } from '../policies/billing-account.policy.js';
import { BillingAccount } from '../read/billing-account.entity.js';
import { type Invoice, InvoiceConnection } from '../read/invoice.entity.js';
import { ClientRef } from '../read/references.js';
import { inCurrency, owedBy } from './balances.js';
import { InvoiceFilter, InvoiceOrder } from './invoice.inputs.js';
import { listInvoices } from './invoice.list.js';

/** The account of a client within reach. */
async function accountOf(ctx: GraphContext, clientId: string): Promise<BillingAccount | undefined> {
  const account = await ctx.read.row(BillingAccount, accountIdOf(clientId));
  return account && canReadAccount(ctx.principal, account) ? account : undefined;
}

@Resolver(() => ClientRef)
export class ClientBillingResolver {
  @FieldResolver(() => BillingAccount, {
    nullable: true,
    description: 'The buying side of the client.',
  })
  @Requires('billing:read')
  async billingAccount(@Root() { id }: ClientRef, @Ctx() ctx: GraphContext) {
    return (await accountOf(ctx, id)) ?? null;
  }

  @FieldResolver(() => InvoiceConnection, {
    nullable: true,
    description: 'The client’s invoices, newest first.',
  })
  @Requires('billing:read')
  invoices(
    @Root() { id }: ClientRef,
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => InvoiceFilter, { nullable: true, description: 'Which ones.' })
    filter?: InvoiceFilter,
    @Arg('orderBy', () => [InvoiceOrder], { nullable: true, description: 'In which order.' })
    orderBy?: InvoiceOrder[],
  ): Promise<Page<Invoice>> {
    return listInvoices(ctx, args, filter, orderBy, sql`t.client_id = ${id}`);
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description:
      'What the client owes, in its currency. Other currencies are in `outstandingBalances`.',
  })
  @Requires('billing:read')
  async outstandingBalance(@Root() { id }: ClientRef, @Ctx() ctx: GraphContext) {
    const account = await accountOf(ctx, id);
    if (!account) return null;
    const { outstanding } = await owedBy(ctx, id);
    return showMoney(inCurrency(outstanding, account.currency));
  }

  @FieldResolver(() => [MoneyType], {
    nullable: true,
    description: 'What the client owes, by currency; empty where it owes nothing.',
  })
  @Requires('billing:read')
  async outstandingBalances(@Root() { id }: ClientRef, @Ctx() ctx: GraphContext) {
    if (!(await accountOf(ctx, id))) return null;
    const { outstanding } = await owedBy(ctx, id);
    return outstanding.map((amount) => showMoney(amount));
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What of the outstanding balance is past its last day to pay.',
  })
  @Requires('billing:read')
  async overdueBalance(@Root() { id }: ClientRef, @Ctx() ctx: GraphContext) {
    const account = await accountOf(ctx, id);
    if (!account) return null;
    const { overdue } = await owedBy(ctx, id);
    return showMoney(inCurrency(overdue, account.currency));
  }
}
