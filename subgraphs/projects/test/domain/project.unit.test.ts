import { describe, expect, it } from '@jest/globals';
import { decisionContext, specification } from '@nexus/kit/testing';
import { project } from '../../src/domain/project.aggregate.js';
import { codeFindings, codePrefix, completeBudget } from '../../src/domain/project.rules.js';
import { CREATE, CREATED, eur, MANAGER, MIA, PROJECT_ID, phase } from './support.js';

const ref = { projectId: PROJECT_ID, clientId: 'cli_1' };
const TODAY = '2026-11-16';
const FACTS = { openMilestoneTasks: 0, openTasks: 0 };
const change = { type: 'ChangePhase', facts: FACTS, reason: null, overrideReason: null } as const;
const spec = () => specification(project);
const milestone = (milestoneId: string, billablePercent: number | null) =>
  ({
    type: 'MilestoneAdded',
    data: {
      ...ref,
      milestoneId,
      name: 'Launch',
      due: '2027-01-31',
      billableAmount: null,
      billablePercent,
      weight: 1,
    },
  }) as const;

describe('creating a project', () => {
  it('makes its manager a member from its start on', () =>
    spec().given().when(CREATE).then(CREATED));

  it('refuses an end before the start', () =>
    spec()
      .given()
      .when({ ...CREATE, start: '2027-01-10', end: '2027-01-09' })
      .thenRefused('PROJECT_END_BEFORE_START', ['end']));

  it('refuses an empty name', () =>
    spec()
      .given()
      .when({ ...CREATE, name: '  ' })
      .thenRefused('INPUT_REQUIRED', ['name']));

  it('refuses a negative amount', () =>
    spec()
      .given()
      .when({ ...CREATE, budget: { ...CREATE.budget, amount: eur(-1) } })
      .thenRefused('AMOUNT_NEGATIVE', ['budget', 'amount', 'amount']));

  it('refuses a cost in another currency', () =>
    spec()
      .given()
      .when({ ...CREATE, budget: { ...CREATE.budget, cost: { minor: 1, currency: 'USD' } } })
      .thenRefused('BUDGET_CURRENCY_MISMATCH', ['budget', 'cost', 'currency']));

  it('needs a client for work that is billed, and none for other work', async () => {
    const internal = { ...CREATE, clientId: null };
    await spec().given().when(internal).thenRefused('PROJECT_CLIENT_REQUIRED', ['clientId']);
    const budget = { kind: 'NON_BILLABLE', amount: null, cost: null } as const;
    const decision = await project.decide(
      project.initial,
      { ...internal, budget },
      decisionContext(),
    );
    expect(decision.ok).toBe(true);
  });

  it('plans the cost with the target margin unless it is given', () => {
    expect(completeBudget('FIXED_PRICE', eur(10_000), null).cost).toEqual(eur(7_000));
    expect(completeBudget('FIXED_PRICE', eur(10_000), eur(1)).cost).toEqual(eur(1));
    expect(completeBudget('TIME_AND_MATERIALS', null, null).cost).toBeNull();
  });

  it('takes a code from letters of the client and accepts only codes', () => {
    expect(codePrefix('Äcme & Söhne')).toBe('ACM');
    expect(codePrefix('9 Öl')).toBe('OLX');
    expect(codePrefix(null)).toBe('INT');
    expect(codeFindings('ACM-12')).toEqual([]);
    expect(codeFindings('acm 12')).toHaveLength(1);
  });
});

describe('changing a project', () => {
  it('tells only what changed', () =>
    spec()
      .given(CREATED)
      .when({ type: 'Update', changes: { name: 'Shop', end: '2027-03-31' } })
      .then([
        {
          type: 'ProjectUpdated',
          data: { ...ref, changes: { name: 'Shop' }, before: { name: 'Website' } },
        },
      ]));

  it('tells nothing where nothing changed', () =>
    spec().given(CREATED).when({ type: 'Update', changes: {}, budget: CREATE.budget }).then([]));

  it('judges the dates together', () =>
    spec()
      .given(CREATED)
      .when({ type: 'Update', changes: { end: '2026-10-01' } })
      .thenRefused('PROJECT_END_BEFORE_START', ['end']));

  it('refuses a budget that needs a client where there is none', () => {
    const data = {
      ...CREATE,
      clientId: null,
      budget: { kind: 'NON_BILLABLE', amount: null, cost: null },
    } as const;
    return spec()
      .given([{ type: 'ProjectCreated', data }])
      .when({ type: 'Update', changes: {}, budget: CREATE.budget })
      .thenRefused('PROJECT_CLIENT_REQUIRED');
  });
});

describe('the phases', () => {
  it('go forward when the gate is met', () =>
    spec()
      .given(CREATED)
      .when({ ...change, to: 'PLANNING' })
      .then([
        {
          type: 'ProjectPhaseChanged',
          data: {
            ...ref,
            from: 'DISCOVERY',
            to: 'PLANNING',
            on: TODAY,
            gateResults: [{ item: 'BUDGET_CHOSEN', met: true }],
            overrideReason: null,
            reason: null,
          },
        },
      ]));

  it('do not leap', () =>
    spec()
      .given(CREATED)
      .when({ ...change, to: 'REVIEW' })
      .thenRefused('PROJECT_PHASE_INVALID', ['to']));

  it('stop at an open gate', () =>
    spec()
      .given(CREATED, phase('DISCOVERY', 'PLANNING'))
      .when({ ...change, to: 'EXECUTION' })
      .thenRefused('PROJECT_GATE_UNMET', ['to']));

  it('pass an open gate with a reason, which is kept', () =>
    spec()
      .given(CREATED, phase('DISCOVERY', 'PLANNING'))
      .when({ ...change, to: 'EXECUTION', overrideReason: 'Client insists' })
      .then([
        {
          type: 'ProjectPhaseChanged',
          data: {
            ...ref,
            from: 'PLANNING',
            to: 'EXECUTION',
            on: TODAY,
            gateResults: [
              { item: 'DATES_SET', met: true },
              { item: 'MILESTONE_PLANNED', met: false },
              { item: 'BUDGET_SET', met: true },
            ],
            overrideReason: 'Client insists',
            reason: null,
          },
        },
      ]));

  it('ask the tasks of milestones before the review', () =>
    spec()
      .given(CREATED, phase('PLANNING', 'EXECUTION'))
      .when({ ...change, to: 'REVIEW', facts: { openMilestoneTasks: 1, openTasks: 4 } })
      .thenRefused('PROJECT_GATE_UNMET'));

  it('go back with a reason only', async () => {
    const given = () => spec().given(CREATED, phase('PLANNING', 'EXECUTION'));
    await given()
      .when({ ...change, to: 'PLANNING', reason: '' })
      .thenRefused('INPUT_REQUIRED', ['reason']);
    const back = await project.decide(
      [...CREATED, phase('PLANNING', 'EXECUTION')].reduce(project.evolve, project.initial),
      { ...change, to: 'PLANNING', reason: 'Re-plan' },
      decisionContext(),
    );
    expect(back.ok).toBe(true);
  });

  it('close once the warranty is over and no task is open', async () => {
    const given = () => spec().given(CREATED, phase('DELIVERY', 'SUPPORT', '2026-10-01'));
    await given()
      .when({ ...change, to: 'CLOSED', facts: { openMilestoneTasks: 0, openTasks: 1 } })
      .thenRefused('PROJECT_GATE_UNMET');
    await given()
      .when({ ...change, to: 'CLOSED' }, { now: '2026-10-15T09:00:00Z' })
      .thenRefused('PROJECT_GATE_UNMET');
    await given()
      .when({ ...change, to: 'CLOSED' })
      .then([
        {
          type: 'ProjectPhaseChanged',
          data: {
            ...ref,
            from: 'SUPPORT',
            to: 'CLOSED',
            on: TODAY,
            gateResults: [
              { item: 'WARRANTY_OVER', met: true },
              { item: 'TASKS_DONE', met: true },
            ],
            overrideReason: null,
            reason: null,
          },
        },
        { type: 'ProjectClosed', data: { ...ref, on: TODAY } },
      ]);
  });

  it('stand still on hold', async () => {
    const held = { type: 'ProjectPutOnHold', data: { ...ref, reason: 'Waiting' } } as const;
    await spec().given(CREATED).when({ type: 'Hold', reason: 'Waiting' }).then([held]);
    await spec()
      .given(CREATED, held)
      .when({ ...change, to: 'PLANNING' })
      .thenRefused('PROJECT_PHASE_INVALID');
    await spec()
      .given(CREATED, held)
      .when({ type: 'Hold', reason: 'Again' })
      .thenRefused('PROJECT_PHASE_INVALID', ['id']);
    await spec()
      .given(CREATED, held)
      .when({ type: 'Resume' })
      .then([{ type: 'ProjectResumed', data: ref }]);
    await spec().given(CREATED).when({ type: 'Resume' }).thenRefused('PROJECT_PHASE_INVALID');
  });
});

describe('an ended project', () => {
  const cancelled = [...CREATED, phase('PLANNING', 'CANCELLED', '2026-11-01')];

  it('is cancelled with a reason', () =>
    spec()
      .given(CREATED)
      .when({ type: 'Cancel', reason: '' })
      .thenRefused('INPUT_REQUIRED', ['reason']));

  it('takes no changes', () =>
    spec()
      .given(cancelled)
      .when({ type: 'Update', changes: { name: 'Shop' } })
      .thenRefused('PROJECT_CLOSED_READONLY'));

  it('is reopened into the phase before', () =>
    spec()
      .given(cancelled)
      .when({ type: 'Reopen', reason: 'They are back' })
      .then([
        {
          type: 'ProjectPhaseChanged',
          data: {
            ...ref,
            from: 'CANCELLED',
            to: 'PLANNING',
            on: TODAY,
            gateResults: [],
            overrideReason: null,
            reason: 'They are back',
          },
        },
        { type: 'ProjectReopened', data: { ...ref, to: 'PLANNING', reason: 'They are back' } },
      ]));

  it('is reopened within 90 days only', () =>
    spec()
      .given(cancelled)
      .when({ type: 'Reopen', reason: 'Late' }, { now: '2027-01-31T09:00:00Z' })
      .thenRefused('PROJECT_PHASE_INVALID', ['id']));

  it('is reopened only when it has ended', () =>
    spec()
      .given(CREATED)
      .when({ type: 'Reopen', reason: 'Why' })
      .thenRefused('PROJECT_PHASE_INVALID'));
});

describe('the members', () => {
  const added = {
    type: 'ProjectMemberAdded',
    data: { ...ref, userId: MIA, role: 'MEMBER', since: '2026-11-01' },
  } as const;
  const add = { type: 'AddMember', userId: MIA, role: 'MEMBER' } as const;

  it('belong to it from its start on', () => spec().given(CREATED).when(add).then([added]));

  it('are added once', () =>
    spec().given(CREATED, added).when(add).thenRefused('MEMBER_ALREADY_ADDED', ['userId']));

  it('can leave and come back', async () => {
    const left = {
      type: 'ProjectMemberRemoved',
      data: { ...ref, userId: MIA, until: TODAY },
    } as const;
    await spec().given(CREATED, added).when({ type: 'RemoveMember', userId: MIA }).then([left]);
    await spec().given(CREATED, added, left).when(add).then([added]);
    await spec()
      .given(CREATED, added, left)
      .when({ type: 'RemoveMember', userId: MIA })
      .thenRefused('MEMBER_NOT_FOUND', ['userId']);
  });

  it('keep their manager', () =>
    spec()
      .given(CREATED)
      .when({ type: 'RemoveMember', userId: MANAGER })
      .thenRefused('MANAGER_REQUIRED', ['userId']));

  it('get a new manager, who becomes a member where needed', async () => {
    const handedOver = {
      type: 'ProjectManagerChanged',
      data: { ...ref, from: MANAGER, to: MIA },
    } as const;
    const asManager = { ...added, data: { ...added.data, role: 'MANAGER' } } as const;
    const handOver = { type: 'ChangeManager', userId: MIA } as const;
    await spec().given(CREATED).when(handOver).then([asManager, handedOver]);
    await spec().given(CREATED, added).when(handOver).then([handedOver]);
    await spec()
      .given(CREATED)
      .when({ type: 'AddMember', userId: MIA, role: 'MANAGER' })
      .then([asManager, handedOver]);
    await spec()
      .given(CREATED, added, handedOver)
      .when({ type: 'RemoveMember', userId: MANAGER })
      .then([{ type: 'ProjectMemberRemoved', data: { ...ref, userId: MANAGER, until: TODAY } }]);
  });

  it('move with the start of the project', () => {
    const state = [
      ...CREATED,
      { type: 'ProjectUpdated', data: { ...ref, changes: { start: '2026-10-01' } } } as const,
    ].reduce(project.evolve, project.initial);
    expect(state).toMatchObject({ members: { [MANAGER]: { since: '2026-10-01' } } });
  });
});

describe('a milestone', () => {
  const add = {
    type: 'AddMilestone',
    milestoneId: 'mil_1',
    name: 'Launch',
    due: '2027-01-31',
    billableAmount: null,
    billablePercent: 60,
    weight: 1,
  } as const;

  it('is planned', () =>
    spec()
      .given(CREATED)
      .when(add)
      .then([milestone('mil_1', 60)]));

  it('outside the project is worth a warning', () =>
    spec()
      .given(CREATED)
      .when({ ...add, due: '2027-04-01' })
      .thenWarns('MILESTONE_OUTSIDE_PROJECT'));

  it('bills no more than the whole', () =>
    spec()
      .given(CREATED, milestone('mil_0', 50))
      .when(add)
      .thenRefused('MILESTONE_PERCENT_EXCEEDED', ['billablePercent']));

  it('bills an amount or a percent', () =>
    spec()
      .given(CREATED)
      .when({ ...add, billableAmount: eur(1) })
      .thenRefused('INPUT_INVALID', ['billablePercent']));

  it('is rescheduled with a reason', () =>
    spec()
      .given(CREATED, milestone('mil_1', 60))
      .when({
        type: 'RescheduleMilestone',
        milestoneId: 'mil_1',
        due: '2027-02-28',
        reason: 'Late start',
      })
      .then([
        {
          type: 'MilestoneRescheduled',
          data: {
            ...ref,
            milestoneId: 'mil_1',
            from: '2027-01-31',
            to: '2027-02-28',
            reason: 'Late start',
          },
        },
      ]));

  it('earns its percent of the budget when it is reached, once', async () => {
    const reached = {
      type: 'MilestoneReached',
      data: {
        ...ref,
        milestoneId: 'mil_1',
        name: 'Launch',
        on: TODAY,
        billableAmount: eur(3_000_000),
      },
    } as const;
    const reach = { type: 'ReachMilestone', milestoneId: 'mil_1', on: TODAY } as const;
    await spec().given(CREATED, milestone('mil_1', 60)).when(reach).then([reached]);
    await spec()
      .given(CREATED, milestone('mil_1', 60), reached)
      .when(reach)
      .thenRefused('MILESTONE_STATE_INVALID', ['id']);
    await spec()
      .given(CREATED, milestone('mil_1', 60))
      .when({ ...reach, on: '2026-11-17' })
      .thenRefused('INPUT_INVALID', ['on']);
    await spec().given(CREATED).when(reach).thenRefused('NOT_FOUND', ['id']);
  });
});
