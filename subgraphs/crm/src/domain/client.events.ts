import { defineEvents, type EventOf, event } from '@nexus/kit/domain';
import type {
  ClientArchived,
  ClientCreated,
  ClientLifecycleChanged,
  ClientOwnerChanged,
  ClientRestored,
  ClientUpdated,
} from '../../events.d.ts';

export const clientEvents = defineEvents('crm', {
  ClientCreated: event<ClientCreated>(),
  ClientUpdated: event<ClientUpdated>(),
  ClientLifecycleChanged: event<ClientLifecycleChanged>(),
  ClientOwnerChanged: event<ClientOwnerChanged>(),
  ClientArchived: event<ClientArchived>(),
  ClientRestored: event<ClientRestored>(),
});

export type ClientEvent = EventOf<(typeof clientEvents)['specs']>;
