import { PLATFORM_TENANT, servicePrincipal } from '@nexus/kit/domain';
import { type Context, createContext, type WriteSession } from '@nexus/kit/events';
import type { JobDefinition, SubgraphRuntime } from '@nexus/kit/graph';
import { accessTokens } from '../ceremonies/access-tokens.js';
import { mailPort } from '../ceremonies/mail-port.js';
import { endSession } from '../ceremonies/open-session.js';
import { writePlatform } from '../ceremonies/platform-access.js';
import { withLink } from '../domain/mail.js';
import { sweepMailbox } from '../guards/arrived-mail.guard.js';
import { sweepAttempts } from '../guards/attempt.guard.js';
import {
  claimMail,
  mailDelivered,
  mailFailed,
  openSealedMail,
  sweepMails,
} from '../guards/mail.guard.js';
import { sweepTokens } from '../guards/one-time-token.guard.js';
import { mailError } from '../guards/outbox.js';
import { sweepSessions, untoldEnds } from '../guards/session.guard.js';

const BATCH = 50;

function service({ kernel }: SubgraphRuntime, requestId: string): Context {
  return createContext(kernel, servicePrincipal('identity', PLATFORM_TENANT), { requestId });
}

/**
 * Hands due mails to the mail server, each claimed before and settled after: no transaction waits for the server. Where
 * the server does not answer at all, the others are left for the next run.
 */
const deliverMail: JobDefinition = {
  name: 'identity.deliver-mail',
  everyMs: 1_000,
  async run(house) {
    const transport = house.adapters.get(mailPort);
    const onPlatform = <Result>(work: (tx: WriteSession) => Promise<Result>) =>
      writePlatform(house, service(house, 'deliver-mail'), work);
    for (let sent = 0; sent < BATCH; sent++) {
      const mail = await onPlatform((tx) => claimMail(tx, tx.ctx.now));
      if (!mail) return;
      const { id, forTenant: tenantId } = mail;
      try {
        const content = openSealedMail(house.kernel.events.keys, mail);
        const { to, subject } = content;
        const text = withLink(content, transport.pages);
        await transport.send({ id, tenantId, to, subject, text });
      } catch (error) {
        house.kernel.logger.warn(
          { mail: id, reason: mailError(error) },
          'mail could not be sent, trying again later',
        );
        await onPlatform((tx) => mailFailed(tx, mail, error, tx.ctx.now));
        if (!isAnswer(error)) return;
        continue;
      }
      await onPlatform((tx) => mailDelivered(tx, id));
    }
  },
};

/** Whether the mail server has said no to this mail, and may well take another. */
function isAnswer(error: unknown): boolean {
  return error instanceof Error && 'responseCode' in error && error.responseCode !== undefined;
}

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
      await sweepMailbox(tx, now);
      await sweepSessions(tx, now);
    });
    await accessTokens(house.kernel).rotate();
  },
};

export const jobs: readonly JobDefinition[] = [deliverMail, tellEndedSessions, tidyUp];
