import { DateScalar, MoneyInput, MutationInput } from '@nexus/kit/graph';
import { Field, ID, InputType } from 'type-graphql';
import { PaymentKind } from '../read/enums.js';

@InputType({ description: 'What pays: a token of the gateway. Card numbers are never accepted.' })
export class PaymentMethodInput {
  @Field(() => String, {
    nullable: true,
    description:
      'A token of the sandbox gateway: `tok_visa`, `tok_declined`, `tok_insufficient_funds`, `tok_requires_action`.',
  })
  sandbox?: string | null;
}

@InputType({ description: 'A payment through the gateway. Needs an idempotency key.' })
export class InvoicePayInput extends MutationInput {
  @Field(() => ID, { description: 'The invoice.' })
  id!: string;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'How much; all that is left unless given.',
  })
  amount?: MoneyInput | null;

  @Field(() => PaymentMethodInput, { nullable: true, description: 'What pays.' })
  method?: PaymentMethodInput | null;
}

@InputType({ description: 'Money that came by another way. Needs an idempotency key.' })
export class PaymentRecordInput extends MutationInput {
  @Field(() => ID, { description: 'The invoice.' })
  invoiceId!: string;

  @Field(() => MoneyInput, {
    description: 'How much came; what exceeds the open amount is the client’s credit.',
  })
  amount!: MoneyInput;

  @Field(() => DateScalar, { description: 'The day on which it came.' })
  valueDate!: string;

  @Field(() => PaymentKind, { description: 'The way by which it came; not GATEWAY.' })
  kind!: keyof typeof PaymentKind;

  @Field(() => String, { description: 'What the bank statement or receipt says.' })
  reference!: string;
}

@InputType({ description: 'A payment to ask the gateway about.' })
export class PaymentRefreshInput extends MutationInput {
  @Field(() => ID, { description: 'The payment.' })
  id!: string;
}
