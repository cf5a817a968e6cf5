import { aggregate } from '@nexus/kit/domain';
import type { DraftCommand, InvoiceCommand, IssuedCommand } from './invoice.commands.js';
import { decideDraft } from './invoice.draft.js';
import { type InvoiceEvent, invoiceEvents } from './invoice.events.js';
import { decideIssued } from './invoice.issued.js';
import { evolveInvoice, type InvoiceState, NO_INVOICE } from './invoice.state.js';

const DRAFT_COMMANDS: ReadonlySet<InvoiceCommand['type']> = new Set<DraftCommand['type']>([
  'draft',
  'addLine',
  'changeLine',
  'removeLine',
  'retax',
  'dropSource',
  'changeDetails',
  'deleteDraft',
  'finalize',
]);

function isDraftCommand(command: InvoiceCommand): command is DraftCommand {
  return DRAFT_COMMANDS.has(command.type);
}

/** DRAFT → OPEN → PARTIALLY_PAID → PAID, or VOID, or UNCOLLECTIBLE. What is finalized never changes. */
export const invoice = aggregate<InvoiceState, InvoiceCommand, InvoiceEvent>({
  name: 'invoice',
  catalogue: invoiceEvents,
  initial: NO_INVOICE,
  decide: (state, command, ctx) =>
    isDraftCommand(command)
      ? decideDraft(state, command)
      : decideIssued(state, command satisfies IssuedCommand, ctx),
  evolve: evolveInvoice,
});
