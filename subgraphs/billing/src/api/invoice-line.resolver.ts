import { violation } from '@nexus/kit/domain';
import { Emits, type GraphContext, mutate, Requires } from '@nexus/kit/graph';
import { Ctx, Mutation, Resolver } from 'type-graphql';
import { invoice } from '../domain/invoice.aggregate.js';
import { releaseItems } from '../guards/item-holds.js';
import { partiesOf } from '../guards/parties.js';
import { Invoice } from '../read/invoice.entity.js';
import { InvoiceLine } from '../read/invoice-line.type.js';
import { ProjectFacts } from '../read/project-facts.projection.js';
import { Input } from './input.js';
import { invoiceFor } from './invoice.access.js';
import { InvoicePayload, type WrittenInvoice } from './invoice.payload.js';
import {
  InvoiceLineAddInput,
  InvoiceLineRemoveInput,
  InvoiceLineUpdateInput,
  lineChanges,
  lineDraft,
} from './invoice-line.inputs.js';

@Resolver(() => InvoiceLine)
export class InvoiceLineResolver {
  @Mutation(() => InvoicePayload, { description: 'Adds a position to a draft.' })
  @Requires('billing:write')
  @Emits('billing.InvoiceLineAdded')
  invoiceLineAdd(
    @Ctx() ctx: GraphContext,
    @Input(InvoiceLineAddInput) input: InvoiceLineAddInput,
  ): WrittenInvoice {
    return mutate(ctx, input, async (tx) => {
      const { id, expectedVersion } = input;
      const { accountId, clientId } = await invoiceFor(tx, 'edit', id);
      const line = lineDraft(input.line, ctx.newId('InvoiceLine'), ['line']);
      if (line.projectId && (await tx.row(ProjectFacts, line.projectId))?.clientId !== clientId) {
        const path = ['line', 'projectId'];
        tx.refuse(violation('REFERENCE_UNKNOWN', 'The client has no such project.', { path }));
      }
      const { tax } = await partiesOf(tx, accountId);
      const options = { expectedVersion, path: ['line'] };
      await tx.run(invoice, id, { type: 'addLine', line, tax }, options);
      return { invoice: await tx.row(Invoice, id) };
    });
  }

  @Mutation(() => InvoicePayload, { description: 'Changes a position of a draft.' })
  @Requires('billing:write')
  @Emits('billing.InvoiceLineChanged')
  invoiceLineUpdate(
    @Ctx() ctx: GraphContext,
    @Input(InvoiceLineUpdateInput) input: InvoiceLineUpdateInput,
  ): WrittenInvoice {
    return mutate(ctx, input, async (tx) => {
      const { id, lineId, expectedVersion } = input;
      const { accountId } = await invoiceFor(tx, 'edit', id);
      const { tax } = await partiesOf(tx, accountId);
      const command = { type: 'changeLine' as const, lineId, to: lineChanges(input), tax };
      await tx.run(invoice, id, command, { expectedVersion });
      return { invoice: await tx.row(Invoice, id) };
    });
  }

  @Mutation(() => InvoicePayload, {
    description: 'Takes a position off a draft; the time behind it can be invoiced again.',
  })
  @Requires('billing:write')
  @Emits('billing.InvoiceLineRemoved', 'billing.BillableItemsReleased')
  invoiceLineRemove(
    @Ctx() ctx: GraphContext,
    @Input(InvoiceLineRemoveInput) input: InvoiceLineRemoveInput,
  ): WrittenInvoice {
    return mutate(ctx, input, async (tx) => {
      const { id, lineId, expectedVersion } = input;
      const before = await invoiceFor(tx, 'edit', id);
      const { tax } = await partiesOf(tx, before.accountId);
      await tx.run(invoice, id, { type: 'removeLine', lineId, tax }, { expectedVersion });
      const line = before.lineData.find((candidate) => candidate.id === lineId);
      const items = line?.sources.map(({ itemId }) => itemId) ?? [];
      if (items.length > 0) await releaseItems(tx, id, items);
      return { invoice: await tx.row(Invoice, id) };
    });
  }
}
