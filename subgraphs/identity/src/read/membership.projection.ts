import { projection } from '@nexus/kit/read';
import type { IdentityEvents } from '../../events.d.ts';
import { Membership, membershipTable } from './membership.entity.js';

export const membershipProjection = projection<IdentityEvents>()({
  name: 'identity.membership',
  mode: 'inline',
  entity: Membership,
  table: membershipTable,
  on: {
    'identity.UserActivated': {
      key: ({ data }) => data.membershipId,
      apply: (row, { data, version, occurredAt }) => ({
        version,
        userId: data.userId,
        kind: data.kind,
        clientId: data.clientId,
        contactId: data.contactId,
        roles: [...data.roles],
        status: 'ACTIVE' as const,
        joinedAt: row?.joinedAt ?? occurredAt,
      }),
    },
    'identity.UserProfileUpdated': {
      key: ({ data }) => data.membershipId,
      apply: (_, { version }) => ({ version }),
    },
    'identity.UserRolesChanged': {
      key: ({ data }) => data.membershipId,
      apply: (row, { data, version }) =>
        row && {
          version,
          roles: [...row.roles.filter((role) => !data.removed.includes(role)), ...data.added],
        },
    },
    'identity.UserDeactivated': {
      key: ({ data }) => data.membershipId,
      apply: (_, { data, version }) => ({ version, status: data.cause }),
    },
  },
});
