import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  BoardChangedDocument,
  ClientCreateDocument,
  InvoiceDraftCreateDocument,
  InvoiceFinalizeDocument,
  InvoicePaidDocument,
  InvoicePayDocument,
  ProjectCreateDocument,
  ProjectMemberAddDocument,
  ProjectOverviewDocument,
  TaskCompleteDocument,
  TaskCreateDocument,
  TaskMoveDocument,
  TimeEntryApproveDocument,
  TimeEntryApprovedDocument,
  TimeEntryLogDocument,
  TimesheetSubmitDocument,
  ViewerDocument,
} from '@nexus/sdk/documents';
import { print } from 'graphql';
import { day, isoWeek } from '../support/calendar.js';
import type { Caller } from '../support/caller.js';
import { type EventStream, openEventStream } from '../support/event-stream.js';
import type { House } from '../support/house.js';
import { untilFollowed } from '../support/live.js';
import { describeTopologies } from '../support/topologies.js';
import { EUR, finalized, key, newClient, newDraft } from '../support/work.js';

/** What is there, or the test ends here. */
function present<T>(value: T | null | undefined): T {
  if (value == null) throw new RangeError('Nothing came where something had to.');
  return value;
}

const cents = (amount: string): number => Math.round(Number(amount) * 100);

describeTopologies('from a client’s project to a paid invoice', ({ open }) => {
  let house: House;
  let manager: Caller;
  let employee: Caller;
  beforeAll(async () => {
    house = await open();
    manager = await house.as('manager');
    employee = await house.as('employee');
  }, 120_000);
  afterAll(() => house?.close(), 30_000);

  it('says who is signed in', async () => {
    const { viewer } = await manager.nexus.query(ViewerDocument);
    expect(viewer?.user).toMatchObject({ name: 'Mara Lindner', email: 'manager@north.example' });
    expect(viewer?.tenant).toEqual({ id: house.tenants.north.id, name: 'Nordlicht GmbH' });
    expect(viewer?.roles).toEqual(['ENGAGEMENT_MANAGER']);
    expect(viewer?.scopes).toEqual(
      expect.arrayContaining(['crm:write', 'billing:write', 'billing:send', 'billing:pay']),
    );
  });

  it('goes all the way in sequence, without waiting, and everything arrives live', async () => {
    const { nexus } = manager;
    const name = `Fabrik ${key()}`;
    const created = await nexus.mutate(ClientCreateDocument, { input: { name, currency: 'EUR' } });
    expect(created.clientCreate.errors).toEqual([]);
    const client = present(created.clientCreate.client);
    expect(client.name).toBe(name);

    const paid = nexus.subscribe(InvoicePaidDocument, { clientId: client.id });
    const paidRaw = await openEventStream(house.nexus.graph, {
      query: print(InvoicePaidDocument),
      variables: { clientId: client.id },
      token: manager.token,
    });
    expect(paidRaw.status).toBe(200);
    expect(paidRaw.contentType).toMatch(/^text\/event-stream/);

    const { projectCreate } = await nexus.mutate(ProjectCreateDocument, {
      input: {
        name: 'Relaunch',
        clientId: client.id,
        start: day(-10),
        end: day(30),
        budget: { kind: 'TIME_AND_MATERIALS', amount: EUR('10000.00') },
      },
    });
    expect(projectCreate.errors).toEqual([]);
    const project = present(projectCreate.project);
    expect(project.code).toMatch(/\S/);

    const board = nexus.subscribe(BoardChangedDocument, { projectId: project.id });
    const approvals = nexus.subscribe(TimeEntryApprovedDocument, { projectId: project.id });
    const boardRaw = await openEventStream(house.nexus.graph, {
      query: print(BoardChangedDocument),
      variables: { projectId: project.id },
      token: manager.token,
    });
    const approvalsRaw = await openEventStream(house.nexus.graph, {
      query: print(TimeEntryApprovedDocument),
      variables: { projectId: project.id },
      token: manager.token,
    });
    await untilFollowed(house.nexus.url, 6);

    const { projectMemberAdd } = await nexus.mutate(ProjectMemberAddDocument, {
      input: {
        projectId: project.id,
        userId: house.tenants.north.people.employee.userId,
        role: 'MEMBER',
      },
    });
    expect(projectMemberAdd).toMatchObject({ project: { id: project.id }, errors: [] });

    const { taskCreate } = await nexus.mutate(TaskCreateDocument, {
      input: { projectId: project.id, title: 'Build the page' },
    });
    expect(taskCreate.errors).toEqual([]);
    const task = present(taskCreate.task);
    expect(task.title).toBe('Build the page');

    const before = present(
      (await nexus.query(ProjectOverviewDocument, { id: project.id })).project,
    );
    const columns = present(before.board).columns;
    expect(columns.map(({ count }) => count).reduce((sum, count) => sum + count)).toBe(1);
    expect(columns.flatMap(({ tasks }) => tasks.nodes)).toEqual([
      { id: task.id, number: expect.stringContaining(project.code), title: 'Build the page' },
    ]);
    const doing = present(columns.find(({ category }) => category === 'DOING'));
    const moved = await employee.nexus.mutate(TaskMoveDocument, {
      input: { id: task.id, columnId: doing.id, beforeId: null, afterId: null },
    });
    expect(moved.taskMove).toMatchObject({ task: { id: task.id }, errors: [] });

    const { timeEntryLog } = await employee.nexus.mutate(TimeEntryLogDocument, {
      input: {
        projectId: project.id,
        taskId: task.id,
        date: day(),
        minutes: 410,
        note: 'Layout',
        billable: true,
      },
    });
    expect(timeEntryLog.errors).toEqual([]);
    const entry = present(timeEntryLog.timeEntry);
    expect(entry).toMatchObject({ minutes: 410, status: 'DRAFT' });

    const { timesheetSubmit } = await employee.nexus.mutate(TimesheetSubmitDocument, {
      input: { week: isoWeek(day()) },
    });
    expect(timesheetSubmit).toMatchObject({ timesheet: { id: expect.any(String) }, errors: [] });

    const { timeEntryApprove } = await nexus.mutate(TimeEntryApproveDocument, {
      input: { ids: [entry.id] },
    });
    expect(timeEntryApprove).toMatchObject({
      timeEntries: [{ id: entry.id, status: 'APPROVED' }],
      errors: [],
    });

    const completed = await employee.nexus.mutate(TaskCompleteDocument, { input: { id: task.id } });
    expect(completed.taskComplete).toMatchObject({ task: { id: task.id }, errors: [] });

    const { invoiceDraftCreate } = await nexus.mutate(InvoiceDraftCreateDocument, {
      input: {
        clientId: client.id,
        projectId: project.id,
        upTo: day(),
        idempotencyKey: key(),
      },
    });
    expect(invoiceDraftCreate.errors).toEqual([]);
    const draft = present(invoiceDraftCreate.invoice);
    const [line] = draft.lines.nodes;
    expect(draft.lines.nodes).toHaveLength(1);
    expect(present(line).timeEntries).toEqual([{ id: entry.id }]);
    const net = cents(present(line).net.amount);
    const price = Number(present(line).unitPrice.amount) * Number(present(line).quantity);
    expect(net).toBe(Math.round(price * 100));
    expect(net).toBeGreaterThan(0);
    expect(draft.total).toEqual({
      amount: (Math.round(net * 1.19) / 100).toFixed(2),
      currency: 'EUR',
    });

    const { invoiceFinalize } = await nexus.mutate(InvoiceFinalizeDocument, {
      input: { id: draft.id, idempotencyKey: key() },
    });
    expect(invoiceFinalize.errors).toEqual([]);
    const invoice = present(invoiceFinalize.invoice);
    expect(invoice).toMatchObject({ id: draft.id, status: 'OPEN', total: draft.total });
    expect(invoice.number).toMatch(/\d$/);

    const owed = present((await nexus.query(ProjectOverviewDocument, { id: project.id })).project);
    expect(owed).toMatchObject({ name: 'Relaunch', phase: expect.stringMatching(/^[A-Z]+$/) });
    expect(owed.client).toEqual({ name, outstandingBalance: draft.total });
    expect(owed.invoices?.nodes).toEqual([
      { id: invoice.id, number: invoice.number, status: 'OPEN' },
    ]);
    const { revenue, cost, margin, marginPercent } = present(owed.profitability);
    expect(cents(revenue.amount)).toBe(net);
    expect(cents(cost.amount)).toBeGreaterThan(0);
    expect(cents(margin.amount)).toBe(net - cents(cost.amount));
    expect(marginPercent).toBeCloseTo((100 * cents(margin.amount)) / net, 1);

    const declined = await nexus.mutate(InvoicePayDocument, {
      input: {
        id: invoice.id,
        amount: draft.total,
        method: { sandbox: 'tok_declined' },
        idempotencyKey: key(),
      },
    });
    expect(declined.invoicePay.errors).toMatchObject([{ code: 'PAYMENT_DECLINED' }]);
    const { invoicePay } = await nexus.mutate(InvoicePayDocument, {
      input: {
        id: invoice.id,
        amount: draft.total,
        method: { sandbox: 'tok_visa' },
        idempotencyKey: key(),
      },
    });
    expect(invoicePay).toMatchObject({ invoice: { id: invoice.id, status: 'PAID' }, errors: [] });

    const settled = present(
      (await nexus.query(ProjectOverviewDocument, { id: project.id })).project,
    );
    expect(settled.client).toEqual({ name, outstandingBalance: EUR('0.00') });
    expect(settled.invoices?.nodes).toEqual([
      { id: invoice.id, number: invoice.number, status: 'PAID' },
    ]);
    const done = present(settled.board).columns.filter(({ count }) => count > 0);
    expect(done).toMatchObject([
      { category: 'DONE', count: 1, tasks: { nodes: [{ id: task.id }] } },
    ]);

    const paidEvent = {
      id: expect.any(String),
      occurredAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      sequence: expect.any(String),
      node: {
        number: invoice.number,
        total: draft.total,
        client: { name },
        project: { name: 'Relaunch', profitability: { marginPercent } },
      },
    };
    const heard = await paid.next();
    expect(heard.value).toEqual({ invoicePaid: paidEvent });
    expect(await paidRaw.next()).toEqual({ data: heard.value });
    // One event, one line, nothing else on it.
    expect(paidRaw.lines.filter((text) => text.startsWith('data: {'))).toHaveLength(1);

    const approval = await approvals.next();
    expect(approval.value).toMatchObject({
      timeEntryApproved: { node: { id: entry.id, minutes: 410, status: expect.any(String) } },
    });
    expect(await approvalsRaw.next()).toEqual({ data: approval.value });

    const first = await board.next();
    expect(first.value).toMatchObject({ boardChanged: { node: { id: task.id } } });
    const second = await board.next();
    expect(await boardRaw.next()).toEqual({ data: first.value });
    expect(await boardRaw.next()).toEqual({ data: second.value });
    for (const stream of [paidRaw, approvalsRaw, boardRaw]) stream.close();
    for (const stream of [paid, approvals, board]) await stream.return?.();
  }, 240_000);

  it('resumes after the last event that was read, over both transports', async () => {
    const { nexus } = manager;
    const clientId = await newClient(manager);
    const watch = nexus.subscribe(InvoicePaidDocument, { clientId });
    await untilFollowed(house.nexus.url, 1);
    const pay = async () => {
      const { id, number, total } = await finalized(manager, await newDraft(manager, clientId));
      const method = { sandbox: 'tok_visa' };
      await manager.do(
        'invoicePay',
        { id, amount: total, method, idempotencyKey: key() },
        'invoice { status }',
      );
      return number;
    };
    const first = await pay();
    const event = present((await watch.next()).value as never) as {
      invoicePaid: { sequence: string; node: { number: string } };
    };
    expect(event.invoicePaid.node.number).toBe(first);
    await watch.return?.();

    const { extensions } = await nexus.execute('{ viewer { user { id } } }');
    const missed = [await pay(), await pay()];
    const after = event.invoicePaid.sequence;
    const resumed = nexus.subscribe(InvoicePaidDocument, { clientId }, { after });
    const raw: EventStream = await openEventStream(house.nexus.graph, {
      query: print(InvoicePaidDocument),
      variables: { clientId, after },
      token: manager.token,
    });
    const live = await pay();
    for (const number of [...missed, live]) {
      const next = await resumed.next();
      expect(next.value).toMatchObject({ invoicePaid: { node: { number } } });
      expect(await raw.next()).toEqual({ data: next.value });
    }
    raw.close();
    await resumed.return?.();

    // An answer says as of when it is: what happened since is told to whoever begins to follow only now.
    const late = nexus.subscribe(
      InvoicePaidDocument,
      { clientId },
      { after: String(extensions?.sequence) },
    );
    const numbers = new Set<string>();
    while (!numbers.has(live)) {
      const { value } = await late.next();
      numbers.add(present((value as typeof event).invoicePaid.node.number));
    }
    expect([...numbers]).toEqual(expect.arrayContaining(missed));
    await late.return?.();
  }, 240_000);
});
