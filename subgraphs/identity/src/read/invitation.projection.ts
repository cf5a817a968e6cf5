import { projection } from '@nexus/kit/read';
import type { IdentityEvents } from '../../events.d.ts';
import { Invitation, invitationTable } from './invitation.entity.js';

export const invitationProjection = projection<IdentityEvents>()({
  name: 'identity.invitation',
  mode: 'inline',
  entity: Invitation,
  table: invitationTable,
  on: {
    'identity.InvitationSent': {
      key: ({ data }) => data.invitationId,
      apply: (
        _,
        { data: { invitationId: _id, roles, expiresAt, ...facts }, occurredAt, actor },
      ) => ({
        ...facts,
        roles: [...roles],
        status: 'OPEN' as const,
        expiresAt: new Date(expiresAt),
        createdAt: occurredAt,
        invitedById: actor.type === 'user' ? actor.id : null,
        sentAt: occurredAt,
      }),
    },
    'identity.InvitationResent': {
      key: ({ data }) => data.invitationId,
      apply: (_, { data, occurredAt }) => ({
        expiresAt: new Date(data.expiresAt),
        sentAt: occurredAt,
      }),
    },
    'identity.InvitationAccepted': {
      key: ({ data }) => data.invitationId,
      apply: () => ({ status: 'ACCEPTED' as const }),
    },
    'identity.InvitationRevoked': {
      key: ({ data }) => data.invitationId,
      apply: () => ({ status: 'REVOKED' as const }),
    },
  },
});
