import type { OutboxItem } from '@nexus/ui/offline/outbox.types';
import { pendingId } from '@nexus/ui/offline/pending-id';
import { type SheetEntry, type Work, workKey } from './sheet.js';
import type { TimeEntryDeleteMutationVariables } from './time-entry-delete.generated.js';
import type { TimeEntryEditMutationVariables } from './time-entry-edit.generated.js';
import type { TimeEntryLogMutationVariables } from './time-entry-log.generated.js';

type LogInput = TimeEntryLogMutationVariables['input'];
type EditInput = TimeEntryEditMutationVariables['input'];
type DeleteInput = TimeEntryDeleteMutationVariables['input'];

const SHOWN = new Set<OutboxItem['state']>(['waiting', 'sending', 'sent', 'uncertain']);

/**
 * The entries as they will be when what waits is sent. To apply the same to what already has it changes nothing, so
 * that it does not matter which of the two a screen hears of first.
 */
export function withWaiting(
  entries: readonly SheetEntry[],
  items: readonly OutboxItem[],
  works: readonly Work[],
): readonly SheetEntry[] {
  const known = [...entries.map(({ work }) => work), ...works];
  return items
    .filter(({ state }) => SHOWN.has(state))
    .reduce<readonly SheetEntry[]>((present, item) => apply(present, item, known), entries);
}

function apply(
  entries: readonly SheetEntry[],
  { name, key, answeredId, state, variables }: OutboxItem,
  works: readonly Work[],
): readonly SheetEntry[] {
  const isWaiting = state !== 'sent';
  switch (name) {
    case 'TimeEntryLog': {
      const id = answeredId ?? pendingId(key);
      if (entries.some((entry) => entry.id === id)) return entries;
      const input = variables.input as unknown as LogInput;
      return [...entries, { ...logged(input, works), id, isWaiting }];
    }
    case 'TimeEntryEdit': {
      const { id, minutes, note, billable } = variables.input as unknown as EditInput;
      return entries.map((entry) =>
        entry.id === id
          ? {
              ...entry,
              ...(minutes != null && { minutes }),
              ...(note !== undefined && { note }),
              ...(billable != null && { billable }),
              ...(isWaiting && { status: 'DRAFT' as const, rejectionReason: null, isWaiting }),
            }
          : entry,
      );
    }
    case 'TimeEntryDelete': {
      const { id } = variables.input as unknown as DeleteInput;
      return entries.filter((entry) => entry.id !== id);
    }
    default:
      return entries;
  }
}

function logged(input: LogInput, works: readonly Work[]): Omit<SheetEntry, 'id' | 'isWaiting'> {
  const { projectId, taskId = null, date, minutes, note = null, billable } = input;
  const bare: Work = {
    ...{ projectId, projectName: '…', projectCode: '' },
    task: taskId === null ? null : { id: taskId, number: '', title: '…' },
  };
  return {
    ...{ date, minutes, note, billable: billable ?? true },
    ...{ status: 'DRAFT', rejectionReason: null, viewerCanEdit: true },
    work: works.find((work) => workKey(work) === workKey(bare)) ?? bare,
  };
}
