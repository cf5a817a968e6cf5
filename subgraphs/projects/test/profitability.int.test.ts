import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { money, type Principal } from '@nexus/kit/domain';
import { ReadSession } from '@nexus/kit/read';
import { clientUser } from '@nexus/kit/testing';
import { project } from '../src/domain/project.aggregate.js';
import { completeBudget } from '../src/domain/project.rules.js';
import { admin, clientId, employee, manager, TimeHouse, worker } from './support/time-house.js';

const SAVE = `mutation($input: RateCardSaveInput!) { rateCardSave(input: $input) {
  rateCard { usesBuiltIn rates(first: 100) { nodes { id level price { amount } cost { amount } } } } errors { code rule path } } }`;

let time: TimeHouse;
beforeAll(async () => {
  time = await TimeHouse.open();
});
afterAll(() => time.close());

const profit = async (projectId: string, who: Principal = manager) => {
  const { _entities } = await time.ask<{ _entities: { profitability: unknown }[] }>(
    who,
    `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Project {
       profitability { revenue { amount currency } cost { amount } margin { amount } marginPercent
         explanation { rule level invoiced { amount } unbilled { amount } pendingMinutes progressPercent sentences } }
       budget { kind amount { amount } cost { amount } spent { amount } percent thresholds } } } }`,
    { representations: [{ __typename: 'Project', id: projectId }] },
  );
  return _entities[0] as {
    profitability: Record<string, unknown>;
    budget: Record<string, unknown>;
  };
};

const eur = (minor: number) => money(minor, 'EUR');
const invoice = (n: number, projectId: string) => ({ invoiceId: `inv_${n}`, clientId, projectId });
const finalized = (n: number, projectId: string, net: number) => ({
  type: 'InvoiceFinalized' as const,
  data: {
    ...invoice(n, projectId),
    number: `INV-2026-${n}`,
    issueDate: '2026-11-16',
    dueDate: '2026-12-16',
    net: eur(net),
    tax: eur(0),
    total: eur(net),
    taxBreakdown: [],
    byProject: [{ projectId, net: eur(net) }],
  },
});
const items = (
  type: 'BillableItemsReserved' | 'BillableItemsInvoiced' | 'BillableItemsReleased',
  n: number,
  projectId: string,
  id: string,
) => ({ type, data: { ...invoice(n, projectId), sources: [{ kind: 'TIME', id }] } });

describe('profitability', () => {
  it('goes from hours over approval to the invoice', async () => {
    const projectId = await time.project();
    expect((await profit(projectId)).profitability).toMatchObject({
      revenue: { amount: '0.00', currency: 'EUR' },
      marginPercent: null,
    });
    const id = await time.handIn(worker, { projectId, minutes: 120 });
    expect((await profit(projectId)).profitability).toMatchObject({
      revenue: { amount: '0.00' },
      cost: { amount: '0.00' },
      explanation: { pendingMinutes: 120 },
    });
    await time.approve([id]);
    expect((await profit(projectId)).profitability).toMatchObject({
      revenue: { amount: '220.00' },
      cost: { amount: '110.00' },
      margin: { amount: '110.00' },
      marginPercent: 50,
      explanation: { rule: 'INVOICED_AND_UNBILLED', unbilled: { amount: '220.00' } },
    });
    await time.billing(1, items('BillableItemsReserved', 1, projectId, id));
    await time.billing(
      1,
      items('BillableItemsInvoiced', 1, projectId, id),
      finalized(1, projectId, 20_000),
    );
    expect((await profit(projectId)).profitability).toMatchObject({
      revenue: { amount: '200.00' },
      marginPercent: 45,
      explanation: { invoiced: { amount: '200.00' }, unbilled: { amount: '0.00' } },
    });
  });

  it('takes credit notes off, and forgets voided invoices', async () => {
    const projectId = await time.project();
    const id = await time.handIn(worker, { projectId, date: '2026-11-12' });
    await time.approve([id]);
    await time.billing(
      2,
      items('BillableItemsReserved', 2, projectId, id),
      items('BillableItemsInvoiced', 2, projectId, id),
      finalized(2, projectId, 11_000),
    );
    const credit = {
      ...finalized(2, projectId, 4_000).data,
      creditNoteId: 'crn_1',
      full: false,
      reason: 'Discount',
    };
    await time.billing(2, { type: 'CreditNoteIssued', data: credit });
    expect((await profit(projectId)).profitability).toMatchObject({ revenue: { amount: '70.00' } });
    const { byProject, ...ref } = finalized(2, projectId, 11_000).data;
    await time.billing(
      2,
      {
        type: 'CreditNoteIssued',
        data: { ...credit, byProject: [{ projectId, net: eur(-4_000) }] },
      },
      { type: 'InvoiceVoided', data: { ...ref, byProject, reason: 'Mistake' } },
      items('BillableItemsReleased', 2, projectId, id),
    );
    expect((await profit(projectId)).profitability).toMatchObject({
      explanation: { unbilled: { amount: '110.00' } },
    });
    const { timeEntry } = await time.ask<{ timeEntry: object }>(
      worker,
      `{ timeEntry(id: "${id}") { status } }`,
    );
    expect(timeEntry).toEqual({ status: 'APPROVED' });
  });

  it('of a fixed price follows the progress of its tasks', async () => {
    const projectId = await time.project({ kind: 'FIXED_PRICE', amount: eur(1_000_000) });
    await time.task(projectId, 11, true, 5);
    await time.task(projectId, 12, false, 3);
    await time.task(projectId, 13, false);
    const id = await time.handIn(worker, { projectId, date: '2026-11-11', minutes: 600 });
    await time.approve([id]);
    const { profitability, budget } = await profit(projectId);
    expect(profitability).toMatchObject({
      revenue: { amount: '5555.56' },
      cost: { amount: '550.00' },
      explanation: { rule: 'BUDGET_BY_PROGRESS', progressPercent: 55.6 },
    });
    expect(budget).toMatchObject({
      kind: 'FIXED_PRICE',
      amount: { amount: '10000.00' },
      cost: { amount: '7000.00' },
      spent: { amount: '550.00' },
      percent: 7.9,
      thresholds: [50, 80, 100, 110],
    });
  });

  it('is for those who may see project finance', async () => {
    const projectId = await time.project();
    const bound = {
      ...employee(2),
      scopes: [...worker.scopes, 'projects:finance:read'],
      conditions: {
        ...worker.conditions,
        'projects:finance:read': manager.conditions['projects:time:approve'] ?? [],
      },
    };
    expect(await profit(projectId, bound)).toEqual({ profitability: null, budget: null });
    for (const who of [worker, clientUser(clientId, ['projects:read'])]) {
      const { data, errors } = await time.house
        .as(who)
        .execute(
          `query($r: [_Any!]!) { _entities(representations: $r) { ... on Project { profitability { marginPercent } } } }`,
          { r: [{ __typename: 'Project', id: projectId }] },
        );
      expect(data).toEqual({ _entities: [{ profitability: null }] });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});

describe('time and its invoice', () => {
  const entry = (id: string) =>
    time.ask<{ timeEntry: object }>(manager, `{ timeEntry(id: "${id}") { status isReserved } }`);
  const unapprove = (id: string) =>
    time.ask(
      manager,
      `mutation { timeEntryUnapprove(input: { ids: ["${id}"] }) { errors { code rule path } } }`,
    );
  const locked = {
    timeEntryUnapprove: {
      errors: [{ code: 'LOCKED', rule: 'TIME_LOCKED', path: ['input', 'ids', '0'] }],
    },
  };

  it('is locked by a draft of a moment ago', async () => {
    const projectId = await time.project();
    const id = await time.handIn(worker, { projectId, date: '2026-10-29' });
    await time.approve([id]);
    await time.bill(4, items('BillableItemsReserved', 4, projectId, id));
    expect(await unapprove(id)).toEqual(locked);
    await time.bill(4, items('BillableItemsInvoiced', 4, projectId, id));
    expect(await entry(id)).toMatchObject({ timeEntry: { status: 'INVOICED' } });
  });

  it('is locked by a draft, invoiced when final, and free after a void', async () => {
    const projectId = await time.project();
    const id = await time.handIn(worker, { projectId, date: '2026-11-10' });
    await time.approve([id]);
    await time.billing(3, items('BillableItemsReserved', 3, projectId, id));
    expect(await entry(id)).toEqual({ timeEntry: { status: 'APPROVED', isReserved: true } });
    expect(await unapprove(id)).toEqual(locked);
    await time.billing(3, items('BillableItemsInvoiced', 3, projectId, id));
    expect(await entry(id)).toEqual({ timeEntry: { status: 'INVOICED', isReserved: false } });
    expect(await unapprove(id)).toEqual(locked);
    await time.billing(3, items('BillableItemsReleased', 3, projectId, id));
    expect(await entry(id)).toEqual({ timeEntry: { status: 'APPROVED', isReserved: false } });
    expect(await unapprove(id)).toEqual({ timeEntryUnapprove: { errors: [] } });
  });
});

describe('budgets', () => {
  it('warn at each threshold once', async () => {
    const projectId = await time.project({ amount: eur(40_000) });
    const log = (date: string) => time.handIn(worker, { projectId, date, minutes: 120 });
    const [a, b] = [await log('2026-11-05'), await log('2026-11-06')];
    expect(await time.approve([a])).toMatchObject({ warnings: [{ rule: 'BUDGET_THRESHOLD' }] });
    expect(await time.approve([b])).toMatchObject({ warnings: [{ rule: 'BUDGET_THRESHOLD' }] });
    expect(await time.approve([a])).toMatchObject({ warnings: [] });
    const events = await time.house.database.sql<{ percent: number }>(
      `SELECT (data->>'percent')::int AS percent FROM kit.event
       WHERE type = 'projects.ProjectBudgetThresholdCrossed' AND data->>'projectId' = $1 ORDER BY position`,
      [projectId],
    );
    expect(events.map(({ percent }) => percent)).toEqual([50, 80, 100, 110]);
  });
});

describe('a smaller budget', () => {
  it('is reported for what is spent already', async () => {
    const projectId = await time.project({ amount: eur(10_000_000) });
    await time.approve([await time.handIn(worker, { projectId, date: '2026-10-30' })]);
    await time.house.write(manager, (tx) =>
      tx.run(project, projectId, {
        type: 'Update',
        changes: {},
        budget: completeBudget('TIME_AND_MATERIALS', eur(20_000), null),
      }),
    );
    await time.house.settled(manager);
    const events = await time.house.database.sql<{ data: object }>(
      `SELECT data FROM kit.event
       WHERE type = 'projects.ProjectBudgetThresholdCrossed' AND data->>'projectId' = $1`,
      [projectId],
    );
    expect(events.map(({ data }) => data)).toMatchObject([
      { percent: 50, spent: eur(11_000), budget: eur(20_000) },
    ]);
  });
});

describe('the rate card', () => {
  it('decides what is approved from then on', async () => {
    const projectId = await time.project();
    const before = await time.handIn(worker, { projectId, date: '2026-11-03' });
    await time.approve([before]);
    const rates = [
      { level: 'PROJECT', projectId, currency: 'EUR', price: '150.00', cost: '80.00' },
    ];
    expect(await time.ask(admin, SAVE, { input: { rates } })).toMatchObject({
      rateCardSave: {
        rateCard: {
          usesBuiltIn: true,
          rates: { nodes: [{ level: 'PROJECT', price: { amount: '150.00' } }] },
        },
        errors: [],
      },
    });
    const after = await time.handIn(worker, { projectId, date: '2026-11-04' });
    await time.approve([after]);
    const seen = `{ a: timeEntry(id: "${before}") { rate { amount } cost { amount } } b: timeEntry(id: "${after}") { rate { amount } cost { amount } } }`;
    expect(await time.ask(manager, seen)).toEqual({
      a: { rate: { amount: '110.00' }, cost: { amount: '55.00' } },
      b: { rate: { amount: '150.00' }, cost: { amount: '80.00' } },
    });
    const removed = [{ level: 'PROJECT', projectId, currency: 'EUR' }];
    expect(await time.ask(admin, SAVE, { input: { rates: removed } })).toMatchObject({
      rateCardSave: { rateCard: { rates: { nodes: [] } } },
    });
  });

  it('names what is wrong', async () => {
    const refused = async (rate: object) => {
      const { rateCardSave } = await time.ask<{ rateCardSave: { errors: unknown[] } }>(
        admin,
        SAVE,
        {
          input: { rates: [{ currency: 'EUR', price: '1.00', ...rate }] },
        },
      );
      return rateCardSave.errors;
    };
    expect(await refused({ level: 'ROLE' })).toMatchObject([
      { rule: 'RATE_INVALID', path: ['input', 'rates', '0', 'role'] },
    ]);
    expect(await refused({ level: 'ROLE', role: 'LEAD', price: '1.001' })).toMatchObject([
      { path: ['input', 'rates', '0', 'price', 'amount'] },
    ]);
    expect(
      await refused({ level: 'PROJECT', projectId: 'prj_01hzzzzzzzzzzzzzzzzzzzzzzz' }),
    ).toMatchObject([{ rule: 'NOT_FOUND', path: ['input', 'rates', '0', 'projectId'] }]);
  });

  it('can do without built-in rates: then a rate is missing', async () => {
    const switchTo = (usesBuiltIn: boolean) => time.ask(admin, SAVE, { input: { usesBuiltIn } });
    const projectId = await time.project();
    const id = await time.handIn(worker, { projectId, date: '2026-11-02' });
    await switchTo(false);
    expect(await time.approve([id])).toMatchObject({
      timeEntries: null,
      errors: [{ rule: 'RATE_MISSING', path: ['input', 'ids', '0'] }],
    });
    await switchTo(true);
    expect(await time.approve([id])).toMatchObject({ errors: [] });
    const built = `{ rateCard { usesBuiltIn builtInRates(currency: "JPY") { role price { amount } cost { amount } } } }`;
    expect(await time.ask(admin, built)).toMatchObject({
      rateCard: {
        usesBuiltIn: true,
        builtInRates: [{ role: 'MANAGER', price: { amount: '21000' } }, {}, {}, {}],
      },
    });
  });
});

describe('burn', () => {
  const BURN = `burn(from: $from, to: $to) { limit { amount } weeks {
    week start minutes billableMinutes cost { amount } revenue { amount } spent { amount }
    spentToDate { amount } percent } }`;
  const burn = async (ids: readonly string[], who: Principal = manager, dates: object = {}) => {
    const { _entities } = await time.ask<{ _entities: { burn: Burn | null }[] }>(
      who,
      `query($of: [_Any!]!, $from: Date, $to: Date) {
         _entities(representations: $of) { ... on Project { ${BURN} } } }`,
      { of: ids.map((id) => ({ __typename: 'Project', id })), ...dates },
    );
    return _entities.map((project) => project.burn);
  };
  interface Burn {
    readonly limit: { amount: string } | null;
    readonly weeks: readonly { week: string; minutes: number; [figure: string]: unknown }[];
  }

  it('shows hours, cost and worth by week against the budget, from approval on', async () => {
    const projectId = await time.project();
    const [early, late] = [
      await time.handIn(worker, { projectId, minutes: 120, date: '2026-11-05' }),
      await time.handIn(worker, { projectId, minutes: 60, date: '2026-11-16' }),
    ];
    const dates = { from: '2026-11-02', to: '2026-11-16' };
    const [before] = await burn([projectId], manager, dates);
    expect(before?.weeks.map(({ minutes }) => minutes)).toEqual([0, 0, 0]);
    await time.approve([early, late]);
    const [after] = await burn([projectId], manager, dates);
    expect(after?.weeks).toMatchObject([
      {
        week: '2026-W45',
        start: '2026-11-02',
        minutes: 120,
        billableMinutes: 120,
        cost: { amount: '110.00' },
        revenue: { amount: '220.00' },
      },
      {
        week: '2026-W46',
        minutes: 0,
        spent: { amount: '0.00' },
        spentToDate: { amount: '220.00' },
      },
      {
        week: '2026-W47',
        minutes: 60,
        spent: { amount: '110.00' },
        spentToDate: { amount: '330.00' },
      },
    ]);
    const [latest] = await burn([projectId], manager, { from: '2026-11-16' });
    expect(latest?.weeks).toMatchObject([{ week: '2026-W47', spentToDate: { amount: '330.00' } }]);
  });

  it('of a fixed price earns with the tasks that are completed, and spends what they cost', async () => {
    const projectId = await time.project({ kind: 'FIXED_PRICE' });
    const id = await time.handIn(worker, { projectId, minutes: 60, date: '2026-11-16' });
    await time.approve([id]);
    await time.task(projectId, 1, true);
    await time.task(projectId, 3);
    const [found] = await burn([projectId], manager, { from: '2026-11-16' });
    const { revenue } = (await profit(projectId)).profitability;
    const week = found?.weeks[0];
    expect(week).toMatchObject({ cost: { amount: '55.00' }, spent: { amount: '55.00' } });
    expect(week?.revenue).toMatchObject({ amount: (revenue as { amount: string }).amount });
  });

  it('is for those who may see finance, and takes as many statements for many projects as for one', async () => {
    const ids = [await time.project(), await time.project(), await time.project()];
    expect(await burn(ids, admin)).not.toContain(null);
    const count = async (some: readonly string[]) => {
      const original = ReadSession.prototype.sql;
      let statements = 0;
      ReadSession.prototype.sql = function (
        this: ReadSession,
        ...args: Parameters<typeof original>
      ) {
        statements += 1;
        return original.apply(this, args);
      } as typeof original;
      try {
        await burn(some);
        return statements;
      } finally {
        ReadSession.prototype.sql = original;
      }
    };
    expect(await count(ids)).toBe(await count(ids.slice(0, 1)));
    await expect(burn(ids, worker)).rejects.toThrow();
  });
});
