import { unreachable } from '@nexus/kit/domain';
import { factsOf, type TimeEntryState } from './time-entry.js';
import type { Timesheet, TimesheetEvent } from './timesheet.aggregate.js';

type EntryEvent = Exclude<TimesheetEvent, { type: 'TimesheetOpened' | 'TimesheetSubmitted' }>;

/** The entry after an event; undefined where it is gone. */
function evolveEntry(
  entry: TimeEntryState | undefined,
  event: EntryEvent,
): TimeEntryState | undefined {
  if (event.type === 'TimeEntryAdded') {
    const { entryId } = event.data;
    return { ...factsOf(event.data), entryId, approval: null, status: 'DRAFT' };
  }
  if (!entry) return undefined;
  const { entryId, approval } = entry;
  const base = { ...factsOf(entry), entryId, approval };
  switch (event.type) {
    case 'TimeEntryChanged':
      return { ...factsOf(event.data), entryId, approval, status: 'DRAFT' };
    case 'TimeEntryDeleted':
      return undefined;
    case 'TimeEntryApproved': {
      const { rate, cost, version } = event.data;
      return { ...base, approval: { rate, cost, version }, status: 'APPROVED', reservedBy: null };
    }
    case 'TimeEntryRejected':
      return { ...base, status: 'REJECTED', reason: event.data.reason };
    case 'TimeEntryUnapproved':
      return { ...base, status: 'SUBMITTED' };
    case 'TimeEntryReserved':
      return { ...base, status: 'APPROVED', reservedBy: event.data.invoiceId };
    case 'TimeEntryInvoiced':
      return { ...base, status: 'INVOICED', invoiceId: event.data.invoiceId };
    case 'TimeEntryReleased':
      return { ...base, status: 'APPROVED', reservedBy: null };
    default:
      return unreachable(event, 'time entry event');
  }
}

/** The sheet after an event. */
export function evolveTimesheet(sheet: Timesheet, event: TimesheetEvent): Timesheet {
  if (event.type === 'TimesheetOpened') {
    return { kind: 'OPENED', ...event.data, entries: new Map() };
  }
  if (sheet.kind === 'UNOPENED') return sheet;
  const entries = new Map(sheet.entries);
  if (event.type === 'TimesheetSubmitted') {
    for (const { entryId } of event.data.entries) {
      const entry = entries.get(entryId);
      if (!entry) continue;
      const { approval } = entry;
      entries.set(entryId, { ...factsOf(entry), entryId, approval, status: 'SUBMITTED' });
    }
    return { ...sheet, entries };
  }
  const { entryId } = event.data;
  const next = evolveEntry(entries.get(entryId), event);
  if (next) entries.set(entryId, next);
  else entries.delete(entryId);
  return { ...sheet, entries };
}
