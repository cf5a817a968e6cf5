import { encodeId, violation } from '@nexus/kit/domain';
import { type Context, Refusal } from '@nexus/kit/events';
import type { SubgraphRuntime } from '@nexus/kit/graph';
import { readPlatform } from '@nexus/kit/read';
import { invitation } from '../domain/invitation.aggregate.js';
import { membership } from '../domain/membership.aggregate.js';
import { passwordMinLength } from '../domain/setting-values.js';
import { accountByEmail } from '../guards/account.guard.js';
import { activeLinks, linkMembership } from '../guards/membership-link.guard.js';
import { dropToken, ownerOf, type TokenOwner } from '../guards/one-time-token.guard.js';
import { settingValues } from '../guards/tenant-settings.js';
import { withAnswerFloor } from './answer-floor.js';
import { checkCredentials } from './check-credentials.js';
import { choosePassword } from './choose-password.js';
import { type IssuedSession, issue, openSession } from './open-session.js';
import { writePlatform, writeTenant } from './platform-access.js';
import { registerAccount } from './register-account.js';

export interface Acceptance {
  readonly token: string;
  readonly name: string;
  readonly password: string;
  readonly deviceToken?: string | null | undefined;
  readonly ip?: string | undefined;
  readonly userAgent?: string | null | undefined;
}

interface Invited {
  readonly email: string;
  readonly membershipId: string;
  readonly tenantName: string;
  /** How long a new password is at least in this tenant. */
  readonly minLength: number;
}

const SERVICE = { type: 'service', subject: 'identity' } as const;

/**
 * Accepts an invitation: the account is made (or its password checked, where the address has one), the
 * membership begins, a session is opened. Each step may be repeated, so that an acceptance that broke off is
 * finished by the same token. Throws Refusal.
 */
export function acceptInvitation(
  house: SubgraphRuntime,
  ctx: Context,
  wish: Acceptance,
): Promise<IssuedSession> {
  return withAnswerFloor(async () => {
    const owner = await tokenOwner(house, ctx, wish.token);
    const invited = await openInvitation(house, ctx, owner);
    const userId = await accountFor(house, ctx, invited, wish);
    await joinTenant(house, ctx, owner, userId, wish.name);
    const opened = await writePlatform(house, ctx, async (tx) => {
      await dropToken(tx, 'INVITATION', owner.owner);
      const link = (await activeLinks(tx, userId)).find(({ id }) => id === invited.membershipId);
      if (!link) throw invalidToken();
      return openSession(tx, link, wish);
    });
    return issue(house, opened);
  });
}

async function tokenOwner(
  house: SubgraphRuntime,
  ctx: Context,
  token: string,
): Promise<TokenOwner> {
  const owner = await writePlatform(house, ctx, (tx) =>
    ownerOf(tx, 'INVITATION', token, tx.ctx.now),
  );
  if (!owner) throw invalidToken();
  return owner;
}

function openInvitation(
  house: SubgraphRuntime,
  ctx: Context,
  { owner, ownerTenant }: TokenOwner,
): Promise<Invited> {
  return writeTenant(house, ctx, SERVICE, ownerTenant, async (tx) => {
    const { state } = await tx.load(invitation, owner);
    if (state.status !== 'OPEN' || !state.email) throw invalidToken();
    const [tenant] = await tx.sql<{ name: string }>('SELECT name FROM identity.tenant');
    const minLength = passwordMinLength(await settingValues(tx));
    const { email, membershipId } = state;
    return { email, membershipId, tenantName: tenant?.name ?? '', minLength };
  });
}

/** The token proves the address, but an account that exists is opened by its own password only. */
async function accountFor(
  house: SubgraphRuntime,
  ctx: Context,
  { email, tenantName, minLength }: Invited,
  { name, password, deviceToken, ip }: Acceptance,
): Promise<string> {
  const { keys } = house.kernel.events;
  const existing = await readPlatform(house, (tx) => accountByEmail(tx, keys, email));
  if (existing)
    return (await checkCredentials(house, ctx, { email, password, deviceToken, ip })).id;
  const passwordHash = await choosePassword(keys, {
    password,
    email,
    name,
    tenantName,
    minLength,
  });
  const userId = encodeId('User', house.kernel.ids.uuid(house.kernel.clock.now()));
  await writePlatform(house, ctx, (tx) =>
    registerAccount(tx, { userId, email, name, passwordHash, via: 'INVITE' }),
  );
  return userId;
}

function joinTenant(
  house: SubgraphRuntime,
  ctx: Context,
  { owner, ownerTenant }: TokenOwner,
  userId: string,
  name: string,
): Promise<void> {
  return writeTenant(house, ctx, { type: 'user', subject: userId }, ownerTenant, async (tx) => {
    const { state } = await tx.run(invitation, owner, { type: 'Accept', userId });
    if (state.status === 'ABSENT') throw invalidToken();
    const { membershipId, kind, clientId, contactId, roles, email } = state;
    await tx.run(membership, membershipId, {
      type: 'Join',
      member: { membershipId, userId, kind, clientId, contactId, roles, name, email },
      grantor: { type: 'service', roles: [], scopes: [], conditions: {} },
    });
    await linkMembership(tx, membershipId);
  });
}

function invalidToken(): Refusal {
  return new Refusal([
    violation('TOKEN_INVALID', 'This token is unknown, used or expired.', { path: ['token'] }),
  ]);
}
