import {
  accept,
  aggregate,
  checkText,
  type Decision,
  judge,
  oneLine,
  refuse,
  unreachable,
  violation,
} from '@nexus/kit/domain';
import type { InvitationSent } from '../../events.d.ts';
import { canonicalEmail, emailFindings } from './email.js';
import { type InvitationEvent, invitationEvents } from './invitation.events.js';
import { type Grantor, roleFindings } from './role.rules.js';

export type InvitationFacts = Omit<InvitationSent, 'expiresAt'>;
export type InvitationState =
  | { readonly status: 'ABSENT' }
  | ({
      readonly status: 'OPEN' | 'ACCEPTED' | 'REVOKED';
      readonly expiresAt: string;
    } & InvitationFacts);

export type InvitationCommand =
  | {
      readonly type: 'Send';
      readonly invitation: InvitationFacts;
      readonly grantor: Grantor;
      /** How long it is good, by the tenant's setting. */
      readonly days: number;
    }
  | { readonly type: 'Resend'; readonly days: number }
  | { readonly type: 'Accept'; readonly userId: string }
  | { readonly type: 'Revoke' };

const DAY_MS = 86_400_000;
/** How long an invitation is good unless the tenant has set otherwise; each resending begins anew. */
export const INVITATION_DAYS = 7;

export function invitationExpiry(now: Date, days: number): Date {
  return new Date(now.getTime() + days * DAY_MS);
}

function evolve(state: InvitationState, event: InvitationEvent): InvitationState {
  if (event.type === 'InvitationSent') return { status: 'OPEN', ...event.data };
  if (state.status === 'ABSENT') return state;
  switch (event.type) {
    case 'InvitationResent':
      return { ...state, expiresAt: event.data.expiresAt };
    case 'InvitationAccepted':
      return { ...state, status: 'ACCEPTED' };
    case 'InvitationRevoked':
      return { ...state, status: 'REVOKED' };
    default:
      return unreachable(event);
  }
}

function decide(
  state: InvitationState,
  command: InvitationCommand,
  { now }: { readonly now: Date },
): Decision<InvitationEvent> {
  const expiry = (days: number) => invitationExpiry(now, days).toISOString();
  if (command.type === 'Send') {
    if (state.status !== 'ABSENT') return accept([]);
    const expiresAt = expiry(command.days);
    const { invitation: wish, grantor } = command;
    const invitation = { ...wish, email: canonicalEmail(wish.email), name: oneLine(wish.name) };
    const { roles, kind, clientId } = invitation;
    const findings = [
      ...emailFindings(wish.email),
      ...checkText(wish.name, ['name'], { max: 200 }),
      ...roleFindings({ roles, kind, given: roles, grantor }),
    ];
    if ((kind === 'CLIENT') !== (clientId !== null)) {
      const message = 'A CLIENT member belongs to a client, every other kind to none.';
      findings.push(violation('INPUT_INVALID', message, { path: ['clientId'] }));
    }
    return judge(findings, () => [{ type: 'InvitationSent', data: { ...invitation, expiresAt } }]);
  }
  if (state.status === 'ABSENT') {
    return refuse(violation('NOT_FOUND', 'There is no such invitation.', { path: ['id'] }));
  }
  const { invitationId, membershipId } = state;
  const closed = () =>
    refuse(
      violation('INVITATION_NOT_OPEN', 'This invitation was accepted or revoked.', {
        path: ['id'],
      }),
    );
  switch (command.type) {
    case 'Resend':
      if (state.status !== 'OPEN') return closed();
      return accept([
        { type: 'InvitationResent', data: { invitationId, expiresAt: expiry(command.days) } },
      ]);
    case 'Revoke':
      if (state.status === 'REVOKED') return accept([]);
      if (state.status !== 'OPEN') return closed();
      return accept([{ type: 'InvitationRevoked', data: { invitationId } }]);
    case 'Accept':
      // Whoever holds the token learns no more than that it is not good (any more).
      if (state.status !== 'OPEN' || Date.parse(state.expiresAt) <= now.getTime()) {
        return refuse(
          violation('TOKEN_INVALID', 'This token is unknown, used or expired.', {
            path: ['token'],
          }),
        );
      }
      return accept([
        {
          type: 'InvitationAccepted',
          data: { invitationId, userId: command.userId, membershipId },
        },
      ]);
    default:
      return unreachable(command);
  }
}

/** A place kept for somebody who is asked by mail to join. Stream `invitation-{id}`. */
export const invitation = aggregate<InvitationState, InvitationCommand, InvitationEvent>({
  name: 'invitation',
  catalogue: invitationEvents,
  initial: { status: 'ABSENT' },
  decide,
  evolve,
});
