import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, isLeafType, isObjectType } from 'graphql';
import { type BoardView, ben, DeliveryHouse, manager, mia } from './support/delivery-house.js';

let house: DeliveryHouse;
beforeAll(async () => {
  house = await DeliveryHouse.open();
});
afterAll(() => house.close());

const move = (id: string, input: object, who = manager) =>
  house.run<{ task: { version: number; column: { name: string } } | null }>(
    who,
    'taskMove',
    { id, ...input },
    'task { version column { name } }',
  );
const named = (board: readonly BoardView[], name: string) =>
  board.find((column) => column.name === name);
/** Cards as they lie in the table, to hold the counts of the guard against. */
async function actual(projectId: string): Promise<Record<string, number>> {
  const rows = await house.house.database.sql<{ name: string; cards: number }>(
    `SELECT c.name, (SELECT count(*)::int FROM projects.task t WHERE t.column_id = c.id AND NOT t.archived) AS cards
     FROM projects.board_column c WHERE c.project_id = $1`,
    [projectId],
  );
  return Object.fromEntries(rows.map(({ name, cards }) => [name, cards]));
}
async function expectCountsRight(projectId: string): Promise<void> {
  const board = await house.board(projectId);
  const counted = Object.fromEntries(board.map(({ name, count }) => [name, count]));
  expect(counted).toEqual(await actual(projectId));
}

describe('a card', () => {
  it('is put where it is dropped', async () => {
    const id = await house.project();
    const [a, b, c] = await Promise.all(['A', 'B', 'C'].map((title) => house.task(id, title))).then(
      async () => {
        const { project } = await house.ask<{
          project: { tasks: { nodes: { id: string; title: string }[] } };
        }>(manager, 'query($id: ID!) { project(id: $id) { tasks { nodes { id title } } } }', {
          id,
        });
        return ['A', 'B', 'C'].map(
          (t) => project.tasks.nodes.find(({ title }) => title === t)?.id ?? '',
        );
      },
    );
    const todo = await house.column(id, 'To do');
    await move(a ?? '', { columnId: todo });
    await move(b ?? '', { columnId: todo, beforeId: a });
    await move(c ?? '', { columnId: todo, afterId: b });
    expect(named(await house.board(id), 'To do')?.titles).toEqual(['B', 'C', 'A']);
    await move(a ?? '', { columnId: todo, afterId: b, beforeId: c });
    expect(named(await house.board(id), 'To do')?.titles).toEqual(['B', 'A', 'C']);
    await move(b ?? '', { columnId: todo, afterId: 'tsk_gone', beforeId: 'tsk_gone' });
    expect(named(await house.board(id), 'To do')?.titles).toEqual(['A', 'C', 'B']);
    await expectCountsRight(id);
  });

  it('keeps its order when ranks grow too long', async () => {
    const id = await house.project();
    const todo = await house.column(id, 'To do');
    const first = await house.task(id, 'first', { columnId: todo });
    const last = await house.task(id, 'last', { columnId: todo });
    await house.house.database.sql(
      `UPDATE projects.task SET rank = CASE id
      WHEN $1 THEN 'a0' ELSE 'a0' || repeat('0', 39) || 'V' END WHERE id IN ($1, $2)`,
      [first, last],
    );
    const middle = await house.task(id, 'middle');
    await move(middle, { columnId: todo, afterId: first });
    expect(named(await house.board(id), 'To do')?.titles).toEqual(['first', 'middle', 'last']);
    const [longest] = await house.house.database.sql<{ n: number }>(
      'SELECT max(length(rank)) AS n FROM projects.task WHERE column_id = $1',
      [todo],
    );
    expect(longest?.n).toBeLessThan(10);
  });

  it('finds its place between two of the same rank', async () => {
    const id = await house.project();
    const todo = await house.column(id, 'To do');
    const one = await house.task(id, 'one', { columnId: todo });
    await house.task(id, 'two', { columnId: todo });
    await house.house.database.sql(`UPDATE projects.task SET rank = 'a5' WHERE column_id = $1`, [
      todo,
    ]);
    await move(await house.task(id, 'between'), { columnId: todo, afterId: one });
    expect(named(await house.board(id), 'To do')?.titles).toEqual(['one', 'between', 'two']);
  });

  it('moved by two at once lies where the last one put it, and is counted once', async () => {
    const id = await house.project();
    const task = await house.task(id, 'Wanted');
    const columns = [await house.column(id, 'To do'), await house.column(id, 'In progress')];
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => move(task, { columnId: columns[i % 2] })),
    );
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    await expectCountsRight(id);
  });

  it('is not moved from a state that is out of date, where that is asked', async () => {
    const id = await house.project();
    const task = await house.task(id, 'Versioned');
    const columnId = await house.column(id, 'To do');
    const { task: moved } = await move(task, { columnId, expectedVersion: 1 });
    expect(moved?.version).toBe(2);
    expect((await move(task, { columnId, expectedVersion: 1 })).errors).toMatchObject([
      { code: 'STALE_VERSION', path: ['input', 'expectedVersion'] },
    ]);
  });

  it('starts, is completed and opened again by where it lies', async () => {
    const id = await house.project();
    const task = await house.task(id, 'Worker');
    const state = async () => {
      const answer = await house.ask<{ task: Record<string, unknown> }>(
        manager,
        'query($id: ID!) { task(id: $id) { startedAt completedAt progress column { category } } }',
        { id: task },
      );
      return answer.task;
    };
    await move(task, { columnId: await house.column(id, 'In progress') });
    expect(await state()).toMatchObject({ startedAt: expect.any(String), completedAt: null });
    await house.run(manager, 'taskComplete', { id: task });
    expect(await state()).toMatchObject({ progress: 100, column: { category: 'DONE' } });
    expect((await house.run(manager, 'taskComplete', { id: task })).errors).toEqual([]);
    await house.run(manager, 'taskReopen', { id: task, reason: 'Broken' });
    expect(await state()).toMatchObject({ completedAt: null, column: { category: 'TODO' } });
    expect((await house.run(manager, 'taskReopen', { id: task })).errors).toMatchObject([
      { rule: 'TASK_STATE_INVALID' },
    ]);
    await expectCountsRight(id);
  });

  it('leaves the board and comes back', async () => {
    const id = await house.project();
    const task = await house.task(id, 'Away');
    await house.run(manager, 'taskArchive', { id: task });
    expect(named(await house.board(id), 'Backlog')).toMatchObject({ count: 0, titles: [] });
    expect((await move(task, { columnId: await house.column(id, 'To do') })).errors).toMatchObject([
      { rule: 'TASK_STATE_INVALID' },
    ]);
    await expectCountsRight(id);
    await house.run(manager, 'taskRestore', { id: task });
    expect(named(await house.board(id), 'Backlog')).toMatchObject({ count: 1, titles: ['Away'] });
  });

  it('goes to a column of its own board only', async () => {
    const [id, other] = [await house.project(), await house.project()];
    const task = await house.task(id, 'Here');
    for (const columnId of [await house.column(other, 'Done'), 'col_gone']) {
      expect((await move(task, { columnId })).errors).toMatchObject([
        { code: 'NOT_FOUND', rule: 'COLUMN_NOT_FOUND', path: ['input', 'columnId'] },
      ]);
    }
  });
});

describe('a limit', () => {
  it('lets exactly one of ten into the last free place', async () => {
    const id = await house.project();
    const doing = await house.column(id, 'In progress');
    await house.run(manager, 'boardColumnUpdate', { id: doing, wipLimit: 3, wipMode: 'BLOCK' });
    for (const title of ['one', 'two']) {
      await move(await house.task(id, title), { columnId: doing });
    }
    const tasks: string[] = [];
    for (let i = 0; i < 10; i++) tasks.push(await house.task(id, `runner ${i}`));
    const answers = await Promise.all(tasks.map((task) => move(task, { columnId: doing }, mia)));
    const lost = answers.filter(({ errors }) => errors.length > 0);
    expect(lost).toHaveLength(9);
    expect(new Set(lost.map(({ errors }) => errors[0]?.rule))).toEqual(
      new Set(['WIP_LIMIT_REACHED']),
    );
    expect(named(await house.board(id), 'In progress')).toMatchObject({ count: 3, wipLimit: 3 });
    await expectCountsRight(id);
    const inside = await house.task(id, 'created');
    expect((await move(inside, { columnId: doing })).errors).toMatchObject([
      { code: 'LIMIT_REACHED', path: ['input', 'columnId'] },
    ]);
    const created = await house.run(manager, 'taskCreate', {
      projectId: id,
      title: 'x',
      columnId: doing,
    });
    expect(created.errors).toMatchObject([{ rule: 'WIP_LIMIT_REACHED' }]);
  });

  it('warns by default, and follows the size of the team', async () => {
    const id = await house.project([]);
    const review = await house.column(id, 'Review');
    expect(named(await house.board(id), 'Review')?.wipLimit).toBe(2);
    for (const title of ['one', 'two'])
      await move(await house.task(id, title), { columnId: review });
    const third = await move(await house.task(id, 'three'), { columnId: review });
    expect(third).toMatchObject({ errors: [], warnings: [{ rule: 'WIP_LIMIT_REACHED' }] });
    expect(named(await house.board(id), 'Review')?.isOverLimit).toBe(true);
    await house.run(manager, 'projectMemberAdd', {
      projectId: id,
      userId: mia.subject,
      role: 'MEMBER',
    });
    expect(named(await house.board(id), 'Review')).toMatchObject({
      wipLimit: 4,
      isOverLimit: false,
    });
  });
});

describe('columns', () => {
  it('are added, renamed, moved and removed with their cards', async () => {
    const id = await house.project();
    const todo = await house.column(id, 'To do');
    const added = await house.run<{ column: { id: string } }>(
      manager,
      'boardColumnAdd',
      { projectId: id, name: 'Test', category: 'DOING', afterId: todo },
      'column { id }',
    );
    await house.run(manager, 'boardColumnUpdate', { id: added.column.id, name: 'Testing' });
    expect((await house.board(id)).map(({ name }) => name)).toEqual([
      'Backlog',
      'To do',
      'Testing',
      'In progress',
      'Review',
      'Done',
    ]);
    await move(await house.task(id, 'Card'), { columnId: added.column.id });
    await house.run(manager, 'boardColumnRemove', { id: added.column.id, moveTo: todo });
    const board = await house.board(id);
    expect(named(board, 'Testing')).toBeUndefined();
    expect(named(board, 'To do')).toMatchObject({ count: 1, titles: ['Card'] });
    await expectCountsRight(id);
  });

  it('are not removed with more cards than one step can move', async () => {
    const id = await house.project();
    const todo = await house.column(id, 'To do');
    const seed = await house.task(id, 'seed', { columnId: todo });
    await house.house.database.sql(
      `INSERT INTO projects.task (tenant_id, id, version, project_id, number, sequence, title, type, column_id,
         category, rank, assignee_ids, reporter_id, priority, labels, client_visible, checklist, archived, created_at, updated_at)
       SELECT tenant_id, id || n, 1, project_id, number || n, sequence + n, title, type, column_id,
         category, rank || n, assignee_ids, reporter_id, priority, labels, client_visible, checklist, archived, created_at, updated_at
       FROM projects.task, generate_series(1, 500) n WHERE id = $1`,
      [seed],
    );
    const answer = await house.run(manager, 'boardColumnRemove', {
      id: todo,
      moveTo: await house.column(id, 'Backlog'),
    });
    expect(answer.errors).toMatchObject([{ rule: 'COLUMN_NOT_EMPTY', path: ['input', 'id'] }]);
    expect(named(await house.board(id), 'To do')).toBeDefined();
  });

  it('are refused where they break the board', async () => {
    const id = await house.project();
    const done = await house.column(id, 'Done');
    const run = (name: string, input: object, who = manager) => house.run(who, name, input);
    expect(
      (await run('boardColumnRemove', { id: done, moveTo: await house.column(id, 'To do') }))
        .errors,
    ).toMatchObject([{ rule: 'BOARD_NEEDS_COLUMN' }]);
    expect(
      (await run('boardColumnAdd', { projectId: id, name: 'done', category: 'DONE' })).errors,
    ).toMatchObject([{ rule: 'COLUMN_NAME_TAKEN', path: ['input', 'name'] }]);
    expect((await run('boardColumnUpdate', { id: done, wipLimit: -1 })).errors).toMatchObject([
      { rule: 'WIP_LIMIT_INVALID' },
    ]);
    const other = await house.project();
    expect(
      (await run('boardColumnRemove', { id: done, moveTo: await house.column(other, 'Done') }))
        .errors,
    ).toMatchObject([{ rule: 'COLUMN_NOT_FOUND', path: ['input', 'moveTo'] }]);
  });
});

describe('a board', () => {
  it('pages through a column', async () => {
    const id = await house.project();
    for (let i = 1; i <= 5; i++) await house.task(id, `t${i}`);
    const backlog = await house.column(id, 'Backlog');
    const page = async (after: string | null) => {
      const answer = await house.ask<{
        project: { board: { columns: { id: string; tasks: Tasks }[] } };
      }>(
        manager,
        `query($id: ID!, $after: String) { project(id: $id) { board { columns { id
           tasks(first: 2, after: $after) { nodes { title description } totalCount pageInfo { hasNextPage endCursor } } } } } }`,
        { id, after },
      );
      return answer.project.board.columns.find((column) => column.id === backlog)?.tasks;
    };
    const first = await page(null);
    expect(first?.nodes).toEqual([
      { title: 't1', description: null },
      { title: 't2', description: null },
    ]);
    expect(first?.totalCount).toBe(5);
    const second = await page(first?.pageInfo.endCursor ?? null);
    expect(second?.nodes.map(({ title }) => title)).toEqual(['t3', 't4']);
    const third = await page(second?.pageInfo.endCursor ?? null);
    expect(third).toMatchObject({ nodes: [{ title: 't5' }], pageInfo: { hasNextPage: false } });
  });

  it('shows every field of a card as the card itself does', async () => {
    const id = await house.project([mia]);
    const parentId = await house.task(id, 'parent');
    const taskId = await house.task(id, 'whole', {
      parentId,
      description: 'All of it',
      assigneeIds: [mia.subject],
      due: '2026-11-01',
      points: 3,
      labels: ['ui'],
    });
    await house.run(mia, 'checklistItemAdd', { taskId, text: 'tick' });
    await house.run(mia, 'taskBlock', { id: taskId, reason: 'Waiting' });
    const type = house.house.built.get('projects')?.schema.getType('Task');
    if (!isObjectType(type)) throw new RangeError('There is no Task');
    const scalars = Object.values(type.getFields())
      .filter((field) => isLeafType(getNamedType(field.type)))
      .map(({ name }) => name);
    const fields = `... on Task { ${scalars.join(' ')} } assignees { id } reporter { id } parent { id } project { id }
      column { id } blocked { reason since by { id } } milestone { id } checklist { text } subtasks { id }`;
    const answer = await house.ask<{
      task: object;
      project: { board: { columns: { tasks: { edges: { node: { id: string } }[] } }[] } };
    }>(
      manager,
      `query($id: ID!, $task: ID!) { task(id: $task) { ${fields} }
         project(id: $id) { board { columns { tasks { edges { node { ...card } } } } } } }
       fragment card on Task { ${fields} }`,
      { id, task: taskId },
    );
    const cards = answer.project.board.columns.flatMap(({ tasks }) => tasks.edges);
    expect(cards.find(({ node }) => node.id === taskId)?.node).toEqual(answer.task);
  });

  it('filters its cards', async () => {
    const id = await house.project([mia, ben]);
    await house.task(id, 'hers', { assigneeIds: [mia.subject], labels: ['ui'] });
    await house.task(id, 'his', { assigneeIds: [ben.subject], priority: 'URGENT' });
    const filtered = async (filter: object) => {
      const { project } = await house.ask<{ project: { board: { columns: { tasks: Tasks }[] } } }>(
        manager,
        `query($id: ID!, $filter: BoardFilter) { project(id: $id) { board { columns {
           tasks(filter: $filter) { nodes { title } } } } } }`,
        { id, filter },
      );
      return project.board.columns.flatMap(({ tasks }) => tasks.nodes.map(({ title }) => title));
    };
    expect(await filtered({ assigneeId: mia.subject })).toEqual(['hers']);
    expect(await filtered({ priority: ['URGENT', 'HIGH'] })).toEqual(['his']);
    expect(await filtered({ label: 'ui' })).toEqual(['hers']);
    expect(await filtered({ blocked: true })).toEqual([]);
    expect(await filtered({ search: 'her' })).toEqual(['hers']);
    expect(await filtered({ search: 'nobody' })).toEqual([]);
  });

  it('is watched live, without a gap after a pause', async () => {
    const id = await house.project();
    const other = await house.project();
    const watch = (after?: string) =>
      house.house
        .as(mia)
        .subscribe(
          'subscription($id: ID!, $after: String) { boardChanged(projectId: $id, after: $after) { id sequence kind node { id title } } }',
          { id, after },
        );
    const stream = watch();
    const next = async (from = stream) => {
      const { value } = await from.next();
      return value?.data?.boardChanged as {
        kind: string;
        sequence: string;
        node: { title: string };
      };
    };
    const pending = next();
    await house.task(other, 'Elsewhere');
    // The subscription begins when it begins: knock until it answers.
    let heard = false;
    void pending.then(() => {
      heard = true;
    });
    for (let i = 0; i < 200 && !heard; i++) {
      await house.task(id, 'Knock');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const created = await pending;
    expect(created).toMatchObject({ kind: 'TaskCreated', node: { title: 'Knock' } });
    await stream.return(undefined);
    const task = await house.task(id, 'Seen');
    await move(task, { columnId: await house.column(id, 'In progress') });
    const resumed = watch(created.sequence);
    let first = await next(resumed);
    while (first.node.title === 'Knock') first = await next(resumed);
    expect(first).toMatchObject({ kind: 'TaskCreated', node: { title: 'Seen' } });
    expect((await next(resumed)).kind).toBe('TaskMoved');
    expect((await next(resumed)).kind).toBe('TaskStarted');
    await resumed.return(undefined);
  }, 30_000);

  it('is not watched from outside', async () => {
    const id = await house.project([]);
    const stream = house.house
      .as(mia)
      .subscribe('subscription($id: ID!) { boardChanged(projectId: $id) { id } }', { id });
    const { value } = await stream.next();
    expect(value?.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

interface Tasks {
  readonly nodes: readonly { title: string }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}
