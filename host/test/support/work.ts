import { randomUUID } from 'node:crypto';
import { day, isoWeek } from './calendar.js';
import type { Caller } from './caller.js';

interface Id {
  readonly id: string;
}

export const key = (): string => randomUUID();

export const EUR = (amount: string) => ({ amount, currency: 'EUR' });

export async function newClient(caller: Caller, name = `Client ${key()}`): Promise<string> {
  const { client } = await caller.do<{ client: Id }>(
    'clientCreate',
    { name, currency: 'EUR' },
    'client { id }',
  );
  return client.id;
}

/** A project by time and material that began ten days ago, managed by the caller. */
export async function newProject(
  caller: Caller,
  clientId: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { project } = await caller.do<{ project: Id }>(
    'projectCreate',
    {
      name: `Project ${key()}`,
      clientId,
      start: day(-10),
      end: day(60),
      budget: { kind: 'TIME_AND_MATERIALS', amount: EUR('10000.00') },
      ...more,
    },
    'project { id }',
  );
  return project.id;
}

export async function newTask(
  caller: Caller,
  projectId: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { task } = await caller.do<{ task: Id }>(
    'taskCreate',
    { projectId, title: `Task ${key()}`, ...more },
    'task { id }',
  );
  return task.id;
}

export interface Staffed {
  readonly clientId: string;
  readonly projectId: string;
}

/** A client and a project of the manager's, in which the worker is a member. */
export async function newStaffedProject(manager: Caller, workerId: string): Promise<Staffed> {
  const clientId = await newClient(manager);
  const projectId = await newProject(manager, clientId);
  await manager.do(
    'projectMemberAdd',
    { projectId, userId: workerId, role: 'MEMBER' },
    'project { id }',
  );
  return { clientId, projectId };
}

/** Time of today, logged and handed in. */
export async function submittedTime(
  worker: Caller,
  projectId: string,
  minutes = 60,
): Promise<string> {
  const date = day();
  const { timeEntry } = await worker.do<{ timeEntry: Id }>(
    'timeEntryLog',
    { projectId, date, minutes, note: 'Work', billable: true },
    'timeEntry { id }',
  );
  await worker.do('timesheetSubmit', { week: isoWeek(date) }, 'timesheet { id }');
  return timeEntry.id;
}

/** A draft of one line written by hand. */
export async function newDraft(
  caller: Caller,
  clientId: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { invoice } = await caller.do<{ invoice: Id }>(
    'invoiceDraftCreate',
    {
      clientId,
      idempotencyKey: key(),
      lines: [{ description: 'Workshop', quantity: '1', unitPrice: '100.00' }],
      ...more,
    },
    'invoice { id }',
  );
  return invoice.id;
}

export interface OpenInvoice extends Id {
  readonly number: string;
  readonly status: string;
  readonly total: { readonly amount: string; readonly currency: string };
}

export async function finalized(caller: Caller, id: string): Promise<OpenInvoice> {
  const { invoice } = await caller.do<{ invoice: OpenInvoice }>(
    'invoiceFinalize',
    { id, idempotencyKey: key() },
    'invoice { id number status total { amount currency } }',
  );
  return invoice;
}
