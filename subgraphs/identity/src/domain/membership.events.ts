import { defineEvents, type EventOf, event } from '@nexus/kit/domain';
import type {
  UserActivated,
  UserDeactivated,
  UserProfileUpdated,
  UserRolesChanged,
} from '../../events.d.ts';

const specs = {
  UserActivated: event<UserActivated>({
    personal: { subject: 'userId', fields: ['name', 'email'] },
  }),
  UserProfileUpdated: event<UserProfileUpdated>({
    personal: { subject: 'userId', fields: ['name'] },
  }),
  UserRolesChanged: event<UserRolesChanged>(),
  UserDeactivated: event<UserDeactivated>(),
};

/** Events of the streams `membership-{id}`, in the tenant's log. */
export const membershipEvents = defineEvents('identity', specs);
export type MembershipEvent = EventOf<typeof specs>;
