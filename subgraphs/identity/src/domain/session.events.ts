import { defineEvents, type EventOf, event } from '@nexus/kit/domain';
import type { RefreshReuseDetected, SessionEnded, SessionStarted } from '../../events.d.ts';

const specs = {
  SessionStarted: event<SessionStarted>({
    version: 2,
    personal: { subject: 'userId', fields: ['ip', 'userAgent'] },
    upcast: { 1: (data) => ({ userAgent: null, ...data }) },
  }),
  SessionEnded: event<SessionEnded>(),
  RefreshReuseDetected: event<RefreshReuseDetected>({
    personal: { subject: 'userId', fields: ['ip'] },
  }),
};

/** Events of the streams `session-{id}`, in the platform's log. Refreshing is no event: it is a row. */
export const sessionEvents = defineEvents('identity', specs);
export type SessionEvent = EventOf<typeof specs>;
