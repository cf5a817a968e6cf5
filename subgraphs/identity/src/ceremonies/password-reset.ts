import { type Violation, violation } from '@nexus/kit/domain';
import { type Context, Refusal, type WriteSession } from '@nexus/kit/events';
import type { SubgraphRuntime } from '@nexus/kit/graph';
import { readPlatform } from '@nexus/kit/read';
import type { PasswordChanged } from '../../events.d.ts';
import { user } from '../domain/user.aggregate.js';
import {
  type Account,
  accountByEmail,
  accountById,
  storePassword,
} from '../guards/account.guard.js';
import { forgiveFailures, mayMail } from '../guards/attempt.guard.js';
import { queueMail } from '../guards/mail.guard.js';
import { activeLinks } from '../guards/membership-link.guard.js';
import { dropToken, issueToken, ownerOf } from '../guards/one-time-token.guard.js';
import { emailIndex } from '../guards/secrets.js';
import { accountMinLength } from '../guards/tenant-settings.js';
import { atFixedPace, withAnswerFloor } from './answer-floor.js';
import { checkCredentials } from './check-credentials.js';
import { choosePassword } from './choose-password.js';
import { endSessions } from './open-session.js';
import { writePlatform } from './platform-access.js';

const LIFE_MINUTES = 15;

/** Sends a token to the address, if an account has it. Answers alike, and as slowly, where none has. */
export function forgetPassword(house: SubgraphRuntime, ctx: Context, email: string): Promise<void> {
  return atFixedPace(() =>
    writePlatform(house, ctx, async (tx) => {
      const { now } = tx.ctx;
      if (!(await mayMail(tx, emailIndex(tx.keys, email), now))) return;
      const account = await accountByEmail(tx, tx.keys, email);
      const [link] = account ? await activeLinks(tx, account.id) : [];
      if (!account || !link) return;
      const whose = {
        purpose: 'PASSWORD_RESET',
        owner: account.id,
        ownerTenant: link.tenantId,
      } as const;
      const token = await issueToken(tx, whose, new Date(now.getTime() + LIFE_MINUTES * 60_000));
      await queueMail(tx, tx.keys, {
        uuid: tx.ctx.uuid(),
        forTenant: link.tenantId,
        now,
        to: account.email,
        subject: 'A new password for Nexus',
        text: `Hello ${account.name},\n\nset a new password within ${LIFE_MINUTES} minutes here:\n\n${token}\n\nIf you did not ask for it, nothing needs to be done.`,
        token,
        page: 'reset',
      });
    }),
  );
}

/** Sets a new password by a token; all sessions end. Throws Refusal: TOKEN_INVALID, PASSWORD_…. */
export function resetPassword(
  house: SubgraphRuntime,
  ctx: Context,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<void> {
  return withAnswerFloor(async () => {
    const { keys } = house.kernel.events;
    const find = (tx: WriteSession) => ownerOf(tx, 'PASSWORD_RESET', token, tx.ctx.now);
    const found = await writePlatform(house, ctx, async (tx) => {
      const whose = await find(tx);
      const account = whose && (await accountById(tx, keys, whose.owner));
      return account && { account, minLength: await accountMinLength(tx, account.id) };
    });
    if (!found) throw new Refusal([invalidToken()]);
    const { account, minLength } = found;
    const choice = { password, minLength, ...account };
    const hash = await choosePassword(keys, choice, hashesOf(account));
    await writePlatform(house, ctx, async (tx) => {
      // Looked at again: while the password was hashed, the token may have been spent.
      if ((await find(tx))?.owner !== account.id) tx.refuse(invalidToken());
      await dropToken(tx, 'PASSWORD_RESET', account.id);
      await forgiveFailures(tx, { kind: 'ACCOUNT', subject: emailIndex(keys, account.email) });
      await setPassword(tx, account.id, hash, 'RESET');
      await endSessions(tx, account.id, 'PASSWORD');
    });
  });
}

/** Changes the caller's password; their other sessions end. Throws Refusal. */
export function changePassword(
  house: SubgraphRuntime,
  ctx: Context,
  given: {
    readonly currentPassword: string;
    readonly password: string;
    readonly ip?: string | undefined;
  },
): Promise<void> {
  return withAnswerFloor(async () => {
    const { keys } = house.kernel.events;
    const { subject, sessionId } = ctx.principal;
    const known = await readPlatform(house, async (tx) => {
      const account = await accountById(tx, keys, subject);
      return account && { email: account.email, minLength: await accountMinLength(tx, subject) };
    });
    if (!known) throw new Refusal([violation('NOT_FOUND', 'There is no such account.')]);
    const { email, minLength } = known;
    const account = await checkCredentials(house, ctx, {
      email,
      password: given.currentPassword,
      ip: given.ip,
    }).catch(asPresentPassword);
    const hash = await choosePassword(
      keys,
      { password: given.password, minLength, ...account },
      hashesOf(account),
    );
    await writePlatform(house, ctx, async (tx) => {
      await setPassword(tx, account.id, hash, 'CHANGE');
      await dropToken(tx, 'PASSWORD_RESET', account.id);
      await endSessions(tx, account.id, 'PASSWORD', sessionId);
    });
  });
}

/** Somebody who is signed in may know which of the two was wrong. */
function asPresentPassword(error: unknown): never {
  if (!(error instanceof Refusal)) throw error;
  throw new Refusal(
    error.errors.map((one) =>
      one.rule === 'INVALID_CREDENTIALS'
        ? violation(one.rule, 'This is not the present password.', { path: ['currentPassword'] })
        : one,
    ),
  );
}

async function setPassword(
  tx: WriteSession,
  userId: string,
  hash: string,
  reason: PasswordChanged['reason'],
): Promise<void> {
  await storePassword(tx, tx.keys, userId, hash);
  await tx.run(user, userId, { type: 'ChangePassword', change: { userId, reason } });
}

function hashesOf({ passwordHash, previousHashes }: Account): string[] {
  return [...(passwordHash ? [passwordHash] : []), ...previousHashes];
}

function invalidToken(): Violation {
  return violation('TOKEN_INVALID', 'This token is unknown, used or expired.', { path: ['token'] });
}
