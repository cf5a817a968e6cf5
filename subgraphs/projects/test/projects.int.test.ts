import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clientUser, testUser } from '@nexus/kit/testing';
import {
  admin,
  archivedClientId,
  ben,
  clientId,
  DeliveryHouse,
  foreigner,
  manager,
  mia,
  otherClientId,
} from './support/delivery-house.js';

let house: DeliveryHouse;
beforeAll(async () => {
  house = await DeliveryHouse.open();
});
afterAll(() => house.close());

const create = (input: object, who = manager) =>
  house.run<{ project: { id: string; code: string } | null }>(
    who,
    'projectCreate',
    { name: `Some ${Math.random()}`, clientId, start: '2026-11-01', ...input },
    'project { id code }',
  );
const phase = (id: string, to: string, input: object = {}, who = manager) =>
  house.run<{ project: { phase: string } }>(
    who,
    'projectChangePhase',
    { id, to, ...input },
    'project { phase }',
  );

describe('creating a project', () => {
  it('answers as the flow asks', async () => {
    const { project, errors } = await house.run<{ project: { id: string; code: string } }>(
      manager,
      'projectCreate',
      {
        name: 'Website',
        clientId,
        start: '2026-11-01',
        end: '2027-03-31',
        budget: { kind: 'TIME_AND_MATERIALS', amount: { amount: '50000.00', currency: 'EUR' } },
      },
      'project { id code }',
    );
    expect(errors).toEqual([]);
    expect(project.code).toMatch(/^ACM-\d+$/);
    const found = await house.ask(
      manager,
      `query($id: ID!, $code: String!) {
         projectByCode(code: $code) { id }
         project(id: $id) { name phase start end isOnHold currency client { id } manager { id }
           members { role since user { id } } board { columns { name category count } }
           viewerRole viewerCanManage viewerCanWork progress milestones { id }
           gate { to isMet items { item met } } } }`,
      { id: project.id, code: project.code.toLowerCase() },
    );
    expect(found).toEqual({
      projectByCode: { id: project.id },
      project: {
        name: 'Website',
        phase: 'DISCOVERY',
        start: '2026-11-01',
        end: '2027-03-31',
        isOnHold: false,
        currency: 'EUR',
        client: { id: clientId },
        manager: { id: manager.subject },
        members: [{ role: 'MANAGER', since: '2026-11-01', user: { id: manager.subject } }],
        board: {
          columns: [
            { name: 'Backlog', category: 'TODO', count: 0 },
            { name: 'To do', category: 'TODO', count: 0 },
            { name: 'In progress', category: 'DOING', count: 0 },
            { name: 'Review', category: 'DOING', count: 0 },
            { name: 'Done', category: 'DONE', count: 0 },
          ],
        },
        viewerRole: 'MANAGER',
        viewerCanManage: true,
        viewerCanWork: true,
        progress: 0,
        milestones: [],
        gate: { to: 'PLANNING', isMet: true, items: [{ item: 'BUDGET_CHOSEN', met: true }] },
      },
    });
  });

  it('uses a client that was created a moment ago', async () => {
    const id = otherClientId.replace(/2$/, '9');
    await house.client(id, 'Fresh');
    const { project } = await create({ clientId: id });
    expect(project?.code).toBe('FRE-1');
  });

  it('finds free codes however many ask at once, around those that people took', async () => {
    await create({ clientId: otherClientId, code: 'BOL-2' });
    const made = await Promise.all(
      Array.from({ length: 6 }, () => create({ clientId: otherClientId })),
    );
    const codes = made.map(({ project }) => project?.code);
    expect(new Set(codes).size).toBe(6);
    expect(codes).not.toContain('BOL-2');
  });

  it.each([
    [
      'an end before the start',
      { start: '2027-01-10', end: '2027-01-09' },
      'PROJECT_END_BEFORE_START',
      ['end'],
    ],
    ['an empty name', { name: ' ' }, 'INPUT_REQUIRED', ['name']],
    [
      'an unknown client',
      { clientId: otherClientId.replace(/2$/, '8') },
      'REFERENCE_UNKNOWN',
      ['clientId'],
    ],
    ['an archived client', { clientId: archivedClientId }, 'REFERENCE_ARCHIVED', ['clientId']],
    ['an unknown manager', { managerId: testUser(77) }, 'REFERENCE_UNKNOWN', ['managerId']],
    ['a bad code', { code: 'acm 1' }, 'INPUT_INVALID', ['code']],
    [
      'no client for billed work',
      { clientId: null, budget: { kind: 'FIXED_PRICE' } },
      'PROJECT_CLIENT_REQUIRED',
      ['clientId'],
    ],
    [
      'an amount below zero',
      { budget: { kind: 'FIXED_PRICE', amount: { amount: '-1', currency: 'EUR' } } },
      'AMOUNT_NEGATIVE',
      ['budget', 'amount', 'amount'],
    ],
    [
      'too many decimals',
      { budget: { kind: 'FIXED_PRICE', amount: { amount: '1.001', currency: 'EUR' } } },
      'TOO_MANY_DECIMALS',
      ['budget', 'amount', 'amount'],
    ],
    ['a project of somebody else', { managerId: mia.subject }, 'NOT_ALLOWED', null],
  ])('refuses %s', async (_what, input, rule, path) => {
    const { project, errors } = await create(input);
    expect(project).toBeNull();
    expect(errors).toMatchObject([{ rule, path: path && ['input', ...path] }]);
  });

  it('refuses a name and a code that are taken', async () => {
    const { project } = await create({ name: 'Twice' });
    expect((await create({ name: 'TWICE' })).errors).toMatchObject([
      { code: 'TAKEN', rule: 'PROJECT_NAME_TAKEN', path: ['input', 'name'] },
    ]);
    expect((await create({ name: 'Twice', clientId: otherClientId })).errors).toEqual([]);
    expect((await create({ code: project?.code })).errors).toMatchObject([
      { rule: 'PROJECT_CODE_TAKEN', path: ['input', 'code'] },
    ]);
  });

  it('takes the scope', async () => {
    const result = await house.house
      .as(mia)
      .execute('mutation { projectCreate(input: { name: "x" }) { project { id } } }');
    expect(result.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('a project', () => {
  it('goes through its phases and gates', async () => {
    const { project } = await create({ end: '2027-03-31' });
    const id = project?.id ?? '';
    expect((await phase(id, 'PLANNING')).project.phase).toBe('PLANNING');
    expect((await phase(id, 'EXECUTION')).errors).toMatchObject([
      { rule: 'PROJECT_GATE_UNMET', path: ['input', 'to'] },
    ]);
    expect((await phase(id, 'EXECUTION', { overrideReason: 'Now' })).errors).toMatchObject([
      { rule: 'NOT_ALLOWED', path: ['input', 'overrideReason'] },
    ]);
    await house.run(manager, 'projectUpdate', {
      id,
      budget: { kind: 'TIME_AND_MATERIALS', amount: { amount: '1000', currency: 'EUR' } },
    });
    const milestone = await house.run<{ milestone: { id: string; status: string } }>(
      manager,
      'milestoneAdd',
      { projectId: id, name: 'Launch', due: '2027-01-31', billablePercent: 50 },
      'milestone { id status }',
    );
    expect(milestone.milestone.status).toBe('PLANNED');
    expect((await phase(id, 'EXECUTION')).project.phase).toBe('EXECUTION');

    const milestoneId = milestone.milestone.id;
    await house.task(id, 'Ship', { milestoneId });
    expect((await phase(id, 'REVIEW')).errors).toMatchObject([{ rule: 'PROJECT_GATE_UNMET' }]);
    expect((await phase(id, 'REVIEW', { overrideReason: 'Now' }, admin)).project.phase).toBe(
      'REVIEW',
    );
    expect((await phase(id, 'EXECUTION')).errors).toMatchObject([
      { rule: 'INPUT_REQUIRED', path: ['input', 'reason'] },
    ]);
    const reached = await house.run(
      manager,
      'milestoneReach',
      { id: milestoneId },
      'milestone { status reachedOn billableAmount { amount currency } }',
    );
    expect(reached).toMatchObject({
      milestone: {
        status: 'REACHED',
        reachedOn: '2026-11-16',
        billableAmount: { amount: '500.00', currency: 'EUR' },
      },
    });
  });

  it('rests, ends and comes back', async () => {
    const id = await house.project();
    const held = await house.run(
      manager,
      'projectHold',
      { id, reason: 'Wait' },
      'project { isOnHold holdReason }',
    );
    expect(held).toMatchObject({ project: { isOnHold: true, holdReason: 'Wait' } });
    expect((await phase(id, 'PLANNING')).errors).toMatchObject([{ rule: 'PROJECT_PHASE_INVALID' }]);
    await house.run(manager, 'projectResume', { id });
    await house.run(manager, 'projectCancel', { id, reason: 'No money' });
    const closed = await house.run(manager, 'taskCreate', { projectId: id, title: 'Late' });
    expect(closed.errors).toMatchObject([
      { rule: 'PROJECT_CLOSED_READONLY', path: ['input', 'projectId'] },
    ]);
    const reopened = await house.run(
      manager,
      'projectReopen',
      { id, reason: 'Money' },
      'project { phase }',
    );
    expect(reopened).toMatchObject({ project: { phase: 'DISCOVERY' }, errors: [] });
  });

  it('is changed field by field, and not behind somebody’s back', async () => {
    const id = await house.project();
    const read = () =>
      house.ask<{ project: { version: number; name: string } }>(
        manager,
        'query($id: ID!) { project(id: $id) { version name } }',
        { id },
      );
    const { project } = await read();
    await house.run(manager, 'projectUpdate', { id, name: 'Renamed', description: 'More' });
    const stale = await house.run(manager, 'projectUpdate', {
      id,
      expectedVersion: project.version,
      name: 'Again',
    });
    expect(stale.errors).toMatchObject([{ code: 'STALE_VERSION', rule: 'VERSION_CONFLICT' }]);
    expect((await read()).project.name).toBe('Renamed');
    const again = await create({ name: 'renamed' });
    expect(again.errors).toMatchObject([{ rule: 'PROJECT_NAME_TAKEN' }]);
  });

  it('gets and loses members, and a new manager', async () => {
    const id = await house.project([]);
    const add = (userId: string, role = 'MEMBER') =>
      house.run(manager, 'projectMemberAdd', { projectId: id, userId, role }, 'project { id }');
    expect((await add(mia.subject)).errors).toEqual([]);
    expect((await add(mia.subject)).errors).toMatchObject([{ rule: 'MEMBER_ALREADY_ADDED' }]);
    expect((await add(testUser(77))).errors).toMatchObject([
      { rule: 'REFERENCE_UNKNOWN', path: ['input', 'userId'] },
    ]);
    await house.run(manager, 'projectMemberRemove', { projectId: id, userId: mia.subject });
    const handed = await house.run(
      manager,
      'projectManagerChange',
      { projectId: id, userId: ben.subject },
      'project { manager { id } members { role user { id } } }',
    );
    expect(handed).toMatchObject({
      project: {
        manager: { id: ben.subject },
        members: [
          { role: 'LEAD', user: { id: manager.subject } },
          { role: 'MANAGER', user: { id: ben.subject } },
        ],
      },
    });
    expect((await add(mia.subject)).errors).toMatchObject([{ rule: 'NOT_ALLOWED' }]);
  });
});

describe('who is not in it', () => {
  it('sees no project, in any list, as if it were not there', async () => {
    const id = await house.project([mia]);
    const query = `query($id: ID!) { project(id: $id) { id } projects(filter: { id: { eq: $id } }) { nodes { id } totalCount }
      tasks(filter: { projectId: { eq: $id } }) { nodes { id } } }`;
    await house.task(id, 'Inside');
    const found = (who = manager) => house.ask<Record<string, unknown>>(who, query, { id });
    expect(await found(mia)).toMatchObject({ project: { id }, projects: { totalCount: 1 } });
    for (const outsider of [ben, foreigner, clientUser(otherClientId, ['projects:read'])]) {
      expect(await found(outsider)).toEqual({
        project: null,
        projects: { nodes: [], totalCount: 0 },
        tasks: { nodes: [] },
      });
    }
    const absent = await house.run(foreigner, 'projectUpdate', { id, name: 'Mine' });
    expect(absent.errors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'id'] }]);
  });

  it('a client sees its projects and what is shown to it', async () => {
    const id = await house.project([mia]);
    await house.task(id, 'Shown', { clientVisible: true });
    const hidden = await house.task(id, 'Hidden');
    const customer = clientUser(clientId, ['projects:read']);
    const seen = await house.ask(
      customer,
      `query($id: ID!, $task: ID!) { task(id: $task) { id } tasks(search: "hidden") { nodes { id } }
         project(id: $id) { members { role } activity { nodes { kind reason user { id } people { id } task { title } } }
           board { columns { count tasks { nodes { title } } } } tasks { nodes { title } totalCount } } }`,
      { id, task: hidden },
    );
    expect(seen).toMatchObject({
      task: null,
      tasks: { nodes: [] },
      project: {
        members: [],
        activity: {
          nodes: [
            { kind: 'TaskCreated', user: null, people: [], task: { title: 'Shown' } },
            { kind: 'ProjectCreated', user: null, people: [], task: null },
          ],
        },
        tasks: { nodes: [{ title: 'Shown' }], totalCount: 1 },
      },
    });
    expect((await house.board(id, customer)).map(({ count }) => count)).toEqual([1, 0, 0, 0, 0]);
  });
});

describe('lists of projects', () => {
  it('filter, search, order and page', async () => {
    for (const name of ['Zebra', 'Yak', 'Xerus']) {
      await create({ name, clientId: otherClientId, tags: ['animal'], end: null });
    }
    const page = await house.ask<{
      projects: {
        nodes: { name: string }[];
        pageInfo: { endCursor: string; hasNextPage: boolean };
      };
    }>(
      manager,
      `{ projects(first: 2, filter: { tag: "animal" }) { nodes { name } pageInfo { endCursor hasNextPage } } }`,
    );
    expect(page.projects.nodes.map(({ name }) => name)).toEqual(['Xerus', 'Yak']);
    const rest = await house.ask(
      manager,
      `query($after: String) { projects(first: 2, after: $after, filter: { tag: "animal" }) { nodes { name } pageInfo { hasNextPage } }
         found: projects(search: "zéb") { nodes { name } }
         byEnd: projects(filter: { tag: "animal" }, orderBy: [{ field: NAME, direction: DESC }]) { nodes { name } } }`,
      { after: page.projects.pageInfo.endCursor },
    );
    expect(rest).toEqual({
      projects: { nodes: [{ name: 'Zebra' }], pageInfo: { hasNextPage: false } },
      found: { nodes: [{ name: 'Zebra' }] },
      byEnd: { nodes: [{ name: 'Zebra' }, { name: 'Yak' }, { name: 'Xerus' }] },
    });
  });

  it('hang off clients and people too', async () => {
    const answer = await house.ask<{ _entities: { projects: { totalCount: number } }[] }>(
      manager,
      `query($of: [_Any!]!) { _entities(representations: $of) {
         ... on Client { projects { totalCount } } ... on User { projects { totalCount } tasks { totalCount } } } }`,
      {
        of: [
          { __typename: 'Client', id: otherClientId },
          { __typename: 'User', id: manager.subject },
        ],
      },
    );
    expect(answer._entities[0]?.projects.totalCount).toBeGreaterThan(3);
    expect(answer._entities[1]?.projects.totalCount).toBeGreaterThan(5);
  });
});
