import {
  documentLinks,
  hmacDocumentLinks,
  type InvoiceMail,
  invoiceMail,
  paymentGateway,
  SandboxGateway,
} from '@nexus/billing';
import { mailPort, queueMail } from '@nexus/identity';
import { PLATFORM_TENANT, servicePrincipal, type TenantId } from '@nexus/kit/domain';
import { createContext, type Kernel, write } from '@nexus/kit/events';
import { Adapters } from '@nexus/kit/graph';
import type { Live } from '@nexus/kit/live';
import { presenceLive } from '@nexus/projects';
import { deriveKey } from '../config/index.js';
import type { Foundation } from './foundation.js';

/** Paths of what the host serves beside the graph. */
export const DOCUMENTS_PATH = '/documents';
export const SANDBOX_PATH = '/sandbox/charges';

/** Where clients reach this Nexus: links in mails and documents begin with it. */
export function publicUrlOf({
  environment: { port, publicUrl },
}: Pick<Foundation, 'environment'>): string {
  return publicUrl?.replace(/\/+$/, '') ?? `http://localhost:${port}`;
}

/** Invoices leave through the same outbox as all mails: rows of the platform, one per message however often it comes. */
function outboxMail(kernel: Kernel): InvoiceMail {
  return {
    async send({ id, tenantId, to, subject, text }) {
      const principal = servicePrincipal('billing', PLATFORM_TENANT);
      const ctx = createContext(kernel, principal, { requestId: id });
      await write(kernel, ctx, async (tx) => {
        const uuid = ctx.uuid();
        // The owner is this very try: another one finds the message taken.
        if (!(await tx.reserve('host.mailed', id, uuid))) return;
        const mail = {
          to,
          subject,
          text,
          token: null,
          uuid,
          forTenant: tenantId as TenantId,
          now: ctx.now,
        };
        await queueMail(tx, kernel.events.keys, mail);
      });
    },
  };
}

/** Plugs the outside world in: the sandbox gateway, signed links, the outbox, the carrier of presence. */
export function provideAdapters(base: Foundation, live: Live): (kernel: Kernel) => Adapters {
  return (kernel) =>
    new Adapters()
      .provide(presenceLive, live)
      .provide(mailPort, { kind: 'mailbox', pages: `${publicUrlOf(base)}/sign-in` })
      .provide(invoiceMail, outboxMail(kernel))
      .provide(
        documentLinks,
        hmacDocumentLinks(
          deriveKey(base.masterKey, 'document-links'),
          `${publicUrlOf(base)}${DOCUMENTS_PATH}`,
        ),
      )
      .provide(
        paymentGateway,
        new SandboxGateway(kernel, {
          actionUrl: (tenantId, ref) =>
            `${publicUrlOf(base)}${SANDBOX_PATH}/${tenantId}/${encodeURIComponent(ref)}`,
        }),
      );
}
