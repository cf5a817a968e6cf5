import { outboxFor } from '@nexus/ui/offline/outbox-for';
import { queued } from './queued.js';

/** What waits for the network in this portal. */
export const openOutbox = outboxFor(queued);
