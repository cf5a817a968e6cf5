import type { IdentityEvents } from '@nexus/identity/events';
import { projection } from '@nexus/kit/read';
import { Staff, staffTable } from './staff.entity.js';

/** Follows who joins and leaves the staff, so that a client is owned by somebody who is there. */
export const staffProjection = projection<IdentityEvents>()({
  name: 'crm.staff',
  mode: 'catchup',
  entity: Staff,
  table: staffTable,
  on: {
    'identity.UserActivated': {
      key: ({ data }) => (data.kind === 'STAFF' ? data.userId : []),
      apply: () => ({ active: true }),
    },
    'identity.UserDeactivated': {
      key: ({ data }) => (data.kind === 'STAFF' ? data.userId : []),
      apply: (row) => row && { active: false },
    },
  },
});
