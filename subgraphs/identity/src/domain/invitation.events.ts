import { defineEvents, type EventOf, event } from '@nexus/kit/domain';
import type {
  InvitationAccepted,
  InvitationResent,
  InvitationRevoked,
  InvitationSent,
} from '../../events.d.ts';

const specs = {
  InvitationSent: event<InvitationSent>({
    personal: { subject: 'invitationId', fields: ['email', 'name'] },
  }),
  InvitationResent: event<InvitationResent>(),
  InvitationAccepted: event<InvitationAccepted>(),
  InvitationRevoked: event<InvitationRevoked>(),
};

/** Events of the streams `invitation-{id}`, in the tenant's log. */
export const invitationEvents = defineEvents('identity', specs);
export type InvitationEvent = EventOf<typeof specs>;
