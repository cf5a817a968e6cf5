import { type Principal, violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import type { MembershipKind } from '../../events.d.ts';
import { canonicalEmail } from '../domain/email.js';
import { invitation, invitationExpiry } from '../domain/invitation.aggregate.js';
import type { Grantor } from '../domain/role.rules.js';
import { invitationDays } from '../domain/setting-values.js';
import { mayMail } from './attempt.guard.js';
import { queueMail } from './mail.guard.js';
import { dropToken, issueToken } from './one-time-token.guard.js';
import { withPlatformRows } from './platform.js';
import { emailIndex } from './secrets.js';
import { settingValues } from './tenant-settings.js';

export interface Invite {
  readonly email: string;
  readonly name: string;
  readonly kind: MembershipKind;
  readonly roles: readonly string[];
  readonly clientId: string | null;
  readonly contactId: string | null;
}

/** What only one membership (or open invitation) of a tenant may hold: the address, per kind and client. */
const SEAT = 'identity.seat';

/** Keeps the seat for a membership. False where an active member or an open invitation has it. */
export function takeSeat(
  tx: WriteSession,
  { email, kind, clientId }: Pick<Invite, 'email' | 'kind' | 'clientId'>,
  membershipId: string,
): Promise<boolean> {
  return tx.reserve(SEAT, `${emailIndex(tx.keys, email)}/${kind}/${clientId ?? ''}`, membershipId);
}

export function freeSeat(tx: WriteSession, membershipId: string): Promise<void> {
  return tx.release(SEAT, membershipId);
}

/** Invites somebody: seat, event, token and mail in one transaction. Undefined where the seat is taken. */
export async function invite(
  tx: WriteSession,
  wish: Invite,
  grantor: Grantor,
): Promise<string | undefined> {
  const invitationId = tx.ctx.newId('Invitation');
  const membershipId = tx.ctx.newId('Membership');
  const days = invitationDays(await settingValues(tx));
  await tx.run(invitation, invitationId, {
    type: 'Send',
    invitation: { ...wish, invitationId, membershipId },
    grantor,
    days,
  });
  if (!(await takeSeat(tx, wish, membershipId))) return undefined;
  await sendInvitation(tx, invitationId, wish, days);
  return invitationId;
}

/** Sends an open invitation again; it is good as long as a new one. */
export async function resendInvitation(tx: WriteSession, invitationId: string): Promise<void> {
  const days = invitationDays(await settingValues(tx));
  const { state } = await tx.run(invitation, invitationId, { type: 'Resend', days });
  if (state.status === 'OPEN') await sendInvitation(tx, invitationId, state, days);
}

/** A new token, which makes earlier ones worthless, and the mail that brings it. */
async function sendInvitation(
  tx: WriteSession,
  invitationId: string,
  { email, name }: Pick<Invite, 'email' | 'name'>,
  days: number,
): Promise<void> {
  const { tenantId, now } = tx.ctx;
  const to = canonicalEmail(email);
  const [tenant] = await tx.sql<{ name: string }>('SELECT name FROM identity.tenant');
  const business = tenant?.name ?? 'Nexus';
  await withPlatformRows(tx, async () => {
    if (!(await mayMail(tx, emailIndex(tx.keys, to), now))) {
      tx.refuse(
        violation('TOO_MANY_REQUESTS', 'This address got many mails within the hour; wait.', {
          path: ['email'],
        }),
      );
    }
    const owner = { purpose: 'INVITATION', owner: invitationId, ownerTenant: tenantId } as const;
    const token = await issueToken(tx, owner, invitationExpiry(now, days));
    await queueMail(tx, tx.keys, {
      uuid: tx.ctx.uuid(),
      forTenant: tenantId,
      now,
      to,
      subject: `${business} invites you`,
      text: `Hello ${name},\n\n${business} invites you to work together on Nexus. Accept within ${days === 1 ? 'a day' : `${days} days`} here:\n\n${token}\n\nIf you do not know ${business}, ignore this mail.`,
      token,
      page: 'accept',
    });
  });
}

/** Takes an open invitation back: its token is worthless, its seat free. */
export async function revokeInvitation(tx: WriteSession, invitationId: string): Promise<void> {
  const { state } = await tx.run(invitation, invitationId, { type: 'Revoke' });
  if (state.status === 'ABSENT') return;
  await freeSeat(tx, state.membershipId);
  await withPlatformRows(tx, () => dropToken(tx, 'INVITATION', invitationId));
}

/** A principal as the one who gives roles. */
export const grantorOf = ({ type, roles, scopes, conditions }: Principal): Grantor => ({
  type,
  roles,
  scopes,
  conditions,
});
