import {
  accept,
  aggregate,
  type Decision,
  type DecisionContext,
  isoWeekOf,
  judge,
  type LocalDate,
  type Money,
  refuse,
  runRules,
  unreachable,
  violation,
} from '@nexus/kit/domain';
import { type TimeEvent, timeEvents } from './time.events.js';
import { type EntryFacts, factsOf, isEditable, type TimeEntryState } from './time-entry.js';
import { type ProjectTimeFacts, timeEntryRules } from './time-entry.rules.js';
import { approve, bill, reject, submit, unapprove } from './timesheet.decisions.js';
import { evolveTimesheet } from './timesheet.evolve.js';

export type TimesheetEvent = TimeEvent<
  | 'TimesheetOpened'
  | 'TimeEntryAdded'
  | 'TimeEntryChanged'
  | 'TimeEntryDeleted'
  | 'TimesheetSubmitted'
  | 'TimeEntryApproved'
  | 'TimeEntryRejected'
  | 'TimeEntryUnapproved'
  | 'TimeEntryReserved'
  | 'TimeEntryInvoiced'
  | 'TimeEntryReleased'
>;

/** One person's ISO week. It begins to exist with its first entry. */
export type Timesheet =
  | { readonly kind: 'UNOPENED' }
  | {
      readonly kind: 'OPENED';
      readonly timesheetId: string;
      readonly userId: string;
      readonly week: string;
      readonly entries: ReadonlyMap<string, TimeEntryState>;
    };

/** An entry named by a bulk command, with the path of its id in the input. */
export interface EntryAt {
  readonly entryId: string;
  readonly path: readonly string[];
}

export interface EntryToApprove extends EntryAt {
  /** Per hour; null where no rate was found. Ignored for work that is not billable. */
  readonly rate: Money | null;
  readonly cost: Money | null;
}

export type TimesheetCommand =
  | {
      readonly type: 'log';
      readonly entryId: string;
      readonly userId: string;
      readonly entry: EntryFacts;
      readonly project: ProjectTimeFacts;
    }
  | {
      /** What a stopped timer measured. It was checked when it started; a full day cuts it. */
      readonly type: 'record';
      readonly entryId: string;
      readonly userId: string;
      readonly entry: EntryFacts;
      readonly available: number;
      readonly autoStopped: boolean;
    }
  | {
      readonly type: 'edit';
      readonly entryId: string;
      readonly entry: EntryFacts;
      readonly project: ProjectTimeFacts;
    }
  | { readonly type: 'delete'; readonly entryId: string; readonly cause: 'DELETED' | 'MOVED' }
  | { readonly type: 'submit' }
  | { readonly type: 'approve'; readonly entries: readonly EntryToApprove[] }
  | { readonly type: 'reject'; readonly entries: readonly EntryAt[]; readonly reason: string }
  | { readonly type: 'unapprove'; readonly entries: readonly EntryAt[] }
  | {
      /** What billing did with entries; it never refuses, because it has happened. */
      readonly type: 'reserve' | 'invoice' | 'release';
      readonly entryIds: readonly string[];
      readonly invoiceId: string;
    };

/** Name of a sheet's stream behind `timesheet-`. */
export function timesheetKey(userId: string, week: string): string {
  return `${userId}-${week}`;
}

const locked = violation('TIME_LOCKED', 'This entry was handed in and cannot be changed.', {
  path: ['id'],
});

function minutesOn(sheet: Timesheet, date: LocalDate, except?: string): number {
  if (sheet.kind === 'UNOPENED') return 0;
  let minutes = 0;
  for (const entry of sheet.entries.values()) {
    if (entry.date === date && entry.entryId !== except) minutes += entry.minutes;
  }
  return minutes;
}

function opening(sheet: Timesheet, userId: string, date: LocalDate, ctx: DecisionContext) {
  const week = isoWeekOf(date);
  const timesheetId = sheet.kind === 'OPENED' ? sheet.timesheetId : ctx.newId('Timesheet');
  const events: readonly TimesheetEvent[] =
    sheet.kind === 'OPENED'
      ? []
      : [{ type: 'TimesheetOpened', data: { timesheetId, userId, week } }];
  return { events, timesheetId, week };
}

async function log(
  sheet: Timesheet,
  { entryId, userId, entry, project }: Extract<TimesheetCommand, { type: 'log' }>,
  ctx: DecisionContext,
): Promise<Decision<TimesheetEvent>> {
  const otherMinutes = minutesOn(sheet, entry.date);
  const findings = await runRules(timeEntryRules, { ctx, ...entry, project, otherMinutes });
  return judge(findings, () => {
    const { events, timesheetId, week } = opening(sheet, userId, entry.date, ctx);
    const facts = factsOf(entry);
    const added = { entryId, userId, ...facts, timesheetId, week, autoStopped: false };
    return [...events, { type: 'TimeEntryAdded', data: { ...added, origin: 'LOGGED' } }];
  });
}

function record(
  sheet: Timesheet,
  command: Extract<TimesheetCommand, { type: 'record' }>,
  ctx: DecisionContext,
): Decision<TimesheetEvent> {
  const { entryId, userId, entry, available, autoStopped } = command;
  const minutes = Math.min(entry.minutes, available - minutesOn(sheet, entry.date));
  const cut = violation('TIME_OVER_24H', `${entry.date} is full; the timer was cut.`, {
    severity: 'warning',
    meta: { because: 'cut', day: entry.date, measured: entry.minutes },
  });
  const warnings = minutes < entry.minutes ? [cut] : [];
  if (minutes <= 0) return accept([], warnings);
  const { events, timesheetId, week } = opening(sheet, userId, entry.date, ctx);
  const facts = factsOf({ ...entry, minutes });
  const added = { entryId, userId, ...facts, timesheetId, week, autoStopped };
  return accept(
    [...events, { type: 'TimeEntryAdded', data: { ...added, origin: 'TIMER' } }],
    warnings,
  );
}

async function edit(
  sheet: Extract<Timesheet, { kind: 'OPENED' }>,
  present: TimeEntryState,
  { entry, project }: Extract<TimesheetCommand, { type: 'edit' }>,
  ctx: DecisionContext,
): Promise<Decision<TimesheetEvent>> {
  if (!isEditable(present)) return refuse(locked);
  const { entryId } = present;
  const otherMinutes = minutesOn(sheet, entry.date, entryId);
  const findings = await runRules(timeEntryRules, { ctx, ...entry, project, otherMinutes });
  return judge(findings, () => [
    { type: 'TimeEntryChanged', data: { entryId, userId: sheet.userId, ...factsOf(entry) } },
  ]);
}

function remove(
  { userId }: Extract<Timesheet, { kind: 'OPENED' }>,
  present: TimeEntryState,
  cause: 'DELETED' | 'MOVED',
): Decision<TimesheetEvent> {
  if (!isEditable(present)) return refuse(locked);
  const { entryId, projectId, clientId } = present;
  return accept([
    { type: 'TimeEntryDeleted', data: { entryId, userId, projectId, clientId, cause } },
  ]);
}

function decide(
  sheet: Timesheet,
  command: TimesheetCommand,
  ctx: DecisionContext,
): Decision<TimesheetEvent> | Promise<Decision<TimesheetEvent>> {
  if (command.type === 'log') return log(sheet, command, ctx);
  if (command.type === 'record') return record(sheet, command, ctx);
  if (sheet.kind === 'UNOPENED') {
    if (command.type === 'submit') {
      return refuse(
        violation('TIMESHEET_EMPTY', 'No time was logged in this week.', { path: ['week'] }),
      );
    }
    return refuse(violation('NOT_FOUND', 'There is no such time entry.', { path: ['id'] }));
  }
  switch (command.type) {
    case 'edit':
    case 'delete': {
      const present = sheet.entries.get(command.entryId);
      if (!present) {
        return refuse(violation('NOT_FOUND', 'There is no such time entry.', { path: ['id'] }));
      }
      return command.type === 'edit'
        ? edit(sheet, present, command, ctx)
        : remove(sheet, present, command.cause);
    }
    case 'submit':
      return submit(sheet);
    case 'approve':
      return approve(sheet, command.entries, ctx);
    case 'reject':
      return reject(sheet, command.entries, command.reason, ctx);
    case 'unapprove':
      return unapprove(sheet, command.entries, ctx);
    case 'reserve':
    case 'invoice':
    case 'release':
      return bill(sheet, command);
    default:
      return unreachable(command, 'timesheet command');
  }
}

/** One person's hours of one ISO week, from draft to invoice. Stream `timesheet-<userId>-<week>`. */
export const timesheet = aggregate<Timesheet, TimesheetCommand, TimesheetEvent>({
  name: 'timesheet',
  catalogue: timeEvents,
  initial: { kind: 'UNOPENED' },
  decide,
  evolve: evolveTimesheet,
});
