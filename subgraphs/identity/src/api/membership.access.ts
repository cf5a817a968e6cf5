import { violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import { type ResourceSql, sql } from '@nexus/kit/read';
import { canManageMembership, canReadMembership } from '../policies/membership.policy.js';
import { Invitation } from '../read/invitation.entity.js';
import { Membership } from '../read/membership.entity.js';

/** How the read models show what conditions name. */
export const membershipResource: ResourceSql = {
  userId: { value: sql`t.user_id` },
  clientId: { value: sql`t.client_id` },
};
export const invitationResource: ResourceSql = { clientId: { value: sql`t.client_id` } };

/** The membership to be changed; absent and out of reach are the same answer. */
export async function managedMembership(
  tx: WriteSession,
  id: string,
  may: typeof canManageMembership = canManageMembership,
): Promise<Membership> {
  const row = await tx.row(Membership, id);
  if (!row || !canReadMembership(tx.ctx.principal, row)) {
    return tx.refuse(violation('NOT_FOUND', 'There is no such membership.', { path: ['id'] }));
  }
  if (!may(tx.ctx.principal, row)) {
    return tx.refuse(violation('NOT_ALLOWED', 'You may not change this membership.'));
  }
  return row;
}

/** The same for an invitation. */
export async function managedInvitation(tx: WriteSession, id: string): Promise<Invitation> {
  const row = await tx.row(Invitation, id);
  if (!row || !canReadMembership(tx.ctx.principal, { clientId: row.clientId })) {
    return tx.refuse(violation('NOT_FOUND', 'There is no such invitation.', { path: ['id'] }));
  }
  if (!canManageMembership(tx.ctx.principal, { clientId: row.clientId })) {
    return tx.refuse(violation('NOT_ALLOWED', 'You may not change this invitation.'));
  }
  return row;
}
