import { defineEvents, type EventOf, event } from '@nexus/kit/domain';
import type {
  ContactCreated,
  ContactErased,
  ContactUpdated,
  PortalAccessGranted,
  PortalAccessRevoked,
} from '../../events.d.ts';

const PERSON = ['name', 'email', 'phone'] as const;

export const contactEvents = defineEvents('crm', {
  ContactCreated: event<ContactCreated>({ personal: { subject: 'contactId', fields: PERSON } }),
  ContactUpdated: event<ContactUpdated>({ personal: { subject: 'contactId', fields: PERSON } }),
  ContactErased: event<ContactErased>(),
  PortalAccessGranted: event<PortalAccessGranted>({
    personal: { subject: 'contactId', fields: ['name', 'email'] },
  }),
  PortalAccessRevoked: event<PortalAccessRevoked>(),
});

export type ContactEvent = EventOf<(typeof contactEvents)['specs']>;
