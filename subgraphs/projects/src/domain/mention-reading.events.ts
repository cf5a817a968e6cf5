import { defineEvents, type EventOf, event } from '@nexus/kit/domain';
import type { MentionsRead } from '../../events.d.ts';

const specs = { MentionsRead: event<MentionsRead>() };

/** Events of the streams `mention-reading-{userId}`. */
export const mentionReadingEvents = defineEvents('projects', specs);
export type MentionReadingEvent = EventOf<typeof specs>;
