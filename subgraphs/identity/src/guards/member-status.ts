import type { WriteSession } from '@nexus/kit/events';
import type { DeactivationCause } from '../../events.d.ts';
import { membership } from '../domain/membership.aggregate.js';
import type { Grantor } from '../domain/role.rules.js';
import { otherActiveAdmins } from './administrators.guard.js';
import { freeSeat } from './invite.js';
import { linkMembership } from './membership-link.guard.js';
import { withPlatformRows } from './platform.js';
import { endSessionsOf } from './session.guard.js';

export interface Deactivation {
  readonly cause: DeactivationCause;
  readonly reassignToUserId?: string | null | undefined;
}

/** Shuts a member out: event, link, and the sessions through this membership, all in one transaction. */
export async function deactivate(
  tx: WriteSession,
  membershipId: string,
  { cause, reassignToUserId = null }: Deactivation,
  actor: Grantor,
): Promise<void> {
  const others = await otherActiveAdmins(tx, membershipId);
  await tx.run(membership, membershipId, {
    type: 'Deactivate',
    cause,
    reassignToUserId: reassignToUserId ?? null,
    otherActiveAdmins: others,
    actor,
  });
  if (cause === 'REMOVED') await freeSeat(tx, membershipId);
  await linkMembership(tx, membershipId);
  await withPlatformRows(tx, () => endSessionsOf(tx, membershipId, tx.ctx.now));
}

/** Lets a suspended member in again. */
export async function reactivate(
  tx: WriteSession,
  membershipId: string,
  actor: Grantor,
): Promise<void> {
  await tx.run(membership, membershipId, { type: 'Reactivate', actor });
  await linkMembership(tx, membershipId);
}

export interface RoleChange {
  readonly roles: readonly string[];
  readonly expectedVersion?: number | null | undefined;
}

/** Gives a member other roles; what they may do changes with the commit. */
export async function changeRoles(
  tx: WriteSession,
  membershipId: string,
  { roles, expectedVersion }: RoleChange,
  grantor: Grantor,
): Promise<void> {
  const others = await otherActiveAdmins(tx, membershipId);
  const command = { type: 'ChangeRoles', roles, grantor, otherActiveAdmins: others } as const;
  await tx.run(membership, membershipId, command, { expectedVersion });
  await linkMembership(tx, membershipId);
}
