import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Principal } from '@nexus/kit/domain';
import { clientUser, testUser } from '@nexus/kit/testing';
import {
  admin,
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

const task = (id: string, fields: string, who = manager) =>
  house
    .ask<{ task: Record<string, unknown> | null }>(
      who,
      `query($id: ID!) { task(id: $id) { ${fields} } }`,
      { id },
    )
    .then((answer) => answer.task);

describe('creating tasks', () => {
  it('numbers them without a gap, however many are created at once', async () => {
    const id = await house.project();
    const refused = house.run(manager, 'taskCreate', { projectId: id, title: ' ' });
    await Promise.all([
      refused,
      ...Array.from({ length: 12 }, (_, i) => house.task(id, `task ${i}`)),
    ]);
    const { project } = await house.ask<{
      project: { code: string; tasks: { nodes: { number: string }[] } };
    }>(manager, 'query($id: ID!) { project(id: $id) { code tasks { nodes { number } } } }', { id });
    expect(project.tasks.nodes.map(({ number }) => number)).toEqual(
      Array.from({ length: 12 }, (_, i) => `${project.code}-${i + 1}`),
    );
  });

  it('keeps what was said about them', async () => {
    const id = await house.project();
    const created = await house.run<{ task: { id: string; number: string } }>(
      mia,
      'taskCreate',
      {
        projectId: id,
        title: 'Draw',
        description: 'All of it',
        type: 'STORY',
        priority: 'HIGH',
        points: 21,
        due: '2026-11-15',
        labels: ['ui'],
        assigneeIds: [mia.subject],
      },
      'task { id number }',
    );
    expect(created.warnings).toEqual([{ rule: 'TASK_SHOULD_BE_SPLIT' }]);
    const fields = `title description type priority points due labels isOverdue clientVisible viewerCanUpdate
      assignees { id } reporter { id } project { id } column { name } blocked { reason }`;
    expect(await task(created.task.id, fields)).toEqual({
      title: 'Draw',
      description: 'All of it',
      type: 'STORY',
      priority: 'HIGH',
      points: 21,
      due: '2026-11-15',
      labels: ['ui'],
      isOverdue: true,
      clientVisible: false,
      viewerCanUpdate: true,
      assignees: [{ id: mia.subject }],
      reporter: { id: mia.subject },
      project: { id },
      column: { name: 'Backlog' },
      blocked: null,
    });
    const found = await house.ask(
      mia,
      'query($n: String!) { taskByNumber(number: $n) { title } }',
      { n: created.task.number.toLowerCase() },
    );
    expect(found).toEqual({ taskByNumber: { title: 'Draw' } });
  });

  it.each([
    ['an empty title', { title: '' }, 'INPUT_REQUIRED', ['title']],
    ['a title that is too long', { title: 'x'.repeat(301) }, 'TEXT_TOO_LONG', ['title']],
    ['odd points', { points: 4 }, 'POINTS_NOT_FIBONACCI', ['points']],
    ['a stranger', { assigneeIds: [testUser(50)] }, 'ASSIGNEE_NOT_MEMBER', ['assigneeIds']],
    ['an unknown parent', { parentId: 'tsk_gone' }, 'NOT_FOUND', ['parentId']],
    ['an unknown milestone', { milestoneId: 'mil_gone' }, 'REFERENCE_UNKNOWN', ['milestoneId']],
    ['an unknown column', { columnId: 'col_gone' }, 'COLUMN_NOT_FOUND', ['columnId']],
    ['an unknown project', { projectId: 'prj_gone' }, 'NOT_FOUND', ['projectId']],
  ])('refuses %s', async (_what, input, rule, path) => {
    const projectId = await house.project();
    const answer = await house.run<{ task: null }>(
      manager,
      'taskCreate',
      { projectId, title: 'Fine', ...input },
      'task { id }',
    );
    expect(answer.task).toBeNull();
    expect(answer.errors).toMatchObject([{ rule, path: ['input', ...path] }]);
  });

  it('is for people of the project', async () => {
    const projectId = await house.project([]);
    const create = (who: typeof mia) =>
      house.run(who, 'taskCreate', { projectId, title: 'Mine' }).then(({ errors }) => errors);
    expect(await create(mia)).toMatchObject([{ rule: 'NOT_FOUND' }]);
    expect(await create(foreigner)).toMatchObject([{ rule: 'NOT_FOUND' }]);
    await house.run(manager, 'projectMemberAdd', {
      projectId,
      userId: mia.subject,
      role: 'OBSERVER',
    });
    expect(await create(mia)).toMatchObject([{ rule: 'NOT_ALLOWED' }]);
  });
});

describe('changing tasks', () => {
  it('changes facts, people, blocks and ticks', async () => {
    const id = await house.project([mia, ben]);
    const taskId = await house.task(id, 'Old', { assigneeIds: [mia.subject] });
    await house.run(mia, 'taskUpdate', { id: taskId, title: 'New', due: '2026-12-24' });
    await house.run(mia, 'taskAssign', { id: taskId, userIds: [ben.subject] });
    await house.run(mia, 'taskBlock', { id: taskId, reason: 'No data' });
    const first = await house.run<{ task: { checklist: { id: string }[] } }>(
      mia,
      'checklistItemAdd',
      { taskId, text: 'one' },
      'task { checklist { id } }',
    );
    const itemId = first.task.checklist[0]?.id;
    await house.run(mia, 'checklistItemAdd', { taskId, text: 'two' });
    await house.run(mia, 'checklistItemToggle', { taskId, itemId, checked: true });
    expect(
      await task(
        taskId,
        'title due progress assignees { id } blocked { reason by { id } } checklist { text checked }',
      ),
    ).toEqual({
      title: 'New',
      due: '2026-12-24',
      progress: 50,
      assignees: [{ id: ben.subject }],
      blocked: { reason: 'No data', by: { id: mia.subject } },
      checklist: [
        { text: 'one', checked: true },
        { text: 'two', checked: false },
      ],
    });
    await house.run(mia, 'taskUnblock', { id: taskId });
    await house.run(mia, 'checklistItemRemove', { taskId, itemId });
    expect(await task(taskId, 'blocked { reason } checklist { text }')).toEqual({
      blocked: null,
      checklist: [{ text: 'two' }],
    });
    const done = await house.run(mia, 'taskComplete', { id: taskId });
    expect(done).toMatchObject({ errors: [], warnings: [{ rule: 'CHECKLIST_INCOMPLETE' }] });
  });

  it('ticks once for one key, sent fifty times', async () => {
    const id = await house.project();
    const taskId = await house.task(id, 'Offline');
    const input = { taskId, text: 'once', idempotencyKey: 'tick' };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        house.run(mia, 'checklistItemAdd', input, 'task { checklist { id text } }'),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await task(taskId, 'checklist { text }')).toEqual({ checklist: [{ text: 'once' }] });
  });

  it('nests three levels deep and completes from below', async () => {
    const id = await house.project();
    const top = await house.task(id, 'top');
    const middle = await house.task(id, 'middle', { parentId: top });
    const bottom = await house.task(id, 'bottom', { parentId: middle });
    const deeper = await house.run(manager, 'taskCreate', {
      projectId: id,
      title: 'deeper',
      parentId: bottom,
    });
    expect(deeper.errors).toMatchObject([
      { rule: 'TASK_NESTING_TOO_DEEP', path: ['input', 'parentId'] },
    ]);
    expect((await house.run(manager, 'taskComplete', { id: middle })).errors).toMatchObject([
      { rule: 'TASK_SUBTASKS_OPEN' },
    ]);
    const override = { id: middle, overrideReason: 'Dropped' };
    expect((await house.run(manager, 'taskComplete', override)).errors).toMatchObject([
      { rule: 'NOT_ALLOWED' },
    ]);
    expect((await house.run(admin, 'taskComplete', override)).errors).toEqual([]);
    expect(await task(top, 'progress subtasks { title } parent { id }')).toEqual({
      progress: 100,
      subtasks: [{ title: 'middle' }],
      parent: null,
    });
    const other = await house.project();
    const foreign = await house.task(other, 'foreign');
    const moved = await house.run(manager, 'taskUpdate', { id: top, parentId: foreign });
    expect(moved.errors).toMatchObject([
      { rule: 'TASK_OTHER_PROJECT', path: ['input', 'parentId'] },
    ]);
  });
});

describe('dependencies', () => {
  it('hold back, and never close a cycle', async () => {
    const id = await house.project();
    const [a, b, c] = [
      await house.task(id, 'a'),
      await house.task(id, 'b'),
      await house.task(id, 'c'),
    ];
    await house.run(manager, 'taskDependencyAdd', { from: a, to: b });
    await house.run(manager, 'taskDependencyAdd', { from: b, to: c });
    const { answer } = await house.ask<{ answer: { errors: Record<string, unknown>[] } }>(
      manager,
      `mutation($from: ID!, $to: ID!) { answer: taskDependencyAdd(input: { from: $from, to: $to }) {
         errors { code rule path ... on DependencyCycleError { cycle } } } }`,
      { from: c, to: a },
    );
    expect(answer.errors).toMatchObject([
      { code: 'DEPENDENCY_CYCLE', rule: 'TASK_DEPENDENCY_CYCLE', path: ['input', 'to'] },
    ]);
    expect(answer.errors[0]?.cycle).toHaveLength(3);
    expect((await house.run(manager, 'taskComplete', { id: b })).errors).toMatchObject([
      { rule: 'TASK_BLOCKED_BY_DEPENDENCY' },
    ]);
    await house.run(manager, 'taskComplete', { id: a });
    expect((await house.run(manager, 'taskComplete', { id: b })).errors).toEqual([]);
    expect(
      await task(
        b,
        'predecessors { kind predecessor { title } } successors { successor { title } }',
      ),
    ).toEqual({
      predecessors: [{ kind: 'FINISH_TO_START', predecessor: { title: 'a' } }],
      successors: [{ successor: { title: 'c' } }],
    });
    await house.run(manager, 'taskDependencyRemove', { from: b, to: c });
    expect(await task(b, 'successors { kind }')).toEqual({ successors: [] });
  });

  it('added by twenty at once leave no cycle', async () => {
    const id = await house.project();
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.push(await house.task(id, `t${i}`));
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        house.run(manager, 'taskDependencyAdd', {
          from: ids[i % 5],
          to: ids[(i + 1 + (i % 2)) % 5],
        }),
      ),
    );
    expect(answers.some(({ errors }) => errors.length === 0)).toBe(true);
    const edges = await house.house.database.sql<{ from_id: string; to_id: string }>(
      'SELECT from_id, to_id FROM projects.dependency WHERE project_id = $1',
      [id],
    );
    let left = edges;
    for (let n = -1; n !== left.length; ) {
      n = left.length;
      const targets = new Set(left.map(({ to_id }) => to_id));
      left = left.filter(({ from_id }) => targets.has(from_id));
    }
    expect(left).toEqual([]);
  });

  it('join tasks of one project', async () => {
    const [a, b] = [
      await house.task(await house.project(), 'here'),
      await house.task(await house.project(), 'there'),
    ];
    const answer = await house.run(manager, 'taskDependencyAdd', { from: a, to: b });
    expect(answer.errors).toMatchObject([{ rule: 'TASK_OTHER_PROJECT', path: ['input', 'from'] }]);
  });
});

describe('lists of tasks', () => {
  it('search words of title and number, filter and order', async () => {
    const id = await house.project([mia]);
    await house.task(id, 'Paint the fence', { due: '2026-12-02', assigneeIds: [mia.subject] });
    await house.task(id, 'Repaint: the shed', { due: '2026-12-01' });
    await house.task(id, "Painter's invoice");
    const list = async (args: string) => {
      const answer = await house.ask<{ tasks: { nodes: { title: string }[] } }>(
        manager,
        `query($id: ID!) { tasks(${args}) { nodes { title number } } project(id: $id) { id } }`,
        { id },
      );
      return answer.tasks.nodes.map(({ title }) => title);
    };
    expect(await list('search: "paint"')).toEqual(["Painter's invoice", 'Paint the fence']);
    expect(await list('search: "the PAINT"')).toEqual(['Paint the fence']);
    expect(await list(`search: "shed' | & ! ("`)).toEqual(['Repaint: the shed']);
    expect(await list('search: "nothing like it"')).toEqual([]);
    const within = 'filter: { projectId: { eq: $id } }';
    expect(await list(`${within}, orderBy: [{ field: DUE }]`)).toEqual([
      'Repaint: the shed',
      'Paint the fence',
      "Painter's invoice",
    ]);
    expect(
      await list(
        `filter: { projectId: { eq: $id }, assigneeId: "${mia.subject}", category: [TODO] }`,
      ),
    ).toEqual(['Paint the fence']);
    const { taskByNumber } = await house.ask<{ taskByNumber: null }>(
      foreigner,
      '{ taskByNumber(number: "ACM-1-1") { id } }',
    );
    expect(taskByNumber).toBeNull();
    const foreign = await house.ask<{ tasks: { nodes: object[] } }>(
      foreigner,
      '{ tasks(search: "paint") { nodes { id } } }',
    );
    expect(foreign.tasks.nodes).toEqual([]);
  });

  it('are resolved by reference in few statements, within reach only', async () => {
    const id = await house.project([mia]);
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.push(await house.task(id, `ref ${i}`));
    const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Task { title } ... on Project { name } } }`;
    const of = [
      ...ids.map((taskId) => ({ __typename: 'Task', id: taskId })),
      { __typename: 'Project', id },
      { __typename: 'Task', id: 'tsk_gone' },
    ];
    const { _entities } = await house.ask<{ _entities: unknown[] }>(mia, query, { of });
    expect(_entities.filter(Boolean)).toHaveLength(6);
    const outside = await house.ask<{ _entities: unknown[] }>(ben, query, { of });
    expect(outside._entities.every((entity) => entity === null)).toBe(true);
  });
});

describe('comments', () => {
  const BODY = 'body edited visibility author { id } parent { body }';

  it('are written by the client too: to both sides, about what is shown to it', async () => {
    const id = await house.project([mia]);
    const taskId = await house.task(id, 'Shown', { clientVisible: true });
    const hidden = await house.task(id, 'Hidden');
    const customer = clientUser(clientId, ['projects:read', 'projects:comment']);
    const stranger = clientUser(otherClientId, ['projects:read', 'projects:comment']);
    const say = (who: Principal, input: object) =>
      house.run<{ comment: { id: string } | null }>(
        who,
        'taskCommentAdd',
        { taskId, body: 'May it be blue?', visibility: 'CLIENT', ...input },
        'comment { id }',
      );
    const { comment } = await say(customer, {});
    expect(await task(taskId, `viewerCanComment comments { nodes { ${BODY} } }`, customer)).toEqual(
      {
        viewerCanComment: true,
        comments: {
          nodes: [
            {
              body: 'May it be blue?',
              edited: false,
              visibility: 'CLIENT',
              author: { id: customer.subject },
              parent: null,
            },
          ],
        },
      },
    );
    await house.run(customer, 'taskCommentEdit', { id: comment?.id, body: 'May it be green?' });
    expect(await task(taskId, 'comments { nodes { body } }')).toEqual({
      comments: { nodes: [{ body: 'May it be green?' }] },
    });
    for (const refused of [
      say(customer, { visibility: 'INTERNAL' }),
      say(customer, { taskId: hidden }),
      say(stranger, {}),
    ]) {
      expect((await refused).errors).toHaveLength(1);
    }
  });

  it('are written, answered, edited and deleted', async () => {
    const id = await house.project([mia, ben]);
    const taskId = await house.task(id, 'Talk', { clientVisible: true });
    const add = (input: object, who = mia) =>
      house.run<{ comment: { id: string } }>(
        who,
        'taskCommentAdd',
        { taskId, ...input },
        'comment { id }',
      );
    const { comment } = await add({ body: 'Look', mentionIds: [ben.subject] });
    const answer = await add({ body: 'Seen', parentId: comment.id, visibility: 'CLIENT' }, ben);
    expect((await add({ body: 'More', parentId: answer.comment.id })).errors).toMatchObject([
      { rule: 'COMMENT_STATE_INVALID', path: ['input', 'parentId'] },
    ]);
    expect((await add({ body: 'Who', mentionIds: [testUser(50)] })).errors).toMatchObject([
      { rule: 'MENTION_NOT_ALLOWED', path: ['input', 'mentionIds'] },
    ]);
    house.house.clock.advance(16 * 60_000);
    expect(
      (await house.run(ben, 'taskCommentEdit', { id: comment.id, body: 'Mine' })).errors,
    ).toMatchObject([{ rule: 'NOT_ALLOWED' }]);
    await house.run(mia, 'taskCommentEdit', { id: comment.id, body: 'Look here' });
    expect(await task(taskId, `comments { nodes { ${BODY} } }`)).toEqual({
      comments: {
        nodes: [
          {
            body: 'Look here',
            edited: true,
            visibility: 'INTERNAL',
            author: { id: mia.subject },
            parent: null,
          },
          {
            body: 'Seen',
            edited: false,
            visibility: 'CLIENT',
            author: { id: ben.subject },
            parent: { body: 'Look here' },
          },
        ],
      },
    });
    const customer = clientUser(clientId, ['projects:read']);
    expect(await task(taskId, 'comments { nodes { body parent { body } } }', customer)).toEqual({
      comments: { nodes: [{ body: 'Seen', parent: null }] },
    });
    await house.run(manager, 'taskCommentDelete', { id: comment.id });
    expect(await task(taskId, 'comments { nodes { body } }')).toEqual({
      comments: { nodes: [{ body: null }, { body: 'Seen' }] },
    });
  });
});

describe('what happened', () => {
  it('is told at once, the newest first', async () => {
    const id = await house.project([mia]);
    const taskId = await house.task(id, 'Told');
    await house.run(mia, 'taskUpdate', { id: taskId, title: 'Retold' });
    await house.run(mia, 'taskBlock', { id: taskId, reason: 'Waiting' });
    const answer = await house.ask(
      manager,
      `query($id: ID!, $task: ID!) {
         task(id: $task) { activity(first: 2) { nodes { kind fields reason user { id } task { title } } } }
         project(id: $id) { activity(first: 1) { nodes { kind } } } }`,
      { id, task: taskId },
    );
    expect(answer).toEqual({
      task: {
        activity: {
          nodes: [
            {
              kind: 'TaskBlocked',
              fields: [],
              reason: 'Waiting',
              user: { id: mia.subject },
              task: { title: 'Retold' },
            },
            {
              kind: 'TaskUpdated',
              fields: ['title'],
              reason: null,
              user: { id: mia.subject },
              task: { title: 'Retold' },
            },
          ],
        },
      },
      project: { activity: { nodes: [{ kind: 'TaskBlocked' }] } },
    });
  });
});

describe('somebody who leaves', () => {
  it('leaves open tasks to whoever takes over, as far as that person is in the project', async () => {
    const leaver = testUser(60);
    await house.activate(leaver);
    const [one, two] = [await house.project([ben]), await house.project([])];
    for (const projectId of [one, two]) {
      await house.run(manager, 'projectMemberAdd', { projectId, userId: leaver, role: 'MEMBER' });
    }
    const inherited = await house.task(one, 'inherited', { assigneeIds: [leaver] });
    const orphaned = await house.task(two, 'orphaned', { assigneeIds: [leaver] });
    const done = await house.task(one, 'done', { assigneeIds: [leaver] });
    await house.run(manager, 'taskComplete', { id: done });
    await house.deactivate(leaver, ben.subject);
    await house.house.settled(manager);
    expect(await task(inherited, 'assignees { id }')).toEqual({ assignees: [{ id: ben.subject }] });
    expect(await task(orphaned, 'assignees { id }')).toEqual({ assignees: [] });
    expect(await task(done, 'assignees { id }')).toEqual({ assignees: [{ id: leaver }] });
    const add = { projectId: one, userId: leaver, role: 'MEMBER' };
    expect((await house.run(manager, 'projectMemberAdd', add)).errors).toMatchObject([
      { rule: 'REFERENCE_UNKNOWN' },
    ]);
  });
});
