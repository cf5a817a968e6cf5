import { beforeEach, describe, expect, it } from '@jest/globals';
import { createGraph } from '@nexus/ui/graph/create-graph';
import { createLiveLine } from '@nexus/ui/graph/live-line';
import type { Client } from '@urql/core';
import { BoardDocument, type BoardQuery } from '../../src/features/tasks/board/board.generated.js';
import { TaskAddDocument } from '../../src/features/tasks/board/task-add.generated.js';
import { TaskMoveDocument } from '../../src/features/tasks/board/task-move.generated.js';
import { taskRules } from '../../src/features/tasks/task-rules.js';
import { newCard, newColumn } from './cards.js';

type Answer = { readonly data?: unknown };

let client: Client;
let answer: (result: Answer) => void;
let seen: BoardQuery | undefined;
const first = newCard({ columnId: 'one', rank: 'a0' });
const second = newCard({ columnId: 'two', rank: 'a0' });

const boardData = {
  project: {
    ...{ __typename: 'Project', id: 'prj_1', name: 'Hull', code: 'ACM-1' },
    ...{ viewerCanWork: true, viewerCanManageBoard: true, viewerCanSeeInside: true, members: [] },
    board: {
      __typename: 'Board',
      columns: [newColumn('one', [first]), newColumn('two', [second])],
    },
  },
};
const input = { id: first.id, columnId: 'two', afterId: second.id, beforeId: null };
const cardNow = () =>
  seen?.project?.board.columns
    .flatMap(({ tasks }) => tasks.nodes)
    .find((card) => card?.id === first.id);
const passed = () => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(async () => {
  const surroundings = { navigator: { onLine: true }, addEventListener: () => undefined };
  client = createGraph(
    {
      execute: ((document: { definitions: { operation?: string }[] }) =>
        document.definitions[0]?.operation === 'query'
          ? Promise.resolve({ data: boardData })
          : new Promise((resolve) => {
              answer = resolve;
            })) as never,
      subscribe: (() => (async function* () {})()) as never,
    },
    createLiveLine(Date.now, surroundings as never),
    taskRules,
  );
  client.query(BoardDocument, { projectId: 'prj_1' }).subscribe(({ data }) => {
    seen = data;
  });
  await passed();
});

describe('the cache of a board', () => {
  it('moves a card before the graph has answered, and takes its word for the rank', async () => {
    const done = client.mutation(TaskMoveDocument, { input }).toPromise();
    await passed();
    expect(cardNow()).toMatchObject({ column: { id: 'two' }, rank: 'a0!' });
    const task = { ...first, column: { ...second.column }, rank: 'a1', version: 2 };
    answer({ data: { taskMove: { __typename: 'TaskPayload', task, errors: [], warnings: [] } } });
    await done;
    expect(cardNow()).toMatchObject({ column: { id: 'two' }, rank: 'a1', version: 2 });
  });

  it('puts it back where the graph refuses', async () => {
    const done = client.mutation(TaskMoveDocument, { input }).toPromise();
    await passed();
    const error = {
      __typename: 'RuleViolation',
      code: 'LIMIT_REACHED',
      message: 'Full.',
      details: null,
    };
    const errors = [{ ...error, path: ['columnId'], rule: 'WIP_LIMIT_REACHED' }];
    answer({ data: { taskMove: { __typename: 'TaskPayload', task: null, errors, warnings: [] } } });
    await done;
    expect(cardNow()).toMatchObject({ column: { id: 'one' }, rank: 'a0', version: 1 });
  });

  it('adds a new card to its column once, whoever tells of it first', async () => {
    const task = newCard({ columnId: 'two', rank: 'a2' });
    for (const _time of ['here', 'again']) {
      const create = { projectId: 'prj_1', title: 'New' };
      const done = client.mutation(TaskAddDocument, { input: create }).toPromise();
      await passed();
      answer({
        data: { taskCreate: { __typename: 'TaskPayload', task, errors: [], warnings: [] } },
      });
      await done;
    }
    const [, two] = seen?.project?.board.columns ?? [];
    expect(two?.tasks.nodes.map((card) => card?.id)).toEqual([second.id, task.id]);
  });
});
