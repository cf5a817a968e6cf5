import type { BillingEvents } from '@nexus/billing/events';
import type { IdentityEvents } from '@nexus/identity/events';
import {
  defineEvents,
  encodeId,
  event,
  isoWeekOf,
  type Money,
  money,
  type Principal,
} from '@nexus/kit/domain';
import { defineSubgraph } from '@nexus/kit/graph';
import { openTestHouse, staff, type TestHouse, testTenant, testUser } from '@nexus/kit/testing';
import type { BudgetKind, ProjectRole } from '../../events.d.ts';
import { project } from '../../src/domain/project.aggregate.js';
import { completeBudget } from '../../src/domain/project.rules.js';
import { task } from '../../src/domain/task.aggregate.js';
import { projects } from '../../src/index.js';

/** Billing's events, as they come from the log; billing itself is not in this house. */
const billingCatalogue = defineEvents('billing', {
  BillableItemsReserved: event<BillingEvents['billing.BillableItemsReserved']>(),
  BillableItemsInvoiced: event<BillingEvents['billing.BillableItemsInvoiced']>(),
  BillableItemsReleased: event<BillingEvents['billing.BillableItemsReleased']>(),
  InvoiceFinalized: event<BillingEvents['billing.InvoiceFinalized']>(),
  InvoiceVoided: event<BillingEvents['billing.InvoiceVoided']>(),
  CreditNoteIssued: event<BillingEvents['billing.CreditNoteIssued']>(),
});

/** Of identity what time follows. */
const identityCatalogue = defineEvents('identity', {
  UserDeactivated: event<IdentityEvents['identity.UserDeactivated']>(),
});

type BillingEvent = keyof typeof billingCatalogue.specs;

/** The scopes and conditions of the people of these tests, as roles give them. */
const MEMBER = {
  op: 'contains',
  left: { attr: 'resource.memberIds' },
  right: { attr: 'subject.userId' },
} as const;
const equals = (left: string) =>
  ({ op: 'eq', left: { attr: left }, right: { attr: 'subject.userId' } }) as const;
const MANAGER = equals('resource.managerId');
const OWN = equals('resource.userId');

export const manager = staff(
  ['projects:read', 'projects:time:write', 'projects:time:approve', 'projects:finance:read'],
  {
    subject: testUser(1),
    conditions: { 'projects:time:approve': [MANAGER], 'projects:time:write': [OWN] },
  },
);
export const employee = (n: number, overrides: Partial<Principal> = {}): Principal =>
  staff(['projects:read', 'projects:time:write'], {
    subject: testUser(n),
    conditions: { 'projects:read': [MEMBER, MANAGER, OWN], 'projects:time:write': [OWN] },
    ...overrides,
  });
export const worker = employee(2);
export const admin = staff(['projects:read', 'projects:admin', 'projects:finance:read'], {
  subject: testUser(8),
});
export const stranger = staff(manager.scopes, { tenantId: testTenant(2), subject: testUser(20) });
export const clientId = encodeId('Client', '0198c0de-3000-7000-8000-000000000001');

/** A house with this subgraph alone on 2026-11-16, a Monday. */
export class TimeHouse {
  #projects = 0;

  private constructor(readonly house: TestHouse) {}

  static async open(): Promise<TimeHouse> {
    const catalogues = [...projects.catalogues, billingCatalogue, identityCatalogue];
    const subgraph = defineSubgraph({ ...projects, catalogues });
    return new TimeHouse(await openTestHouse({ subgraphs: [subgraph] }));
  }

  close = (): Promise<void> => this.house.close();

  /** Asks as somebody; throws on top-level errors. */
  ask<Data = Record<string, never>>(
    who: Principal,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<Data> {
    return this.house.as(who).ask<Data>(query, variables);
  }

  /** A project of `manager` with members. */
  async project({
    kind = 'TIME_AND_MATERIALS' as BudgetKind,
    amount = money(1_000_000, 'EUR') as Money | null,
    currency = 'EUR',
    start = '2026-01-01',
    members = { [worker.subject]: 'MEMBER' } as Record<string, ProjectRole>,
  } = {}): Promise<string> {
    const n = ++this.#projects;
    const id = encodeId('Project', `0198c0de-4000-7000-8000-${String(n).padStart(12, '0')}`);
    await this.house.write(manager, async (tx) => {
      await tx.run(project, id, {
        type: 'Create',
        projectId: id,
        code: `TST-${n}`,
        managerId: manager.subject,
        clientId: kind === 'NON_BILLABLE' ? null : clientId,
        name: `Project ${n}`,
        description: null,
        start,
        end: null,
        currency,
        budget: completeBudget(kind, amount, null),
        tags: [],
      });
      for (const [userId, role] of Object.entries(members)) {
        await tx.run(project, id, { type: 'AddMember', userId, role });
      }
    });
    return id;
  }

  /** A task of a project, done or not. */
  async task(projectId: string, n: number, done = false, points: number | null = null) {
    const id = encodeId('Task', `0198c0de-5000-7000-8000-${String(n).padStart(12, '0')}`);
    const occupancy = { count: 0, limit: null, mode: 'WARN' } as const;
    const category = done ? 'DONE' : 'TODO';
    await this.house.write(manager, (tx) =>
      tx.run(task, id, {
        type: 'Create',
        project: { projectId, clientId, open: true, end: null, memberIds: [] },
        taskId: id,
        number: `TST-${n}`,
        sequence: n,
        outline: {
          title: `Task ${n}`,
          description: null,
          type: 'TASK',
          parentId: null,
          milestoneId: null,
          priority: 'MEDIUM',
          points,
          estimateMinutes: null,
          start: null,
          due: null,
          labels: [],
          clientVisible: false,
        },
        assigneeIds: [],
        place: { columnId: 'col_1', category, rank: 'a0' },
        occupancy: occupancy as never,
      }),
    );
    return id;
  }

  /** Logs time and hands the week in; answers the entry's id. */
  async handIn(who: Principal, input: Record<string, unknown>): Promise<string> {
    const id = await this.log(who, input);
    const { timesheetSubmit } = await this.ask<{ timesheetSubmit: { errors: unknown[] } }>(
      who,
      `mutation($input: TimesheetSubmitInput!) { timesheetSubmit(input: $input) { errors { rule } } }`,
      { input: { week: isoWeekOf(String(input.date ?? '2026-11-16')) } },
    );
    if (timesheetSubmit.errors.length > 0) throw new TypeError(JSON.stringify(timesheetSubmit));
    return id;
  }

  async log(who: Principal, input: Record<string, unknown>): Promise<string> {
    const { timeEntryLog } = await this.ask<{
      timeEntryLog: { timeEntry: { id: string } | null; errors: unknown[] };
    }>(
      who,
      `mutation($input: TimeEntryLogInput!) { timeEntryLog(input: $input) { timeEntry { id } errors { rule path } } }`,
      { input: { date: '2026-11-16', minutes: 60, ...input } },
    );
    if (!timeEntryLog.timeEntry) throw new TypeError(JSON.stringify(timeEntryLog));
    return timeEntryLog.timeEntry.id;
  }

  async approve(ids: readonly string[], who = manager) {
    const { timeEntryApprove } = await this.ask<{
      timeEntryApprove: {
        timeEntries: { id: string; status: string }[] | null;
        errors: Record<string, unknown>[];
        warnings: Record<string, unknown>[];
      };
    }>(
      who,
      `mutation($input: TimeEntryApproveInput!) { timeEntryApprove(input: $input) {
         timeEntries { id status } errors { code rule path } warnings { rule } } }`,
      { input: { ids } },
    );
    return timeEntryApprove;
  }

  /** Appends events of billing. */
  bill(n: number, ...events: readonly { type: BillingEvent; data: object }[]): Promise<void> {
    return this.house.tell(manager, billingCatalogue, String(n), ...events);
  }

  /** Appends events of billing, and waits until this domain has heard of them. */
  async billing(n: number, ...events: Parameters<TimeHouse['bill']>[1][]): Promise<void> {
    await this.bill(n, ...events);
    await this.house.settled(manager);
  }

  /** Tells that somebody has left, and waits until this domain has heard of it. */
  async leaves({ subject: userId }: Principal): Promise<void> {
    const data = {
      membershipId: 'mem_1',
      userId,
      kind: 'STAFF',
      cause: 'ADMIN',
      reassignToUserId: null,
    };
    await this.house.tell(manager, identityCatalogue, userId, { type: 'UserDeactivated', data });
    await this.house.settled(manager);
  }
}
