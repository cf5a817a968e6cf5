import type { TextKey } from '@nexus/ui/i18n/namespaces';
import { ChecklistToggleDocument } from './features/tasks/drawer/checklist-toggle.generated.js';
import { CommentAddDocument } from './features/tasks/drawer/comment-add.generated.js';
import { TimeEntryDeleteDocument } from './features/time/time-entry-delete.generated.js';
import { TimeEntryEditDocument } from './features/time/time-entry-edit.generated.js';
import { TimeEntryLogDocument } from './features/time/time-entry-log.generated.js';

/** What waits for the network instead of failing without it. Each has an `idempotencyKey` in its input. */
export const queued = [
  TimeEntryLogDocument,
  TimeEntryEditDocument,
  TimeEntryDeleteDocument,
  ChecklistToggleDocument,
  CommentAddDocument,
];

/** What each of these makes, in a word. */
export const outboxNames: Readonly<Record<string, TextKey>> = {
  TimeEntryLog: 'time:outbox.entry',
  TimeEntryEdit: 'time:outbox.entry',
  TimeEntryDelete: 'time:outbox.entry',
  ChecklistToggle: 'time:outbox.checklist',
  CommentAdd: 'tasks:comment.one',
};
