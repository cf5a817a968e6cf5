import { violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import {
  type Answer,
  Cost,
  Emits,
  type GraphContext,
  mutate,
  Payload,
  Public,
  Requires,
  readMoney,
} from '@nexus/kit/graph';
import { Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { invoice } from '../domain/invoice.aggregate.js';
import { creditFindings, finalizeFindings, voidFindings } from '../domain/invoice.rules.js';
import { isIssued } from '../domain/invoice.state.js';
import { creditNoteLines, finalizeLines, reversed, writeOffLines } from '../domain/ledger.js';
import { invoiceLetter } from '../domain/letters.js';
import { releaseItems } from '../guards/item-holds.js';
import { postEntry } from '../guards/journal.js';
import { takeNumber } from '../guards/number-series.js';
import { queueLetter } from '../guards/outgoing-mail.js';
import { partiesOf, sellerOf } from '../guards/parties.js';
import { BILLING_ACCOUNTS } from '../read/consumer-names.js';
import { CreditNote } from '../read/credit-note.entity.js';
import { Invoice } from '../read/invoice.entity.js';
import { Input } from './input.js';
import { invoiceFor } from './invoice.access.js';
import { InvoicePayload, type WrittenInvoice } from './invoice.payload.js';
import {
  CreditNoteIssueInput,
  InvoiceFinalizeInput,
  InvoiceMarkViewedInput,
  InvoiceSendInput,
  InvoiceVoidInput,
  InvoiceWriteOffInput,
} from './invoice-life.inputs.js';

const MOST_RECIPIENTS = 10;

@ObjectType({ description: 'A credit note that was issued.' })
export class CreditNotePayload extends Payload {
  @Field(() => CreditNote, { nullable: true, description: 'The credit note, where it was done.' })
  creditNote?: CreditNote;

  @Field(() => Invoice, { nullable: true, description: 'The invoice that it takes back.' })
  invoice?: Invoice;
}

@Resolver(() => Invoice)
export class InvoiceLifeResolver {
  @Mutation(() => InvoicePayload, {
    description: 'Gives a draft its number: from now on it is owed and never changes.',
  })
  @Requires('billing:write')
  @Emits('billing.InvoiceFinalized', 'billing.BillableItemsInvoiced', 'billing.JournalPosted')
  @Public()
  async invoiceFinalize(
    @Ctx() ctx: GraphContext,
    @Input(InvoiceFinalizeInput) input: InvoiceFinalizeInput,
  ): WrittenInvoice {
    // An address given a moment ago counts for the tax.
    await ctx.fence(BILLING_ACCOUNTS);
    return mutate(ctx, input, (tx) => finalize(tx, input.id), { keyRequired: true });
  }

  @Mutation(() => InvoicePayload, { description: 'Sends an invoice by mail, or marks it as sent.' })
  @Requires('billing:send')
  @Emits('billing.InvoiceSent')
  invoiceSend(
    @Ctx() ctx: GraphContext,
    @Input(InvoiceSendInput) input: InvoiceSendInput,
  ): WrittenInvoice {
    return mutate(ctx, input, async (tx) => {
      const { id, message = null } = input;
      const to = input.to ?? [];
      if (to.length > MOST_RECIPIENTS) {
        const path = ['to'];
        tx.refuse(
          violation('BATCH_TOO_LARGE', `At most ${MOST_RECIPIENTS} recipients.`, {
            path,
            meta: { max: MOST_RECIPIENTS },
          }),
        );
      }
      const { number, totalMinor: minor, currency, dueDate } = await invoiceFor(tx, 'send', id);
      const channel = to.length > 0 ? 'EMAIL' : 'OTHER';
      await tx.run(invoice, id, { type: 'send', channel, message });
      if (to.length > 0) {
        const { legalName: seller } = await sellerOf(tx);
        const total = { minor, currency };
        const { locale } = ctx;
        await queueLetter(tx, {
          ...invoiceLetter({
            locale,
            seller,
            number: number ?? '',
            total,
            dueDate: dueDate ?? '',
            message,
          }),
          to: to.map((email) => ({ email })),
          page: `/invoices/${id}`,
        });
      }
      return { invoice: await tx.row(Invoice, id) };
    });
  }

  @Mutation(() => InvoicePayload, {
    description: 'Notes that the client has looked at the invoice.',
  })
  @Requires('billing:read')
  @Emits('billing.InvoiceViewed')
  invoiceMarkViewed(
    @Ctx() ctx: GraphContext,
    @Input(InvoiceMarkViewedInput) input: InvoiceMarkViewedInput,
  ): WrittenInvoice {
    return mutate(ctx, input, async (tx) => {
      const row = await invoiceFor(tx, 'read', input.id);
      // Only the client's own look counts: staff look at invoices all day.
      if (ctx.principal.kind !== 'CLIENT') return { invoice: row };
      await tx.run(invoice, input.id, { type: 'view' });
      return { invoice: await tx.row(Invoice, input.id) };
    });
  }

  @Mutation(() => InvoicePayload, {
    description:
      'Takes back an invoice that was never sent, seen or paid; its time can be invoiced again.',
  })
  @Requires('billing:write')
  @Emits('billing.InvoiceVoided', 'billing.BillableItemsReleased', 'billing.JournalPosted')
  invoiceVoid(
    @Ctx() ctx: GraphContext,
    @Input(InvoiceVoidInput) input: InvoiceVoidInput,
  ): WrittenInvoice {
    return mutate(ctx, input, async (tx) => {
      const { id, reason } = input;
      const { clientId } = await invoiceFor(tx, 'void', id);
      const { today } = await sellerOf(tx);
      const { state } = await tx.load(invoice, id);
      const findings = voidFindings(state, reason);
      if (findings.length > 0) tx.refuse(...findings);
      if (isIssued(state)) {
        const lines = reversed(finalizeLines(state.totals, state.lines));
        const about = { causeId: id, clientId, date: today };
        await postEntry(tx, { cause: 'INVOICE_VOIDED', lines, ...about });
      }
      await tx.run(invoice, id, { type: 'void', reason });
      await releaseItems(tx, id);
      return { invoice: await tx.row(Invoice, id) };
    });
  }

  @Mutation(() => InvoicePayload, { description: 'Writes off what is left of an invoice.' })
  @Requires('billing:approve')
  @Emits('billing.InvoiceWrittenOff', 'billing.JournalPosted')
  invoiceWriteOff(
    @Ctx() ctx: GraphContext,
    @Input(InvoiceWriteOffInput) input: InvoiceWriteOffInput,
  ): WrittenInvoice {
    return mutate(ctx, input, async (tx) => {
      const { id, reason } = input;
      const { clientId } = await invoiceFor(tx, 'writeOff', id);
      const { today } = await sellerOf(tx);
      const { events } = await tx.run(invoice, id, { type: 'writeOff', reason });
      for (const event of events) {
        if (event.type !== 'InvoiceWrittenOff') continue;
        const about = { causeId: id, clientId, date: today };
        const lines = writeOffLines(event.data.amount);
        await postEntry(tx, { cause: 'INVOICE_WRITTEN_OFF', lines, ...about });
      }
      return { invoice: await tx.row(Invoice, id) };
    });
  }

  @Mutation(() => CreditNotePayload, {
    description:
      'Takes a finalized invoice back, in whole or in part. In whole, its time can be invoiced again.',
  })
  @Requires('billing:write')
  @Emits('billing.CreditNoteIssued', 'billing.BillableItemsReleased', 'billing.JournalPosted')
  @Cost(50)
  creditNoteIssue(
    @Ctx() ctx: GraphContext,
    @Input(CreditNoteIssueInput) input: CreditNoteIssueInput,
  ): Promise<Answer<{ creditNote: CreditNote | undefined; invoice: Invoice | undefined }>> {
    return mutate(ctx, input, (tx) => issueCreditNote(tx, input), { keyRequired: true });
  }
}

async function finalize(tx: WriteSession, id: string) {
  const { accountId, clientId } = await invoiceFor(tx, 'finalize', id);
  const { settings, seller, buyer, today, tax } = await partiesOf(tx, accountId);
  const { state } = await tx.load(invoice, id);
  const findings = finalizeFindings(state, tax);
  if (findings.length > 0) tx.refuse(...findings);
  const taken = await takeNumber(tx, 'INVOICE', settings.invoiceSeries, today);
  // What was decided, not what was read before: somebody may have changed the draft in between.
  const finalized = await tx.run(invoice, id, { type: 'finalize', ...taken, seller, buyer, tax });
  if (isIssued(finalized.state)) {
    const lines = finalizeLines(finalized.state.totals, finalized.state.lines);
    const about = { causeId: id, clientId, date: taken.issueDate };
    await postEntry(tx, { cause: 'INVOICE_FINALIZED', lines, ...about });
  }
  return { invoice: await tx.row(Invoice, id) };
}

async function issueCreditNote(tx: WriteSession, input: CreditNoteIssueInput) {
  const { invoiceId, reason } = input;
  const { clientId } = await invoiceFor(tx, 'credit', invoiceId, ['invoiceId']);
  const { today, creditNoteSeries } = await sellerOf(tx);
  const request = input.lines
    ? {
        full: false as const,
        lines: input.lines.map(({ lineId, net }, i) => ({
          lineId,
          net: readMoney(net, ['lines', String(i), 'net']),
        })),
      }
    : { full: true as const };
  const { state } = await tx.load(invoice, invoiceId);
  const findings = creditFindings(state, request, reason);
  if (findings.length > 0) tx.refuse(...findings);
  const creditNoteId = tx.ctx.newId('CreditNote');
  const taken = await takeNumber(tx, 'CREDIT_NOTE', creditNoteSeries, today);
  const command = { type: 'credit' as const, ...taken, creditNoteId, request, reason };
  const { events } = await tx.run(invoice, invoiceId, command);
  for (const event of events) {
    if (event.type !== 'CreditNoteIssued') continue;
    const lines = creditNoteLines(event.data, event.data.settles);
    const about = { causeId: creditNoteId, clientId, date: taken.issueDate };
    await postEntry(tx, { cause: 'CREDIT_NOTE_ISSUED', lines, ...about });
    if (event.data.full) await releaseItems(tx, invoiceId);
  }
  return {
    creditNote: await tx.row(CreditNote, creditNoteId),
    invoice: await tx.row(Invoice, invoiceId),
  };
}
