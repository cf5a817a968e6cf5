import { violation } from '@nexus/kit/domain';
import { type Context, Refusal } from '@nexus/kit/events';
import type { SubgraphRuntime } from '@nexus/kit/graph';
import { membership } from '../domain/membership.aggregate.js';
import { user } from '../domain/user.aggregate.js';
import type { ProfilePatch } from '../domain/user-profile.js';
import { accountById, storeProfile } from '../guards/account.guard.js';
import { activeLinks } from '../guards/membership-link.guard.js';
import { writePlatform, writeTenant } from './platform-access.js';

/**
 * Changes the caller's account. A new name is told to each tenant that the account may act in, one after the
 * other: repeating the call finishes what broke off. Throws Refusal.
 */
export async function updateProfile(
  house: SubgraphRuntime,
  ctx: Context,
  patch: ProfilePatch,
): Promise<void> {
  const { subject } = ctx.principal;
  const { name, links } = await writePlatform(house, ctx, async (tx) => {
    const account = await accountById(tx, tx.keys, subject);
    if (!account) throw new Refusal([violation('NOT_FOUND', 'There is no such account.')]);
    const { state } = await tx.run(user, subject, {
      type: 'ChangeProfile',
      userId: subject,
      patch,
    });
    if (state.status === 'ABSENT') throw new Refusal([violation('NOT_FOUND', 'No such account.')]);
    const { locale, timeZone } = state;
    await storeProfile(tx, tx.keys, { ...account, name: state.name, locale, timeZone });
    return { name: state.name, links: await activeLinks(tx, subject) };
  });
  if (patch.name === undefined) return;
  for (const { id, tenantId } of links) {
    await writeTenant(house, ctx, { type: 'user', subject }, tenantId, (tx) =>
      tx.run(membership, id, { type: 'Rename', name }),
    );
  }
}
