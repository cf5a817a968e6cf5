import { type Answer, Payload } from '@nexus/kit/graph';
import { Field, ObjectType } from 'type-graphql';
import { Invoice } from '../read/invoice.entity.js';

@ObjectType({ description: 'An invoice that was written.' })
export class InvoicePayload extends Payload {
  @Field(() => Invoice, { nullable: true, description: 'The invoice, where it was done.' })
  invoice?: Invoice;
}

export type WrittenInvoice = Promise<Answer<{ invoice: Invoice | undefined }>>;
