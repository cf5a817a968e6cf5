import { defineEvents, type EventOf, event } from '@nexus/kit/domain';
import type { CommentAdded, CommentDeleted, CommentEdited, UserMentioned } from '../../events.d.ts';

const specs = {
  CommentAdded: event<CommentAdded>(),
  CommentEdited: event<CommentEdited>(),
  CommentDeleted: event<CommentDeleted>(),
  UserMentioned: event<UserMentioned>(),
};

/** Events of the streams `comment-{id}`. */
export const commentEvents = defineEvents('projects', specs);
export type CommentEvent = EventOf<typeof specs>;
