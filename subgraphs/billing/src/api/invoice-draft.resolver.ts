import { isIdOf, violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import { Emits, type GraphContext, mutate, Public, Requires } from '@nexus/kit/graph';
import { Ctx, Mutation, Resolver } from 'type-graphql';
import { accountIdOf } from '../domain/billing-account.aggregate.js';
import { linesFromItems } from '../domain/draft-lines.js';
import { invoice } from '../domain/invoice.aggregate.js';
import { releaseItems } from '../guards/item-holds.js';
import { partiesOf } from '../guards/parties.js';
import { mayInvoice } from '../policies/invoice.policy.js';
import { BILLING_ACCOUNTS, BILLING_ITEMS, BILLING_SELLER } from '../read/consumer-names.js';
import { Invoice } from '../read/invoice.entity.js';
import { ProjectFacts, projectFactsProjection } from '../read/project-facts.projection.js';
import { takeItems } from './draft-items.js';
import { Input } from './input.js';
import { invoiceFor } from './invoice.access.js';
import { InvoicePayload, type WrittenInvoice } from './invoice.payload.js';
import {
  InvoiceDraftCreateInput,
  InvoiceDraftDeleteInput,
  InvoiceUpdateInput,
} from './invoice-draft.inputs.js';
import { lineDraft } from './invoice-line.inputs.js';

/** What must have arrived before a draft is made: the client, its projects, and the time approved a moment ago. */
const FENCES = [BILLING_SELLER, BILLING_ACCOUNTS, projectFactsProjection.name, BILLING_ITEMS];

/** The project asked for, of this client; absent and foreign are the same answer. */
async function projectOf(
  tx: WriteSession,
  clientId: string,
  projectId: string | null,
  path: string[],
) {
  if (!projectId) return undefined;
  const project = await tx.row(ProjectFacts, projectId);
  if (project?.clientId === clientId) return project;
  return tx.refuse(violation('REFERENCE_UNKNOWN', 'The client has no such project.', { path }));
}

@Resolver(() => Invoice)
export class InvoiceDraftResolver {
  @Mutation(() => InvoicePayload, {
    description:
      'Makes a draft from approved time and reached milestones. It reserves them for itself.',
  })
  @Requires('billing:write')
  @Emits('billing.InvoiceDrafted', 'billing.BillableItemsReserved')
  @Public()
  async invoiceDraftCreate(
    @Ctx() ctx: GraphContext,
    @Input(InvoiceDraftCreateInput) input: InvoiceDraftCreateInput,
  ): WrittenInvoice {
    await Promise.all(FENCES.map((consumer) => ctx.fence(consumer)));
    return mutate(ctx, input, (tx) => draft(tx, input), { keyRequired: true });
  }

  @Mutation(() => InvoicePayload, { description: 'Changes terms and texts of a draft.' })
  @Requires('billing:write')
  @Emits('billing.InvoiceDetailsChanged')
  invoiceUpdate(
    @Ctx() ctx: GraphContext,
    @Input(InvoiceUpdateInput) input: InvoiceUpdateInput,
  ): WrittenInvoice {
    return mutate(ctx, input, async (tx) => {
      const { id, expectedVersion, terms, notes, poNumber } = input;
      await invoiceFor(tx, 'edit', id);
      const details = {
        ...(terms != null && { terms }),
        ...(notes !== undefined && { notes }),
        ...(poNumber !== undefined && { poNumber }),
      };
      await tx.run(invoice, id, { type: 'changeDetails', ...details }, { expectedVersion });
      return { invoice: await tx.row(Invoice, id) };
    });
  }

  @Mutation(() => InvoicePayload, {
    description:
      'Deletes a draft and gives back what it held. A finalized invoice is voided or credited instead.',
  })
  @Requires('billing:write')
  @Emits('billing.InvoiceDraftDeleted', 'billing.BillableItemsReleased')
  invoiceDraftDelete(
    @Ctx() ctx: GraphContext,
    @Input(InvoiceDraftDeleteInput) input: InvoiceDraftDeleteInput,
  ): WrittenInvoice {
    return mutate(ctx, input, async (tx) => {
      const deleted = await invoiceFor(tx, 'edit', input.id);
      await tx.run(invoice, input.id, { type: 'deleteDraft' });
      await releaseItems(tx, input.id);
      return { invoice: deleted };
    });
  }
}

async function draft(tx: WriteSession, input: InvoiceDraftCreateInput) {
  const { clientId, notes = null, poNumber = null } = input;
  const { ctx } = tx;
  if (!isIdOf('Client', clientId)) {
    const detail = { path: ['clientId'] };
    return tx.refuse(violation('REFERENCE_UNKNOWN', 'There is no such client.', detail));
  }
  const { account, settings, today, tax } = await partiesOf(tx, accountIdOf(clientId));
  const project = await projectOf(tx, clientId, input.projectId ?? null, ['projectId']);
  for (const [i, line] of (input.lines ?? []).entries()) {
    await projectOf(tx, clientId, line.projectId ?? null, ['lines', String(i), 'projectId']);
  }
  const attributes = {
    clientId,
    projectId: project?.id ?? null,
    projectManagerId: project?.managerId ?? null,
    status: 'DRAFT' as const,
  };
  if (!mayInvoice(ctx.principal, 'edit', attributes)) {
    return tx.refuse(
      violation('NOT_ALLOWED', 'You may not invoice this.', { path: ['projectId'] }),
    );
  }
  const invoiceId = ctx.newId('Invoice');
  const { currency, items } = await takeItems(tx, {
    ...{ invoiceId, clientId, projectId: project?.id ?? null },
    upTo: input.upTo ?? today,
    currency: input.currency ?? null,
    preferred: project?.currency ?? account.currency,
  });
  const written = (input.lines ?? []).map((line, i) =>
    lineDraft(line, ctx.newId('InvoiceLine'), ['lines', String(i)]),
  );
  if (items.length + written.length === 0) {
    const detail = { path: ['upTo'] };
    tx.refuse(
      violation(
        'NOTHING_TO_INVOICE',
        'There are no approved, uninvoiced hours up to this date.',
        detail,
      ),
    );
  }
  const lines = [
    ...linesFromItems(items, input.grouping ?? 'TASK', (entity) => ctx.newId(entity)),
    ...written,
  ];
  const projects = new Set(lines.map((line) => line.projectId));
  const [only = null] = projects.size === 1 ? projects : [];
  await tx.run(invoice, invoiceId, {
    type: 'draft',
    ...{ invoiceId, clientId, currency, lines, tax, notes, poNumber },
    projectId: project?.id ?? only,
    accountId: account.accountId,
    terms: input.terms ?? account.paymentTerms ?? settings.paymentTerms,
  });
  return { invoice: await tx.row(Invoice, invoiceId) };
}
