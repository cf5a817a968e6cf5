import { localDate, type RecordedEvent } from '@nexus/kit/domain';
import { projection, readTable } from '@nexus/kit/read';
import type { TimeEntryApproved, TimeEvents } from '../../events.d.ts';
import { worth } from '../domain/profitability.js';
import { TimeEntry } from './time-entry.entity.js';

export const timeEntryTable = readTable({
  schema: 'projects',
  name: 'time_entry',
  columns: `
    id text COLLATE "C" NOT NULL,
    user_id text COLLATE "C" NOT NULL,
    project_id text COLLATE "C" NOT NULL,
    client_id text COLLATE "C",
    task_id text COLLATE "C",
    task_title text,
    timesheet_id text COLLATE "C",
    date date NOT NULL,
    worked integer NOT NULL,
    billable boolean NOT NULL,
    note text,
    status text COLLATE "C" NOT NULL
      CHECK (status IN ('DRAFT', 'SUBMITTED', 'APPROVED', 'REJECTED', 'INVOICED')),
    running boolean NOT NULL,
    started_at timestamptz,
    auto_stopped boolean NOT NULL,
    rejection_reason text,
    approved_at timestamptz,
    approved_by_id text COLLATE "C",
    rate_minor bigint,
    cost_minor bigint,
    value_total bigint,
    cost_total bigint,
    currency text COLLATE "C",
    invoice_id text COLLATE "C",
    updated_at timestamptz NOT NULL`,
  indexes: [
    // Profit and budget sum a project's time from the index alone.
    '(tenant_id, project_id, date, id) INCLUDE (status, billable, worked, value_total, cost_total)',
    '(tenant_id, user_id, date, id)',
    '(tenant_id, date, id)',
    '(tenant_id, status, date, id)',
    '(tenant_id, timesheet_id)',
    '(tenant_id, task_id) WHERE task_id IS NOT NULL',
    '(tenant_id, started_at) WHERE running',
  ],
  clientsSee: 'nothing',
});

type Change = Partial<TimeEntry> | undefined;

const unpriced = {
  approvedAt: null,
  approvedById: null,
  rateMinor: null,
  costMinor: null,
  valueTotal: null,
  costTotal: null,
  currency: null,
} as const;

const fresh = { ...unpriced, rejectionReason: null, invoiceId: null } as const;

/** Leaves the row alone where there is none: the event came after a deletion. */
const change =
  <Event extends { readonly occurredAt: Date }>(fields: (event: Event) => Partial<TimeEntry>) =>
  (row: TimeEntry | undefined, event: Event): Change =>
    row && { ...fields(event), updatedAt: event.occurredAt };

const byEntry = ({ data }: { data: { entryId: string } }): string => data.entryId;

function priced({ data, occurredAt, actor }: RecordedEvent<string, TimeEntryApproved>) {
  const { rate, cost, minutes } = data;
  return {
    status: 'APPROVED',
    approvedAt: occurredAt,
    approvedById: actor.id,
    rateMinor: rate?.minor ?? null,
    costMinor: cost?.minor ?? null,
    valueTotal: worth(minutes, rate)?.minor ?? null,
    costTotal: worth(minutes, cost)?.minor ?? null,
    currency: (rate ?? cost)?.currency ?? null,
  } satisfies Partial<TimeEntry>;
}

/** Worked time, as lists, approvals and profit read it. */
export const timeEntryProjection = projection<TimeEvents>()<TimeEntry>({
  name: 'projects.time_entry',
  mode: 'inline',
  entity: TimeEntry,
  table: timeEntryTable,
  on: {
    'projects.TimerStarted': {
      creates: true,
      key: byEntry,
      apply: (_row, { data, occurredAt }) => {
        const { at, timeZone, userId, projectId, clientId, taskId, taskTitle, billable, note } =
          data;
        return {
          ...fresh,
          ...{ userId, projectId, clientId, taskId, taskTitle, billable, note },
          timesheetId: null,
          date: localDate(new Date(at), timeZone),
          worked: 0,
          status: 'DRAFT',
          running: true,
          startedAt: new Date(at),
          autoStopped: false,
          updatedAt: occurredAt,
        };
      },
    },
    // What it measured comes as entries of their own, the first under the same id.
    'projects.TimerStopped': { key: byEntry, apply: () => null },
    'projects.TimeEntryAdded': {
      creates: true,
      key: byEntry,
      apply: (_row, { data, occurredAt }) => {
        const { userId, projectId, clientId, taskId, taskTitle, billable, note } = data;
        return {
          ...fresh,
          ...{ userId, projectId, clientId, taskId, taskTitle, billable, note },
          timesheetId: data.timesheetId,
          date: data.date,
          worked: data.minutes,
          status: 'DRAFT',
          running: false,
          startedAt: null,
          autoStopped: data.autoStopped,
          updatedAt: occurredAt,
        };
      },
    },
    'projects.TimeEntryChanged': {
      key: byEntry,
      apply: change(({ data }) => {
        const { projectId, clientId, taskId, taskTitle, date, minutes, billable, note } = data;
        const facts = { projectId, clientId, taskId, taskTitle, date, billable, note };
        return { ...facts, worked: minutes, status: 'DRAFT', rejectionReason: null };
      }),
    },
    'projects.TimeEntryDeleted': { key: byEntry, apply: () => null },
    'projects.TimesheetSubmitted': {
      key: ({ data }) => data.entries.map(({ entryId }) => entryId),
      apply: change(() => ({ status: 'SUBMITTED' })),
    },
    'projects.TimeEntryApproved': { key: byEntry, apply: change(priced) },
    'projects.TimeEntryRejected': {
      key: byEntry,
      apply: change(({ data }) => ({ status: 'REJECTED', rejectionReason: data.reason })),
    },
    'projects.TimeEntryUnapproved': {
      key: byEntry,
      apply: change(() => ({ ...unpriced, status: 'SUBMITTED' })),
    },
    'projects.TimeEntryReserved': {
      key: byEntry,
      apply: change(({ data }) => ({ invoiceId: data.invoiceId })),
    },
    'projects.TimeEntryInvoiced': {
      key: byEntry,
      apply: change(({ data }) => ({ status: 'INVOICED', invoiceId: data.invoiceId })),
    },
    'projects.TimeEntryReleased': {
      key: byEntry,
      apply: change(() => ({ status: 'APPROVED', invoiceId: null })),
    },
  },
});
