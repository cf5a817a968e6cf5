import {
  CurrencyCodeScalar,
  DateFilter,
  enumeration,
  IdFilter,
  type OrderDirection,
  OrderDirectionEnum,
  StringFilter,
} from '@nexus/kit/graph';
import { Field, InputType } from 'type-graphql';
import { BillableStatus, InvoiceStatus } from '../read/enums.js';

const fields = enumeration('InvoiceOrderField', 'What invoices can be ordered by.', {
  CREATED_AT: 'When the draft was made.',
  ISSUE_DATE: 'Day of issue; drafts come last.',
  DUE_DATE: 'Last day to pay; drafts come last.',
  TOTAL: 'Gross amount.',
  NUMBER: 'Number; drafts come first.',
  REMAINING: 'What is left to pay.',
});
export type InvoiceOrderField = keyof typeof fields;

@InputType({ description: 'One key of an order of invoices.' })
export class InvoiceOrder {
  @Field(() => fields, { description: 'What to order by.' })
  field!: InvoiceOrderField;

  @Field(() => OrderDirectionEnum, { description: 'Which end comes first.' })
  direction!: OrderDirection;
}

@InputType({ description: 'Which invoices.' })
export class InvoiceFilter {
  @Field(() => [InvoiceStatus], { nullable: true, description: 'In one of these states.' })
  status?: (keyof typeof InvoiceStatus)[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the last day to pay is over.' })
  overdue?: boolean | null;

  @Field(() => IdFilter, { nullable: true, description: 'The client.' })
  clientId?: IdFilter | null;

  @Field(() => IdFilter, {
    nullable: true,
    description: 'The project that the whole invoice is about.',
  })
  projectId?: IdFilter | null;

  @Field(() => StringFilter, { nullable: true, description: 'The number.' })
  number?: StringFilter | null;

  @Field(() => DateFilter, { nullable: true, description: 'The day of issue.' })
  issueDate?: DateFilter | null;

  @Field(() => DateFilter, { nullable: true, description: 'The last day to pay.' })
  dueDate?: DateFilter | null;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'The currency.' })
  currency?: string | null;
}

@InputType({ description: 'Which billable items.' })
export class BillableItemFilter {
  @Field(() => [BillableStatus], { nullable: true, description: 'In one of these states.' })
  status?: (keyof typeof BillableStatus)[] | null;

  @Field(() => IdFilter, { nullable: true, description: 'The client.' })
  clientId?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'The project.' })
  projectId?: IdFilter | null;

  @Field(() => DateFilter, { nullable: true, description: 'The day on which it was earned.' })
  earnedOn?: DateFilter | null;
}
