import { violation } from '@nexus/kit/domain';
import {
  type Answer,
  Emits,
  type GraphContext,
  MoneyType,
  mutate,
  Payload,
  Requires,
  showMoney,
} from '@nexus/kit/graph';
import { Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { billingAccount } from '../domain/billing-account.aggregate.js';
import { canReadAccount, canWriteAccount } from '../policies/billing-account.policy.js';
import { BillingAccount } from '../read/billing-account.entity.js';
import { creditOf, inCurrency, owedBy } from './balances.js';
import { BillingAccountUpdateInput } from './biller.inputs.js';
import { given, Input } from './input.js';

@ObjectType({ description: 'An account that was written.' })
export class BillingAccountPayload extends Payload {
  @Field(() => BillingAccount, { nullable: true, description: 'The account, where it was done.' })
  billingAccount?: BillingAccount;
}

@Resolver(() => BillingAccount)
export class BillingAccountResolver {
  @Mutation(() => BillingAccountPayload, {
    description: 'Changes tax id and terms of a client’s account.',
  })
  @Requires('billing:write')
  @Emits('billing.BillingAccountChanged')
  billingAccountUpdate(
    @Ctx() ctx: GraphContext,
    @Input(BillingAccountUpdateInput) input: BillingAccountUpdateInput,
  ): Promise<Answer<{ billingAccount: BillingAccount | undefined }>> {
    return mutate(ctx, input, async (tx) => {
      const { id, vatId, vatIdStatus, paymentTerms, expectedVersion } = input;
      const row = await tx.row(BillingAccount, id);
      if (!row || !canReadAccount(ctx.principal, row)) {
        tx.refuse(violation('NOT_FOUND', 'There is no such account.', { path: ['id'] }));
      } else if (!canWriteAccount(ctx.principal, row)) {
        tx.refuse(violation('NOT_ALLOWED', 'You may not change this account.', { path: ['id'] }));
      }
      const changes = given({ vatId, vatIdStatus: vatIdStatus ?? undefined, paymentTerms });
      await tx.run(billingAccount, id, { type: 'change', changes }, { expectedVersion });
      return { billingAccount: await tx.row(BillingAccount, id) };
    });
  }

  @FieldResolver(() => MoneyType, { description: 'What is owed in the account’s currency.' })
  async outstandingBalance(@Root() row: BillingAccount, @Ctx() ctx: GraphContext) {
    const { outstanding } = await owedBy(ctx, row.clientId);
    return showMoney(inCurrency(outstanding, row.currency));
  }

  @FieldResolver(() => MoneyType, { description: 'What of it is past its last day to pay.' })
  async overdueBalance(@Root() row: BillingAccount, @Ctx() ctx: GraphContext) {
    const { overdue } = await owedBy(ctx, row.clientId);
    return showMoney(inCurrency(overdue, row.currency));
  }

  @FieldResolver(() => MoneyType, {
    description: 'What the seller owes after credit notes and overpayments.',
  })
  async creditBalance(@Root() row: BillingAccount, @Ctx() ctx: GraphContext) {
    return showMoney(await creditOf(ctx, row.clientId, row.currency));
  }
}
