import type { WriteSession } from '@nexus/kit/events';

export interface Letter {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** Puts a letter into the outbox, in the transaction of what it tells of: handed over after the commit, or never. */
export async function queueLetter(tx: WriteSession, { to, subject, text }: Letter): Promise<void> {
  for (const recipient of to) {
    await tx.sql(
      `INSERT INTO billing.outgoing_mail (tenant_id, id, recipient, subject, body, queued_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [tx.ctx.tenantId, tx.ctx.newId('Mail'), recipient, subject, text, tx.ctx.now],
    );
  }
}
