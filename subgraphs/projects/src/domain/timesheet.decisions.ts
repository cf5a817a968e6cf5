import {
  accept,
  type Decision,
  type DecisionContext,
  judge,
  refuse,
  unreachable,
  type Violation,
  violation,
} from '@nexus/kit/domain';
import { factsOf, type TimeEntryState } from './time-entry.js';
import type {
  EntryAt,
  EntryToApprove,
  Timesheet,
  TimesheetCommand,
  TimesheetEvent,
} from './timesheet.aggregate.js';

type OpenedSheet = Extract<Timesheet, { kind: 'OPENED' }>;
type EntryDecision = Violation | TimesheetEvent | undefined;

/** All entries or none: the events of a bulk command, or every reason against it. */
function forEach<Entry extends EntryAt>(
  { entries, userId }: OpenedSheet,
  named: readonly Entry[],
  ctx: DecisionContext,
  each: (entry: TimeEntryState, wanted: Entry) => EntryDecision,
): Decision<TimesheetEvent> {
  const findings: Violation[] = [];
  const events: TimesheetEvent[] = [];
  for (const wanted of named) {
    const entry = entries.get(wanted.entryId);
    const decided = !entry
      ? violation('NOT_FOUND', 'There is no such time entry.', { path: wanted.path })
      : ctx.actor.type === 'user' && ctx.actor.id === userId
        ? violation('SELF_APPROVAL', 'Nobody decides about their own time.', { path: wanted.path })
        : each(entry, wanted);
    if (!decided) continue;
    if ('rule' in decided) findings.push(decided);
    else events.push(decided);
  }
  return judge(findings, () => events);
}

/** Hands in every draft of the week. Rejected entries become drafts when they are edited. */
export function submit(sheet: OpenedSheet): Decision<TimesheetEvent> {
  const drafts = [...sheet.entries.values()].filter(({ status }) => status === 'DRAFT');
  if (drafts.length === 0) {
    return refuse(
      violation('TIMESHEET_EMPTY', 'Nothing in this week waits to be handed in.', {
        path: ['week'],
      }),
    );
  }
  const { timesheetId, userId, week } = sheet;
  const entries = drafts.map(({ entryId, projectId, minutes }) => ({
    entryId,
    projectId,
    minutes,
  }));
  return accept([{ type: 'TimesheetSubmitted', data: { timesheetId, userId, week, entries } }]);
}

/** Approving what is approved already changes nothing. */
export function approve(
  sheet: OpenedSheet,
  named: readonly EntryToApprove[],
  ctx: DecisionContext,
): Decision<TimesheetEvent> {
  return forEach(sheet, named, ctx, (entry, { rate: price, cost, path }) => {
    if (entry.status === 'APPROVED' || entry.status === 'INVOICED') return undefined;
    if (entry.status !== 'SUBMITTED') {
      return violation('TIME_NOT_SUBMITTED', 'This entry was not handed in yet.', { path });
    }
    const rate = entry.billable ? price : null;
    if (!cost || (entry.billable && !rate)) {
      const missing = cost ? 'price' : 'cost';
      return violation('RATE_MISSING', `No ${missing} per hour is set for this work.`, {
        path,
        meta: { because: missing, missing },
      });
    }
    const { entryId, approval } = entry;
    const version = (approval?.version ?? 0) + 1;
    const data = { entryId, userId: sheet.userId, ...factsOf(entry), rate, cost, version };
    return { type: 'TimeEntryApproved', data };
  });
}

export function reject(
  sheet: OpenedSheet,
  named: readonly EntryAt[],
  reason: string,
  ctx: DecisionContext,
): Decision<TimesheetEvent> {
  return forEach(sheet, named, ctx, (entry, { path }) => {
    if (entry.status === 'REJECTED') return undefined;
    if (entry.status !== 'SUBMITTED') {
      return violation('TIME_NOT_SUBMITTED', 'This entry does not wait for approval.', { path });
    }
    const { entryId, projectId, clientId } = entry;
    const data = { entryId, userId: sheet.userId, projectId, clientId, reason };
    return { type: 'TimeEntryRejected', data };
  });
}

/** Takes approvals back; the entries wait for approval again. Refused once an invoice holds them. */
export function unapprove(
  sheet: OpenedSheet,
  named: readonly EntryAt[],
  ctx: DecisionContext,
): Decision<TimesheetEvent> {
  return forEach(sheet, named, ctx, (entry, { path }) => {
    if (entry.status === 'SUBMITTED') return undefined;
    if (entry.status === 'INVOICED') {
      return violation('TIME_LOCKED', 'This entry is invoiced.', {
        path,
        meta: { because: 'invoiced', invoiceId: entry.invoiceId },
      });
    }
    if (entry.status !== 'APPROVED') {
      return violation('TIME_NOT_APPROVED', 'This entry is not approved.', { path });
    }
    if (entry.reservedBy) {
      return violation('TIME_LOCKED', 'This entry is on a draft invoice.', {
        path,
        meta: { because: 'drafted', invoiceId: entry.reservedBy },
      });
    }
    const { entryId, projectId, clientId } = entry;
    const data = { entryId, userId: sheet.userId, projectId, clientId };
    return { type: 'TimeEntryUnapproved', data };
  });
}

type BillingCommand = Extract<TimesheetCommand, { type: 'reserve' | 'invoice' | 'release' }>;

function billed(
  entry: TimeEntryState,
  { type, invoiceId }: BillingCommand,
  userId: string,
): TimesheetEvent | undefined {
  const { entryId, projectId, clientId, status } = entry;
  const data = { entryId, userId, projectId, clientId, invoiceId };
  switch (type) {
    case 'reserve': {
      // Not approved any more: billing drops the line again when it hears of that.
      if (status !== 'APPROVED' || entry.reservedBy === invoiceId) return undefined;
      return { type: 'TimeEntryReserved', data };
    }
    case 'invoice':
      return status === 'INVOICED' ? undefined : { type: 'TimeEntryInvoiced', data };
    case 'release': {
      const holder =
        status === 'INVOICED' ? entry.invoiceId : status === 'APPROVED' ? entry.reservedBy : null;
      return holder === invoiceId ? { type: 'TimeEntryReleased', data } : undefined;
    }
    default:
      return unreachable(type, 'billing command');
  }
}

/** Follows billing. What has been finalized stays invoiced, whatever became of the entry in between. */
export function bill(sheet: OpenedSheet, command: BillingCommand): Decision<TimesheetEvent> {
  const events: TimesheetEvent[] = [];
  for (const entryId of command.entryIds) {
    const entry = sheet.entries.get(entryId);
    const event = entry && billed(entry, command, sheet.userId);
    if (event) events.push(event);
  }
  return accept(events);
}
