import type { Tone } from '@nexus/ui/components/badge';
import type { EntryStatus, SheetCell, Work } from './sheet.js';

/** The states from the one that asks most of its person to the one that asks nothing. */
const ORDER: readonly EntryStatus[] = ['REJECTED', 'DRAFT', 'SUBMITTED', 'APPROVED', 'INVOICED'];

/** How a cell stands: as far as its slowest entry; undefined where it is empty. */
export function statusOf({ entries }: Pick<SheetCell, 'entries'>): EntryStatus | undefined {
  return ORDER.find((status) => entries.some((entry) => entry.status === status));
}

export const STATUS_TONES: Readonly<Record<EntryStatus, Tone>> = {
  REJECTED: 'danger',
  DRAFT: 'neutral',
  SUBMITTED: 'info',
  APPROVED: 'success',
  INVOICED: 'success',
};

/** A work in words: its task, or the project itself. */
export const workName = ({ projectName, task }: Work): string =>
  task ? `${projectName} – ${task.title}` : projectName;
