import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '../support/caller.js';
import { type House, openHouse } from '../support/house.js';
import {
  finalized,
  key,
  newClient,
  newDraft,
  newProject,
  newStaffedProject,
  newTask,
  submittedTime,
} from '../support/work.js';

interface Column {
  readonly id: string;
  readonly category: string;
  readonly count: number;
  readonly tasks: { readonly nodes: readonly { readonly id: string }[] };
}

let house: House;
let manager: Caller;
let employee: Caller;
beforeAll(async () => {
  house = await openHouse();
  manager = await house.as('manager');
  employee = await house.as('employee');
}, 240_000);
afterAll(() => house?.close(), 30_000);

async function columnsOf(projectId: string): Promise<readonly Column[]> {
  const { project } = await manager.query<{ project: { board: { columns: Column[] } } }>(
    `query ($id: ID!) { project(id: $id) { board { columns { id category count tasks(first: 50) { nodes { id } } } } } }`,
    { id: projectId },
  );
  return project.board.columns;
}

const times = <Result>(count: number, work: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

describe('the same card', () => {
  it('moved by two people at once with the version that both saw is moved by one', async () => {
    const { projectId } = await newStaffedProject(
      manager,
      house.tenants.north.people.employee.userId,
    );
    const id = await newTask(manager, projectId);
    const [, doing, done] = await columnsOf(projectId);
    const { task } = await manager.query<{ task: { version: number } }>(
      'query ($id: ID!) { task(id: $id) { version } }',
      { id },
    );
    const move = (caller: Caller, columnId?: string) =>
      caller.attempt<{ task: { version: number } | null }>(
        'taskMove',
        { id, columnId, expectedVersion: task.version },
        'task { version }',
      );
    const outcomes = await Promise.all([move(manager, doing?.id), move(employee, done?.id)]);
    expect(outcomes.map(({ refused }) => refused).sort()).toEqual([[], ['VERSION_CONFLICT']]);
    const places = (await columnsOf(projectId)).filter(({ tasks }) => tasks.nodes.length > 0);
    const winner = outcomes[0]?.refused.length === 0 ? doing : done;
    expect(places.map((column) => column.id)).toEqual([winner?.id]);
  });

  it('moved by two people who name no version ends in one place, counted once', async () => {
    const { projectId } = await newStaffedProject(
      manager,
      house.tenants.north.people.employee.userId,
    );
    const id = await newTask(manager, projectId);
    const [, doing, done] = await columnsOf(projectId);
    const outcomes = await Promise.all([
      manager.attempt('taskMove', { id, columnId: doing?.id }, 'task { id }'),
      employee.attempt('taskMove', { id, columnId: done?.id }, 'task { id }'),
    ]);
    expect(outcomes.map(({ refused }) => refused)).toEqual([[], []]);
    const columns = await columnsOf(projectId);
    expect(columns.reduce((sum, { count }) => sum + count, 0)).toBe(1);
    expect(columns.flatMap(({ tasks }) => tasks.nodes)).toEqual([{ id }]);
  });
});

describe('a column that is nearly full', () => {
  it('takes exactly one of ten cards that come at once', async () => {
    const projectId = await newProject(manager, await newClient(manager));
    const [, doing] = await columnsOf(projectId);
    const columnId = doing?.id ?? '';
    await newTask(manager, projectId, { columnId });
    await manager.do(
      'boardColumnUpdate',
      { id: columnId, name: 'Doing', wipLimit: 2, wipMode: 'BLOCK' },
      'column { wipLimit wipMode }',
    );
    const cards: string[] = [];
    for (let index = 0; index < 10; index++) cards.push(await newTask(manager, projectId));
    const outcomes = await times(10, (index) =>
      manager.attempt('taskMove', { id: cards[index], columnId }, 'task { id }'),
    );
    const refused = outcomes.map((outcome) => outcome.refused).filter(({ length }) => length > 0);
    expect(refused).toEqual(Array.from({ length: 9 }, () => ['WIP_LIMIT_REACHED']));
    const columns = await columnsOf(projectId);
    const full = columns.find(({ id }) => id === columnId);
    expect(full).toMatchObject({ count: 2 });
    expect(full?.tasks.nodes).toHaveLength(2);
    expect(columns.reduce((sum, { count }) => sum + count, 0)).toBe(11);
  });
});

describe('one idempotency key sent fifty times at once', () => {
  /** All answers, which must be equal and without a refusal; the one answer. */
  async function fifty<Payload>(name: string, input: object, selection: string): Promise<Payload> {
    const keyed = { ...input, idempotencyKey: key() };
    const outcomes = await times(50, () => manager.attempt<Payload>(name, keyed, selection));
    expect([...new Set(outcomes.map((outcome) => JSON.stringify(outcome)))]).toHaveLength(1);
    expect(outcomes[0]?.refused).toEqual([]);
    return outcomes[0]?.payload as Payload;
  }

  it('creates one client', async () => {
    const name = `Once ${key()}`;
    const { client } = await fifty<{ client: { id: string } }>(
      'clientCreate',
      { name, currency: 'EUR' },
      'client { id name version }',
    );
    const { clients } = await manager.query<{ clients: { nodes: { id: string }[] } }>(
      'query ($name: String) { clients(search: $name) { nodes { id } } }',
      { name },
    );
    expect(clients.nodes).toEqual([{ id: client.id }]);
  });

  it('gives an invoice one number', async () => {
    const clientId = await newClient(manager);
    const id = await newDraft(manager, clientId);
    const { invoice } = await fifty<{ invoice: { number: string } }>(
      'invoiceFinalize',
      { id },
      'invoice { id number status total { amount } version }',
    );
    const next = await finalized(manager, await newDraft(manager, clientId));
    expect(serial(next.number)).toBe(serial(invoice.number) + 1);
  });

  it('takes the money once', async () => {
    const clientId = await newClient(manager);
    const { id, total } = await finalized(manager, await newDraft(manager, clientId));
    const half = { amount: (Number(total.amount) / 2).toFixed(2), currency: 'EUR' };
    const paid = await fifty<{ payment: { id: string } }>(
      'invoicePay',
      { id, amount: half, method: { sandbox: 'tok_visa' } },
      'payment { id status } invoice { id status paid { amount } }',
    );
    expect(paid).toMatchObject({
      invoice: { status: 'PARTIALLY_PAID', paid: { amount: half.amount } },
    });
    const { invoice } = await manager.query<{ invoice: object }>(
      'query ($id: ID!) { invoice(id: $id) { paid { amount } payments { id } client { outstandingBalance { amount } } } }',
      { id },
    );
    expect(invoice).toEqual({
      paid: { amount: half.amount },
      payments: [{ id: paid.payment.id }],
      client: { outstandingBalance: { amount: half.amount } },
    });
  });

  it('approves an hour once', async () => {
    const { projectId } = await newStaffedProject(
      manager,
      house.tenants.north.people.employee.userId,
    );
    const id = await submittedTime(employee, projectId);
    const { timeEntries } = await fifty<{ timeEntries: object[] }>(
      'timeEntryApprove',
      { ids: [id] },
      'timeEntries { id status }',
    );
    expect(timeEntries).toEqual([{ id, status: 'APPROVED' }]);
    const [row] = await house.stage.sql<{ count: number }>(
      `SELECT count(*)::int AS count FROM kit.event
       WHERE type = 'projects.TimeEntryApproved' AND data::text LIKE '%' || $1 || '%'`,
      [id],
    );
    expect(row?.count).toBe(1);
  });

  it('means one thing: another input under it is refused', async () => {
    const idempotencyKey = key();
    await manager.do(
      'clientCreate',
      { name: `First ${key()}`, currency: 'EUR', idempotencyKey },
      'client { id }',
    );
    const input = { name: `Second ${key()}`, currency: 'EUR', idempotencyKey };
    const { refused } = await manager.attempt('clientCreate', input, 'client { id }');
    expect(refused).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  });
});

/** The running part of an invoice number. */
const serial = (number: string): number => Number(/(\d+)$/.exec(number)?.[1]);

describe('invoices that are finalized at once', () => {
  it('get numbers without a gap and without a double', async () => {
    const clientId = await newClient(manager);
    const before = serial((await finalized(manager, await newDraft(manager, clientId))).number);
    const drafts = await times(12, () => newDraft(manager, clientId));
    const finance = await house.as('finance');
    const invoices = await times(12, (index) =>
      finalized(index % 2 === 0 ? manager : finance, drafts[index] ?? ''),
    );
    const numbers = invoices.map(({ number }) => serial(number)).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, index) => before + 1 + index));
  });

  it('make no place for a second payment while one is on its way', async () => {
    const clientId = await newClient(manager);
    const { id, total } = await finalized(manager, await newDraft(manager, clientId));
    const pay = () =>
      manager.attempt(
        'invoicePay',
        { id, amount: total, method: { sandbox: 'tok_visa' }, idempotencyKey: key() },
        'invoice { status }',
      );
    await times(8, pay);
    const { invoice } = await manager.query<{
      invoice: { status: string; paid: object; payments: { status: string }[] };
    }>('query ($id: ID!) { invoice(id: $id) { status paid { amount } payments { status } } }', {
      id,
    });
    expect(invoice).toMatchObject({ status: 'PAID', paid: { amount: total.amount } });
    expect(invoice.payments.filter(({ status }) => status === 'SUCCEEDED')).toHaveLength(1);
  });
});
