import type { JobDefinition } from '@nexus/kit/graph';
import { invoiceMail } from '../guards/ports.js';
import { inEachTenant } from './tenants.js';

const EVERY_MS = 5_000;
const BATCH = 100;

interface MailRow {
  readonly id: string;
  readonly recipient: string | null;
  readonly client_id: string | null;
  readonly subject: string;
  readonly body: string;
  readonly page: string | null;
}

/** Hands over what waits in the outbox. A message stays until it was taken, so that none is lost. */
export const deliverMail: JobDefinition = {
  name: 'billing.deliver-mail',
  everyMs: EVERY_MS,
  run: (runtime) =>
    inEachTenant(runtime, 'billing.deliver-mail', async ({ ctx, write }) => {
      const { result } = await write((tx) =>
        tx.sql<MailRow>(
          `SELECT id, recipient, client_id, subject, body, page FROM billing.outgoing_mail
           ORDER BY queued_at LIMIT $1`,
          [BATCH],
        ),
      );
      const mail = runtime.adapters.get(invoiceMail);
      for (const { id, recipient, client_id: clientId, subject, body, page } of result) {
        const to = clientId ? { clientId } : { email: recipient ?? '' };
        const text = page ? `${body}\n\n${mail.portal}${page}` : body;
        await mail.send({ id, tenantId: ctx.tenantId, to, subject, text });
        await write((tx) => tx.sql('DELETE FROM billing.outgoing_mail WHERE id = $1', [id]));
      }
    }),
};
