import { PLATFORM_TENANT, servicePrincipal } from '@nexus/kit/domain';
import { type Context, createContext } from '@nexus/kit/events';
import type { JobDefinition, SubgraphRuntime } from '@nexus/kit/graph';
import { accessTokens } from '../ceremonies/access-tokens.js';
import { mailPort } from '../ceremonies/mail-port.js';
import { endSession } from '../ceremonies/open-session.js';
import { writePlatform } from '../ceremonies/platform-access.js';
import { withLink } from '../domain/mail.js';
import { sweepAttempts } from '../guards/attempt.guard.js';
import { dueMails, mailDelivered, mailFailed, sweepMails } from '../guards/mail.guard.js';
import { sweepTokens } from '../guards/one-time-token.guard.js';
import { sweepSessions, untoldEnds } from '../guards/session.guard.js';

const BATCH = 50;

function service({ kernel }: SubgraphRuntime, requestId: string): Context {
  return createContext(kernel, servicePrincipal('identity', PLATFORM_TENANT), { requestId });
}

/** Hands due mails to the mail server; without one they stay where they are. */
const deliverMail: JobDefinition = {
  name: 'identity.deliver-mail',
  everyMs: 2_000,
  async run(house) {
    const transport = house.adapters.get(mailPort);
    if (transport.kind === 'mailbox') return;
    await writePlatform(house, service(house, 'deliver-mail'), async (tx) => {
      for (const mail of await dueMails(tx, tx.keys, tx.ctx.now)) {
        const { to, subject } = mail;
        try {
          await transport.send({ to, subject, text: withLink(mail, transport.pages) });
          await mailDelivered(tx, mail.id);
        } catch (error) {
          house.kernel.logger.warn(
            { err: error, mail: mail.id },
            'mail could not be sent, trying again later',
          );
          await mailFailed(tx, mail, error, tx.ctx.now);
        }
      }
    });
  },
};

/** Writes to the log what ended without it: sessions of members who left, and those that ran out. */
const tellEndedSessions: JobDefinition = {
  name: 'identity.tell-ended-sessions',
  everyMs: 5_000,
  async run(house) {
    await writePlatform(house, service(house, 'tell-ended-sessions'), async (tx) => {
      for (const { id, reason } of await untoldEnds(tx, tx.ctx.now, BATCH))
        await endSession(tx, id, reason);
    });
  },
};

/** Forgets what has no more use, and makes signing keys ahead of time. */
const tidyUp: JobDefinition = {
  name: 'identity.tidy-up',
  everyMs: 3_600_000,
  async run(house) {
    await writePlatform(house, service(house, 'tidy-up'), async (tx) => {
      const { now } = tx.ctx;
      await sweepAttempts(tx, now);
      await sweepTokens(tx, now);
      await sweepMails(tx, now);
      await sweepSessions(tx, now);
    });
    await accessTokens(house.kernel).rotate();
  },
};

export const jobs: readonly JobDefinition[] = [deliverMail, tellEndedSessions, tidyUp];
