import { EmailAddressScalar, MoneyInput, MutationInput } from '@nexus/kit/graph';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A draft to finalize. Needs an idempotency key.' })
export class InvoiceFinalizeInput extends MutationInput {
  @Field(() => ID, { description: 'The draft.' })
  id!: string;
}

@InputType({ description: 'An invoice to send.' })
export class InvoiceSendInput extends MutationInput {
  @Field(() => ID, { description: 'The invoice.' })
  id!: string;

  @Field(() => [EmailAddressScalar], {
    nullable: true,
    description:
      'Who gets it by mail; without any it is marked as sent in another way. At most 10.',
  })
  to?: string[] | null;

  @Field(() => String, { nullable: true, description: 'A text for the mail.' })
  message?: string | null;
}

@InputType({ description: 'An invoice that a client looks at.' })
export class InvoiceMarkViewedInput extends MutationInput {
  @Field(() => ID, { description: 'The invoice.' })
  id!: string;
}

@InputType({ description: 'An invoice to take back before anybody outside has it.' })
export class InvoiceVoidInput extends MutationInput {
  @Field(() => ID, { description: 'The invoice.' })
  id!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@InputType({ description: 'An invoice that nobody will pay.' })
export class InvoiceWriteOffInput extends MutationInput {
  @Field(() => ID, { description: 'The invoice.' })
  id!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@InputType({ description: 'What to take back of one line.' })
export class CreditNoteLineInput {
  @Field(() => ID, { description: 'The line of the invoice.' })
  lineId!: string;

  @Field(() => MoneyInput, { description: 'Net amount; the tax follows.' })
  net!: MoneyInput;
}

@InputType({
  description: 'A credit note: for all that is left, or for lines. Needs an idempotency key.',
})
export class CreditNoteIssueInput extends MutationInput {
  @Field(() => ID, { description: 'The invoice.' })
  invoiceId!: string;

  @Field(() => [CreditNoteLineInput], {
    nullable: true,
    description: 'Amounts of lines; all that is left unless given.',
  })
  lines?: CreditNoteLineInput[] | null;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}
