import type { WriteSession } from '@nexus/kit/events';
import type { LetterText } from '../domain/letters.js';

/** Who gets a letter: an address, or whoever pays a client's invoices. */
export type Reader = { readonly email: string } | { readonly clientId: string };

export interface Letter extends LetterText {
  readonly to: readonly Reader[];
  /** The page of the clients' portal that the letter leads to, `/invoices/inv_…`. */
  readonly page: string;
}

/** Puts a letter into the outbox, in the transaction of what it tells of: handed over after the commit, or never. */
export async function queueLetter(
  tx: WriteSession,
  { to, subject, text, page }: Letter,
): Promise<void> {
  for (const reader of to) {
    const [recipient, clientId] =
      'email' in reader ? [reader.email, null] : [null, reader.clientId];
    await tx.sql(
      `INSERT INTO billing.outgoing_mail (tenant_id, id, recipient, client_id, subject, body, page, queued_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [tx.ctx.tenantId, tx.ctx.newId('Mail'), recipient, clientId, subject, text, page, tx.ctx.now],
    );
  }
}
