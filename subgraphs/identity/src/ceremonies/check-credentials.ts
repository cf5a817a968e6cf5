import { violation } from '@nexus/kit/domain';
import { type Context, Refusal, type SqlRunner } from '@nexus/kit/events';
import type { SubgraphRuntime } from '@nexus/kit/graph';
import { readPlatform } from '@nexus/kit/read';
import { blockedUntil, networkOf, SUSPEND_AFTER } from '../domain/attempts.js';
import { user } from '../domain/user.aggregate.js';
import {
  type Account,
  accountByEmail,
  suspendAccount,
  upgradeHash,
} from '../guards/account.guard.js';
import {
  type AttemptSubject,
  counterOf,
  countFailure,
  forgiveFailures,
} from '../guards/attempt.guard.js';
import { isKnownDevice } from '../guards/device.guard.js';
import { emailIndex, tokenHash } from '../guards/secrets.js';
import {
  dummyHash,
  hashPassword,
  hashSlots,
  isOutdated,
  passwordMatches,
} from './password-hash.js';
import { writePlatform } from './platform-access.js';

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly deviceToken?: string | null | undefined;
  /** The caller's address; undefined where nobody is behind the call. */
  readonly ip?: string | undefined;
}

interface Tried {
  readonly account: Account | undefined;
  readonly subjects: readonly AttemptSubject[];
  readonly pausedUntil: Date | undefined;
}

/**
 * The account whose password this is. Counts failures by account and network; unknown addresses are counted,
 * compared and answered like known ones. Throws Refusal (INVALID_CREDENTIALS, TOO_MANY_REQUESTS) or NoSlot.
 */
export async function checkCredentials(
  house: SubgraphRuntime,
  ctx: Context,
  given: Credentials,
): Promise<Account> {
  const { keys } = house.kernel.events;
  const now = house.kernel.clock.now();
  // The counters are read inside the slot: a flood of parallel guesses meets the pause as soon as it is due.
  const outcome = await hashSlots.run(async () => {
    const tried = await readPlatform(house, (tx) => lookUp(house, tx, given, now));
    if (tried.pausedUntil) return { ...tried, matches: false, upgraded: null };
    const { account } = tried;
    const matches = await passwordMatches(
      keys,
      given.password,
      account?.passwordHash ?? (await dummyHash(keys)),
    );
    const good = matches && account?.passwordHash != null && !account.suspended;
    const upgraded =
      good && isOutdated(account.passwordHash) ? await hashPassword(keys, given.password) : null;
    return { ...tried, matches: good, upgraded };
  });
  if (outcome.pausedUntil) throw paused(outcome.pausedUntil, now);
  const { account, subjects, upgraded } = outcome;
  if (!account || !outcome.matches) {
    await countFailures(house, ctx, subjects, account, now);
    throw wrongCredentials();
  }
  await writePlatform(house, ctx, async (tx) => {
    for (const subject of subjects) if (subject.kind !== 'IP') await forgiveFailures(tx, subject);
    if (upgraded) await upgradeHash(tx, keys, account.id, upgraded);
  });
  return account;
}

async function lookUp(
  { kernel }: SubgraphRuntime,
  tx: SqlRunner,
  given: Credentials,
  now: Date,
): Promise<Tried> {
  const { keys } = kernel.events;
  const account = await accountByEmail(tx, keys, given.email);
  const device = given.deviceToken ? tokenHash(given.deviceToken) : undefined;
  const known = account && device ? await isKnownDevice(tx, device, account.id) : false;
  // A device that has signed in before has a counter of its own: a stranger cannot lock its owner out.
  const person: AttemptSubject = known
    ? { kind: 'DEVICE', subject: `${device}/${account?.id}` }
    : { kind: 'ACCOUNT', subject: emailIndex(keys, given.email) };
  const network: AttemptSubject[] = given.ip ? [{ kind: 'IP', subject: networkOf(given.ip) }] : [];
  const subjects = [person, ...network];
  let pausedUntil: Date | undefined;
  for (const subject of subjects) {
    const until = blockedUntil(await counterOf(tx, subject), now);
    if (until && (!pausedUntil || until > pausedUntil)) pausedUntil = until;
  }
  return { account, subjects, pausedUntil };
}

async function countFailures(
  house: SubgraphRuntime,
  ctx: Context,
  subjects: readonly AttemptSubject[],
  account: Account | undefined,
  now: Date,
): Promise<void> {
  await writePlatform(house, ctx, async (tx) => {
    for (const subject of subjects) {
      const counter = await countFailure(tx, subject, now);
      if (
        subject.kind !== 'ACCOUNT' ||
        counter.inWindow < SUSPEND_AFTER ||
        !account ||
        account.suspended
      )
        continue;
      await suspendAccount(tx, account.id);
      await tx.run(user, account.id, { type: 'SuspendPassword', userId: account.id });
    }
  });
}

function paused(until: Date, now: Date): Refusal {
  const retryAfter = Math.ceil((until.getTime() - now.getTime()) / 1_000);
  const message = `Too many tries; wait ${retryAfter} seconds.`;
  return new Refusal([violation('TOO_MANY_REQUESTS', message, { meta: { retryAfter } })]);
}

/** One code, one text, whatever was wrong. */
export function wrongCredentials(): Refusal {
  return new Refusal([violation('INVALID_CREDENTIALS', 'E-mail or password is wrong.')]);
}
