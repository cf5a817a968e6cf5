import { encodeId } from '@nexus/kit/domain';
import { DateTimeScalar, EventActor, type GraphContext } from '@nexus/kit/graph';
import { Field, ID, ObjectType } from 'type-graphql';
import { LINK_MINUTES } from '../domain/document.js';
import { documentLinks } from '../guards/ports.js';

@ObjectType({ description: 'Something that happened to an invoice.', simpleResolvers: true })
export class InvoiceHistoryEntry {
  @Field(() => ID, { description: 'Id of the event.' })
  id!: string;

  @Field(() => String, { description: 'What happened, by the name of the domain event.' })
  kind!: string;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  occurredAt!: Date;

  @Field(() => EventActor, { description: 'Who caused it.' })
  actor!: EventActor;
}

/** What a client may read of an invoice's history: nothing of its time as a draft. */
const FOR_CLIENTS = [
  'InvoiceFinalized',
  'InvoiceSent',
  'InvoiceViewed',
  'InvoicePaymentApplied',
  'InvoicePaid',
  'InvoiceOverdue',
  'InvoiceVoided',
  'CreditNoteIssued',
].map((name) => `billing.${name}`);

interface HistoryRow {
  stream: string;
  id: string;
  type: string;
  occurred_at: Date;
  actor_type: string;
  actor_id: string;
}

/** The history of an invoice, oldest first; one statement for all invoices of a page. */
export async function historyOf(ctx: GraphContext, id: string): Promise<InvoiceHistoryEntry[]> {
  const found = await ctx.read.load('billing.history', id, async (ids) => {
    const rows = await ctx.read.sql<HistoryRow>(
      `SELECT stream, id, type, occurred_at, actor_type, actor_id FROM kit.event
       WHERE tenant_id = $1 AND stream = ANY ($2) AND ($3::text[] IS NULL OR type = ANY ($3))
       ORDER BY stream, version`,
      [
        ctx.tenantId,
        ids.map((one) => `invoice-${one}`),
        ctx.principal.kind === 'CLIENT' ? FOR_CLIENTS : null,
      ],
    );
    const histories = new Map<string, InvoiceHistoryEntry[]>(ids.map((one) => [one, []]));
    for (const row of rows) {
      histories.get(row.stream.slice('invoice-'.length))?.push({
        id: encodeId('Event', row.id),
        kind: row.type.slice('billing.'.length),
        occurredAt: row.occurred_at,
        actor: { type: row.actor_type, id: row.actor_id },
      });
    }
    return histories;
  });
  return found ?? [];
}

/** A link to the PDF of an invoice or credit note, good for 15 minutes; null until it is rendered. */
export async function pdfUrlOf(ctx: GraphContext, documentId: string): Promise<string | null> {
  const rendered = await ctx.read.load('billing.document', documentId, async (ids) => {
    const rows = await ctx.read.sql<{ id: string }>(
      'SELECT id FROM billing.document WHERE id = ANY ($1)',
      [ids],
    );
    return new Map(rows.map(({ id }) => [id, true]));
  });
  if (!rendered) return null;
  const expiresAt = new Date(ctx.now.getTime() + LINK_MINUTES * 60_000);
  return ctx.port(documentLinks).sign({ tenantId: ctx.tenantId, documentId, expiresAt });
}
