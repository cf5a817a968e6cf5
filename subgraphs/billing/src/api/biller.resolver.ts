import { type Answer, Emits, type GraphContext, mutate, Payload, Requires } from '@nexus/kit/graph';
import { Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { BILLER_ID, type BillerSettings, biller } from '../domain/biller.aggregate.js';
import { Biller } from '../read/biller.entity.js';
import { BILLING_SELLER } from '../read/consumer-names.js';
import { BillerConfigureInput } from './biller.inputs.js';
import { given, Input } from './input.js';

@ObjectType({ description: 'Settings of the seller that were written.' })
export class BillerPayload extends Payload {
  @Field(() => Biller, { nullable: true, description: 'The settings, where it was done.' })
  biller?: Biller;
}

/** What an input says; what cannot be taken away is left out where it is null. */
function changesOf(input: BillerConfigureInput): Partial<BillerSettings> {
  const { address, bank, vatId } = input;
  return given({
    vatId,
    address: address && {
      ...address,
      line2: address.line2 ?? null,
      region: address.region ?? null,
    },
    bank: bank && { ...bank, bic: bank.bic ?? null },
    legalName: input.legalName ?? undefined,
    country: input.country ?? undefined,
    currency: input.currency ?? undefined,
    timeZone: input.timeZone ?? undefined,
    paymentTerms: input.paymentTerms ?? undefined,
    incrementMinutes: input.incrementMinutes ?? undefined,
    invoiceSeries: input.invoiceSeries ?? undefined,
    creditNoteSeries: input.creditNoteSeries ?? undefined,
    registrations: input.registrations ?? undefined,
    oneStopShop: input.oneStopShop ?? undefined,
    taxRates: input.taxRates?.map((rate) => ({ ...rate })),
  }) as Partial<BillerSettings>;
}

@Resolver(() => Biller)
export class BillerResolver {
  @Query(() => Biller, { nullable: true, description: 'What the tenant is as a seller.' })
  @Requires('billing:read')
  async biller(@Ctx() ctx: GraphContext): Promise<Biller | null> {
    const found = await ctx.reference(BILLING_SELLER, () => ctx.read.row(Biller, BILLER_ID));
    return found ?? null;
  }

  @Mutation(() => BillerPayload, { description: 'Changes what the tenant is as a seller.' })
  @Requires('billing:admin')
  @Emits('billing.BillerConfigured')
  async billerConfigure(
    @Ctx() ctx: GraphContext,
    @Input(BillerConfigureInput) input: BillerConfigureInput,
  ): Promise<Answer<{ biller: Biller | undefined }>> {
    await ctx.fence(BILLING_SELLER);
    return mutate(ctx, input, async (tx) => {
      await tx.run(biller, BILLER_ID, { type: 'configure', changes: changesOf(input) });
      return { biller: await tx.row(Biller, BILLER_ID) };
    });
  }
}
