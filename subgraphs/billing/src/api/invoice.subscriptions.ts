import type { RecordedEvent } from '@nexus/kit/domain';
import {
  type GraphContext,
  LiveEvent,
  type LiveEventValue,
  live,
  Public,
  Requires,
} from '@nexus/kit/graph';
import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import { Invoice } from '../read/invoice.entity.js';
import { readableInvoice } from './invoice.access.js';

export const InvoicePaidEvent = LiveEvent(
  'InvoicePaidEvent',
  Invoice,
  'An invoice was paid to the last cent.',
);
export const InvoiceChangedEvent = LiveEvent(
  'InvoiceChangedEvent',
  Invoice,
  'Something happened to an invoice.',
);

type InvoiceEventValue = LiveEventValue<Invoice | null>;

const CHANGES = [
  'InvoiceDrafted',
  'InvoiceLineAdded',
  'InvoiceLineChanged',
  'InvoiceLineRemoved',
  'InvoiceDetailsChanged',
  'InvoiceDraftDeleted',
  'InvoiceFinalized',
  'InvoiceSent',
  'InvoiceViewed',
  'InvoicePaymentStarted',
  'InvoicePaymentEnded',
  'InvoicePaymentApplied',
  'InvoicePaid',
  'InvoiceOverdue',
  'InvoiceVoided',
  'InvoiceWrittenOff',
  'CreditNoteIssued',
].map((name) => `billing.${name}`);

interface InvoicePaidArgs {
  readonly clientId?: string | null;
  readonly after?: string | null;
}
interface InvoiceChangedArgs extends InvoicePaidArgs {
  readonly id?: string | null;
}

/** The client whose events are told: a client user's own where it names none; whether it may see others is asked later. */
const heardClient = (ctx: GraphContext, clientId: string | null | undefined) =>
  clientId ?? ctx.principal.clientId;

const nodeOf = (event: RecordedEvent, ctx: GraphContext) =>
  readableInvoice(ctx, String(event.data.invoiceId));

@Resolver()
export class InvoiceSubscriptions {
  @Subscription(() => InvoicePaidEvent, {
    subscribe: ({ context, args }: { context: GraphContext; args: InvoicePaidArgs }) =>
      live<Invoice>(context, {
        types: ['billing.InvoicePaid'],
        of: { clientId: heardClient(context, args.clientId) },
        after: args.after,
        node: nodeOf,
      }),
    description:
      'Tells of each invoice that is paid in full, of one client or of all within reach.',
  })
  @Requires('billing:read')
  @Public()
  invoicePaid(
    @Root() event: InvoiceEventValue,
    @Arg('clientId', () => ID, { nullable: true, description: 'Of this client only.' })
    _clientId?: string,
    @Arg('after', () => String, { nullable: true, description: 'Resumes behind this `sequence`.' })
    _after?: string,
  ): InvoiceEventValue {
    return event;
  }

  @Subscription(() => InvoiceChangedEvent, {
    subscribe: ({ context, args }: { context: GraphContext; args: InvoiceChangedArgs }) =>
      live<Invoice>(context, {
        types: CHANGES,
        of: { invoiceId: args.id, clientId: heardClient(context, args.clientId) },
        after: args.after,
        node: nodeOf,
      }),
    description:
      'Tells of everything that happens to an invoice, to those of a client, or to all within reach.',
  })
  @Requires('billing:read')
  @Public()
  invoiceChanged(
    @Root() event: InvoiceEventValue,
    @Arg('id', () => ID, { nullable: true, description: 'Of this invoice only.' })
    _id?: string,
    @Arg('clientId', () => ID, { nullable: true, description: 'Of this client only.' })
    _clientId?: string,
    @Arg('after', () => String, { nullable: true, description: 'Resumes behind this `sequence`.' })
    _after?: string,
  ): InvoiceEventValue {
    return event;
  }
}
