import type { UserError } from '@nexus/sdk';
import type { Action, ActionContext } from '@nexus/ui/actions/action';
import { mutate } from '@nexus/ui/graph/ask';
import { Check, Undo2, X } from 'lucide-react';
import { TimeEntryApproveDocument } from './time-entry-approve.generated.js';
import { TimeEntryRejectDocument } from './time-entry-reject.generated.js';
import { TimeEntryUnapproveDocument } from './time-entry-unapprove.generated.js';
import type { ApprovalEntry } from './waiting.js';

/** Entries to decide about, all or none of each batch. */
export interface Decision {
  readonly entries: readonly ApprovalEntry[];
  /** Told what stands against which entry, by its id. */
  readonly onRefused: (byId: ReadonlyMap<string, string>) => void;
}

/** As many as the graph takes at once. */
const BATCH = 500;

type Errors = readonly UserError[];

/** Decides batch by batch; the first that is refused is the last, and says at which entries. */
async function decide(
  { entries, onRefused }: Decision,
  send: (ids: string[]) => Promise<Errors>,
): Promise<Errors> {
  for (let from = 0; from < entries.length; from += BATCH) {
    const ids = entries.slice(from, from + BATCH).map(({ id }) => id);
    const errors = await send(ids);
    if (errors.length > 0) {
      onRefused(refusedBy(errors, ids));
      return errors;
    }
  }
  return [];
}

/** Messages by the entry that the path of each names: `["input", "ids", "3"]`. */
export function refusedBy(errors: Errors, ids: readonly string[]): ReadonlyMap<string, string> {
  const byId = new Map<string, string>();
  for (const { path, message } of errors) {
    const place = path?.[(path?.indexOf('ids') ?? 0) + 1];
    const id = path?.includes('ids') && place !== undefined ? ids[Number(place)] : undefined;
    if (id !== undefined) byId.set(id, message);
  }
  return byId;
}

const unapprove = (decision: Decision, { graph }: ActionContext) =>
  decide(decision, async (ids) => {
    const answer = await mutate(graph, TimeEntryUnapproveDocument, { input: { ids } });
    return answer.timeEntryUnapprove.errors;
  });

export const approveTime: Action<Decision> = {
  id: 'time.approve',
  labelKey: 'approvals:approve',
  icon: Check,
  shortcut: 'a',
  isAllowed: ({ entries }) =>
    entries.length > 0 && entries.every(({ viewerCanApprove }) => viewerCanApprove),
  perform: (decision, { graph }) =>
    decide(decision, async (ids) => {
      const answer = await mutate(graph, TimeEntryApproveDocument, { input: { ids } });
      return answer.timeEntryApprove.errors;
    }),
  undo: unapprove,
  doneKey: 'approvals:approved',
};

export const rejectTime: Action<Decision & { readonly reason: string }> = {
  id: 'time.reject',
  labelKey: 'approvals:reject',
  icon: X,
  shortcut: 'r',
  isAllowed: approveTime.isAllowed,
  perform: (decision, { graph }) =>
    decide(decision, async (ids) => {
      const input = { ids, reason: decision.reason };
      return (await mutate(graph, TimeEntryRejectDocument, { input })).timeEntryReject.errors;
    }),
  doneKey: 'approvals:rejected',
};

export const unapproveTime: Action<Decision> = {
  id: 'time.unapprove',
  labelKey: 'approvals:unapprove',
  icon: Undo2,
  shortcut: 'u',
  isAllowed: ({ entries }) =>
    entries.length > 0 && entries.every(({ viewerCanUnapprove }) => viewerCanUnapprove),
  perform: unapprove,
  doneKey: 'approvals:unapproved',
};
