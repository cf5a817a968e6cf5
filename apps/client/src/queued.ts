import type { TextKey } from '@nexus/ui/i18n/namespaces';
import { CommentAddDocument } from './features/projects/comment-add.generated.js';

/** What waits for the network instead of failing without it. Each has an `idempotencyKey` in its input. */
export const queued = [CommentAddDocument];

/** What each of these makes, in a word. */
export const outboxNames: Readonly<Record<string, TextKey>> = {
  CommentAdd: 'projects:comments.one',
};
