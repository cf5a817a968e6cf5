import type { WriteSession } from '@nexus/kit/events';
import type { JournalPosted } from '../../events.js';
import { journalEntry } from '../domain/journal-entry.aggregate.js';

/** Posts an entry in the transaction of what it records. An entry without lines (nothing moved) is left out. */
export async function postEntry(
  tx: WriteSession,
  entry: Omit<JournalPosted, 'entryId'>,
): Promise<void> {
  if (entry.lines.length === 0) return;
  const entryId = tx.ctx.newId('JournalEntry');
  await tx.run(journalEntry, entryId, { type: 'post', entryId, ...entry });
}
