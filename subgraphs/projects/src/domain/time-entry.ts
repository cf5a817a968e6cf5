import type { Money } from '@nexus/kit/domain';
import type { WorkedTime } from '../../events.d.ts';

export type TimeEntryStatus = 'DRAFT' | 'SUBMITTED' | 'APPROVED' | 'REJECTED' | 'INVOICED';

/** What an approval fixed for good. */
export interface Approval {
  readonly rate: Money | null;
  readonly cost: Money | null;
  /** Counts the approvals of this entry, from 1. */
  readonly version: number;
}

/** What is written down of one piece of work. */
export interface EntryFacts extends WorkedTime {
  readonly projectId: string;
  readonly clientId: string | null;
}

interface EntryBase extends EntryFacts {
  readonly entryId: string;
  /** The newest approval, also after it was taken back. */
  readonly approval: Approval | null;
}

/** One entry of a timesheet. Only DRAFT and REJECTED can be edited. */
export type TimeEntryState =
  | (EntryBase & { readonly status: 'DRAFT' | 'SUBMITTED' })
  | (EntryBase & { readonly status: 'REJECTED'; readonly reason: string })
  | (EntryBase & { readonly status: 'APPROVED'; readonly reservedBy: string | null })
  | (EntryBase & { readonly status: 'INVOICED'; readonly invoiceId: string });

export function isEditable({ status }: Pick<TimeEntryState, 'status'>): boolean {
  return status === 'DRAFT' || status === 'REJECTED';
}

/** The facts alone, as events carry them. */
export function factsOf(entry: EntryFacts): EntryFacts {
  const { projectId, clientId, taskId, taskTitle, date, minutes, billable, note } = entry;
  return { projectId, clientId, taskId, taskTitle, date, minutes, billable, note };
}
