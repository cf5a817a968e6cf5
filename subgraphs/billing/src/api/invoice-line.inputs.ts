import type { Money } from '@nexus/kit/domain';
import { DecimalScalar, MoneyInput, MutationInput, readMoney } from '@nexus/kit/graph';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { LineContent, LineDraft, LineUnit } from '../domain/invoice-line.js';
import type { TaxHint } from '../domain/tax-rates.js';
import { LineUnitEnum, TaxHintEnum } from '../read/enums.js';
import { given } from './input.js';

@InputType({ description: 'A position written by hand.' })
export class InvoiceLineInput {
  @Field(() => String, { description: 'What is invoiced.' })
  description!: string;

  @Field(() => DecimalScalar, { description: 'How much of it, above 0, up to 6 decimals.' })
  quantity!: string;

  @Field(() => LineUnitEnum, {
    nullable: true,
    description: 'What it counts; pieces unless given.',
  })
  unit?: LineUnit | null;

  @Field(() => DecimalScalar, { description: 'Net price of one in the invoice’s currency.' })
  unitPrice!: string;

  @Field(() => MoneyInput, { nullable: true, description: 'What is taken off the line.' })
  discount?: MoneyInput | null;

  @Field(() => TaxHintEnum, {
    nullable: true,
    description: 'Which tax rate; the standard one unless given.',
  })
  taxHint?: TaxHint | null;

  @Field(() => ID, { nullable: true, description: 'The client’s project that it belongs to.' })
  projectId?: string | null;
}

@InputType({ description: 'Adds a position to a draft.' })
export class InvoiceLineAddInput extends MutationInput {
  @Field(() => ID, { description: 'The draft.' })
  id!: string;

  @Field(() => InvoiceLineInput, { description: 'The position.' })
  line!: InvoiceLineInput;

  @Field(() => Int, { nullable: true, description: 'Refuse unless the draft is at this version.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'Changes a position of a draft; what is left out stays as it is.' })
export class InvoiceLineUpdateInput extends MutationInput {
  @Field(() => ID, { description: 'The draft.' })
  id!: string;

  @Field(() => ID, { description: 'The position.' })
  lineId!: string;

  @Field(() => String, { nullable: true, description: 'What is invoiced.' })
  description?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How much of it.' })
  quantity?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Net price of one.' })
  unitPrice?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'What is taken off; null for nothing.' })
  discount?: MoneyInput | null;

  @Field(() => TaxHintEnum, { nullable: true, description: 'Which tax rate.' })
  taxHint?: TaxHint | null;

  @Field(() => Int, { nullable: true, description: 'Refuse unless the draft is at this version.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'Takes a position off a draft.' })
export class InvoiceLineRemoveInput extends MutationInput {
  @Field(() => ID, { description: 'The draft.' })
  id!: string;

  @Field(() => ID, { description: 'The position.' })
  lineId!: string;

  @Field(() => Int, { nullable: true, description: 'Refuse unless the draft is at this version.' })
  expectedVersion?: number | null;
}

/** A position written by hand, as the domain takes it. Throws Refusal for a discount that is no amount. */
export function lineDraft(input: InvoiceLineInput, id: string, path: readonly string[]): LineDraft {
  const { description, quantity, unitPrice, unit, discount, taxHint, projectId } = input;
  return {
    ...{ id, description, quantity, unitPrice },
    unit: unit ?? 'UNIT',
    discount: discount ? readMoney(discount, [...path, 'discount']) : null,
    taxHint: taxHint ?? 'STANDARD',
    projectId: projectId ?? null,
    servicePeriod: null,
    sources: [],
  };
}

/** What an update says of a line. */
export function lineChanges(input: InvoiceLineUpdateInput): Partial<LineContent> {
  const { description, quantity, unitPrice, taxHint } = input;
  const discount: Money | null | undefined =
    input.discount && readMoney(input.discount, ['discount']);
  return given({
    description: description ?? undefined,
    quantity: quantity ?? undefined,
    unitPrice: unitPrice ?? undefined,
    taxHint: taxHint ?? undefined,
    discount,
  }) as Partial<LineContent>;
}
