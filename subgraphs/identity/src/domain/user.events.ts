import { defineEvents, type EventOf, event } from '@nexus/kit/domain';
import type {
  PasswordChanged,
  PasswordSignInRestored,
  PasswordSignInSuspended,
  UserPreferencesChanged,
  UserProfileChanged,
  UserRegistered,
} from '../../events.d.ts';

const specs = {
  UserRegistered: event<UserRegistered>({
    personal: { subject: 'userId', fields: ['email', 'name'] },
  }),
  UserProfileChanged: event<UserProfileChanged>({
    personal: { subject: 'userId', fields: ['name'] },
  }),
  UserPreferencesChanged: event<UserPreferencesChanged>(),
  PasswordChanged: event<PasswordChanged>(),
  PasswordSignInSuspended: event<PasswordSignInSuspended>(),
  PasswordSignInRestored: event<PasswordSignInRestored>(),
};

/** Events of the streams `user-{id}`, in the platform's log. */
export const userEvents = defineEvents('identity', specs);
export type UserEvent = EventOf<typeof specs>;
