import type { InvoiceMail } from '@nexus/billing';
import {
  billingContacts,
  keepMail,
  type MailTransport,
  queueMail,
  sinkTransport,
  smtpTransport,
} from '@nexus/identity';
import { PLATFORM_TENANT, servicePrincipal, type TenantId } from '@nexus/kit/domain';
import { createContext, type Kernel, write } from '@nexus/kit/events';
import type { Environment } from '../config/index.js';

/** From whom mails are that go no further than the mailbox of development. */
const NOBODY = 'Nexus <nexus@localhost>';

/**
 * The mail server that the environment names; without one a sink, which opens in the process that sends: the only one,
 * or the worker.
 */
export function openMail(
  { smtpUrl, mailFrom = NOBODY }: Pick<Environment, 'smtpUrl' | 'mailFrom'>,
  publicUrl: string,
  kernel: Kernel,
): MailTransport {
  const pages = `${publicUrl}/sign-in`;
  if (smtpUrl) return smtpTransport({ url: smtpUrl, from: mailFrom, pages });
  const principal = servicePrincipal('identity', PLATFORM_TENANT);
  return sinkTransport({
    from: mailFrom,
    pages,
    onListening: (port) => kernel.logger.debug({ port }, 'the mailbox of development listens'),
    async keep(mail) {
      const ctx = createContext(kernel, principal, { requestId: mail.id });
      await write(kernel, ctx, (tx) => keepMail(tx, tx.keys, mail, tx.ctx.now));
    },
  });
}

/**
 * Letters of billing leave through the same outbox as all mails: rows of the platform, one for each reader and message
 * however often it comes. Who reads what is for a client, identity knows.
 */
export function outboxMail(kernel: Kernel, publicUrl: string): InvoiceMail {
  return {
    portal: `${publicUrl}/client`,
    async send({ id, tenantId, to, subject, text }) {
      const principal = servicePrincipal('billing', PLATFORM_TENANT);
      const ctx = createContext(kernel, principal, { requestId: id });
      const forTenant = tenantId as TenantId;
      await write(kernel, ctx, async (tx) => {
        // The owner is this very try: another one finds the message taken.
        if (!(await tx.reserve('host.mailed', id, ctx.uuid()))) return;
        const readers =
          'clientId' in to
            ? await billingContacts(tx, tx.keys, forTenant, to.clientId)
            : [to.email];
        for (const reader of readers) {
          const mail = { to: reader, subject, text, token: null };
          await queueMail(tx, tx.keys, { ...mail, uuid: ctx.uuid(), forTenant, now: ctx.now });
        }
      });
    },
  };
}
