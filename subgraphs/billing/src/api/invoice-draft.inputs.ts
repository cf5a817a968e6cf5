import { CurrencyCodeScalar, DateScalar, MutationInput } from '@nexus/kit/graph';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { Grouping } from '../domain/draft-lines.js';
import { InvoiceGrouping } from '../read/enums.js';
import { InvoiceLineInput } from './invoice-line.inputs.js';

@InputType({
  description: 'A new draft from what is earned and not yet invoiced. Needs an idempotency key.',
})
export class InvoiceDraftCreateInput extends MutationInput {
  @Field(() => ID, { description: 'Who is asked to pay.' })
  clientId!: string;

  @Field(() => ID, { nullable: true, description: 'Only what this project earned.' })
  projectId?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day that counts; today unless given.',
  })
  upTo?: string | null;

  @Field(() => InvoiceGrouping, {
    nullable: true,
    description: 'How items become lines; by task unless given.',
  })
  grouping?: Grouping | null;

  @Field(() => CurrencyCodeScalar, {
    nullable: true,
    description: 'Only items of this currency; the client’s unless given, or the one there is.',
  })
  currency?: string | null;

  @Field(() => [InvoiceLineInput], {
    nullable: true,
    description: 'Positions written by hand, after those.',
  })
  lines?: InvoiceLineInput[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days to pay; the client’s or the seller’s unless given.',
  })
  terms?: number | null;

  @Field(() => String, { nullable: true, description: 'A text for the client.' })
  notes?: string | null;

  @Field(() => String, { nullable: true, description: 'The client’s purchase order.' })
  poNumber?: string | null;
}

@InputType({ description: 'Changes a draft; what is left out stays as it is.' })
export class InvoiceUpdateInput extends MutationInput {
  @Field(() => ID, { description: 'The draft.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: 'Days to pay, 0 to 365.' })
  terms?: number | null;

  @Field(() => String, { nullable: true, description: 'A text for the client; null for none.' })
  notes?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The client’s purchase order; null for none.',
  })
  poNumber?: string | null;

  @Field(() => Int, { nullable: true, description: 'Refuse unless the draft is at this version.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'A draft to delete; what it held can be invoiced again.' })
export class InvoiceDraftDeleteInput extends MutationInput {
  @Field(() => ID, { description: 'The draft.' })
  id!: string;
}
