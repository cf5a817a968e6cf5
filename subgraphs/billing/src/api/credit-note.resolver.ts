import type { GraphContext } from '@nexus/kit/graph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CreditNote } from '../read/credit-note.entity.js';
import { Invoice } from '../read/invoice.entity.js';
import { InvoiceTaxLine } from '../read/invoice-line.type.js';
import { readableInvoice } from './invoice.access.js';
import { pdfUrlOf } from './invoice.fields.js';

@Resolver(() => CreditNote)
export class CreditNoteResolver {
  @FieldResolver(() => Invoice, { nullable: true, description: 'What it takes back.' })
  async invoice(
    @Root() { invoiceId }: CreditNote,
    @Ctx() ctx: GraphContext,
  ): Promise<Invoice | null> {
    return (await readableInvoice(ctx, invoiceId)) ?? null;
  }

  @FieldResolver(() => [InvoiceTaxLine], { description: 'Tax by category and rate.' })
  taxBreakdown(@Root() { breakdown }: CreditNote): InvoiceTaxLine[] {
    return breakdown.map((part) => InvoiceTaxLine.of(part));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'A link to the PDF, good for 15 minutes; null until it is rendered.',
  })
  pdfUrl(@Root() { id }: CreditNote, @Ctx() ctx: GraphContext): Promise<string | null> {
    return pdfUrlOf(ctx, id);
  }
}
