import { describe, it } from '@jest/globals';
import { specification } from '@nexus/kit/testing';
import { task } from '../../src/domain/task.aggregate.js';
import type { TaskEvent } from '../../src/domain/task.events.js';
import { MANAGER, MIA, TASK_PROJECT } from './support.js';

const ref = { taskId: 'tsk_1', projectId: 'prj_1', clientId: 'cli_1' };
const project = TASK_PROJECT;
const NOW = '2026-11-16T09:00:00.000Z';
const actor = { type: 'user', id: MANAGER } as const;
const TODO = { columnId: 'col_todo', category: 'TODO', rank: 'a0' } as const;
const DOING = { columnId: 'col_doing', category: 'DOING', rank: 'a1' } as const;
const DONE = { columnId: 'col_done', category: 'DONE', rank: 'a2' } as const;
const room = { columnName: 'To do', count: 0, limit: null, mode: 'WARN' } as const;
const full = { columnName: 'Doing', count: 3, limit: 3, mode: 'BLOCK' } as const;
const clear = { openSubtasks: [], holdingStart: [], holdingFinish: [] };
const OUTLINE = {
  title: 'Draw the home page',
  description: null,
  type: 'TASK',
  parentId: null,
  milestoneId: null,
  priority: 'MEDIUM',
  points: 3,
  estimateMinutes: null,
  start: null,
  due: '2026-12-01',
  labels: [],
  clientVisible: false,
} as const;
const CREATE = {
  type: 'Create',
  project,
  taskId: 'tsk_1',
  number: 'ACM-1-1',
  sequence: 1,
  outline: OUTLINE,
  assigneeIds: [MIA],
  place: TODO,
  occupancy: room,
} as const;
const created: TaskEvent = {
  type: 'TaskCreated',
  data: {
    ...ref,
    number: 'ACM-1-1',
    sequence: 1,
    ...OUTLINE,
    ...TODO,
    assigneeIds: [MIA],
    reporterId: MANAGER,
  },
};
const moved = (from: string, place: typeof TODO | typeof DOING | typeof DONE): TaskEvent => ({
  type: 'TaskMoved',
  data: { ...ref, from, to: place.columnId, rank: place.rank, category: place.category },
});
const started: TaskEvent = { type: 'TaskStarted', data: { ...ref, at: NOW } };
const completed = (overrideReason: string | null = null): TaskEvent => ({
  type: 'TaskCompleted',
  data: { ...ref, completedAt: NOW, points: 3, overrideReason },
});
const move = (place: typeof TODO | typeof DOING | typeof DONE) =>
  ({
    type: 'Move',
    project,
    place,
    occupancy: room,
    obstacles: clear,
    overrideReason: null,
    reason: null,
  }) as const;
const spec = () => specification(task);
const given = (...events: TaskEvent[]) => spec().given(created, events);
const changed = (changes: object, before?: object): TaskEvent => ({
  type: 'TaskUpdated',
  data: { ...ref, changes, ...(before && { before }) },
});
const titled = changed({ title: 'Draw it' }, { title: 'Draw the home page' });

describe('creating a task', () => {
  it('puts it where it belongs', () => spec().given().when(CREATE, { actor }).then([created]));

  it('in a DONE column starts and completes it', () =>
    spec()
      .given()
      .when({ ...CREATE, place: DONE }, { actor })
      .then([
        { ...created, data: { ...created.data, ...DONE } } as TaskEvent,
        started,
        completed(),
      ]));

  it.each([
    ['title', { title: ' ' }, 'INPUT_REQUIRED'],
    ['title', { title: 'x'.repeat(301) }, 'TEXT_TOO_LONG'],
    ['points', { points: 4 }, 'POINTS_NOT_FIBONACCI'],
    ['due', { due: '2026-02-30' }, 'INPUT_INVALID'],
    ['estimateMinutes', { estimateMinutes: -1 }, 'INPUT_INVALID'],
    ['labels', { labels: Array.from({ length: 21 }, (_, i) => `l${i}`) }, 'BATCH_TOO_LARGE'],
  ] as const)('refuses a bad %s: %j', (path, change, rule) =>
    spec()
      .given()
      .when({ ...CREATE, outline: { ...OUTLINE, ...change } })
      .thenRefused(rule, [path]),
  );

  it('warns of a due date after the project and of a task to split', async () => {
    const late = { ...CREATE, outline: { ...OUTLINE, due: '2027-04-01', points: 21 } };
    await spec().given().when(late).thenWarns('TASK_DUE_AFTER_PROJECT_END');
    await spec().given().when(late).thenWarns('TASK_SHOULD_BE_SPLIT');
  });

  it('refuses strangers as assignees', () =>
    spec()
      .given()
      .when({ ...CREATE, assigneeIds: ['usr_stranger'] })
      .thenRefused('ASSIGNEE_NOT_MEMBER', ['assigneeIds']));

  it('refuses a full column and a closed project', async () => {
    await spec()
      .given()
      .when({ ...CREATE, occupancy: full })
      .thenRefused('WIP_LIMIT_REACHED', ['columnId']);
    await spec()
      .given()
      .when({ ...CREATE, project: { ...project, open: false } })
      .thenRefused('PROJECT_CLOSED_READONLY', ['projectId']);
  });
});

describe('moving a task', () => {
  it('starts it on its first way into work', async () => {
    await given()
      .when(move(DOING))
      .then([moved('col_todo', DOING), started]);
    await given(moved('col_todo', DOING), started, moved('col_doing', TODO))
      .when(move(DOING))
      .then([moved('col_todo', DOING)]);
  });

  it('completes it in a DONE column and reopens it out of there', async () => {
    await given()
      .when(move(DONE))
      .then([moved('col_todo', DONE), started, completed()]);
    await given(moved('col_todo', DONE), started, completed())
      .when({ ...move(DOING), reason: 'Not yet' })
      .then([
        moved('col_done', DOING),
        { type: 'TaskReopened', data: { ...ref, reason: 'Not yet' } },
      ]);
  });

  it('stops at a full column that blocks, and warns at one that does not', async () => {
    await given()
      .when({ ...move(DOING), occupancy: full })
      .thenRefused('WIP_LIMIT_REACHED', ['columnId']);
    await given()
      .when({ ...move(DOING), occupancy: { ...full, mode: 'WARN' } })
      .thenWarns('WIP_LIMIT_REACHED');
  });

  it('waits for what it depends on', async () => {
    const obstacles = { ...clear, holdingStart: ['ACM-1-9'] };
    await given()
      .when({ ...move(DOING), obstacles })
      .thenRefused('TASK_BLOCKED_BY_DEPENDENCY');
    await given()
      .when({ ...move(DONE), obstacles: { ...clear, holdingFinish: ['ACM-1-9'] } })
      .thenRefused('TASK_BLOCKED_BY_DEPENDENCY');
    await given()
      .when({ ...move(DOING), obstacles: { ...clear, holdingFinish: ['ACM-1-9'] } })
      .then([moved('col_todo', DOING), started]);
  });

  it('is not completed before its subtasks, unless with a reason', async () => {
    const obstacles = { ...clear, openSubtasks: ['ACM-1-2'] };
    await given()
      .when({ ...move(DONE), obstacles })
      .thenRefused('TASK_SUBTASKS_OPEN');
    await given()
      .when({ ...move(DONE), obstacles, overrideReason: 'Dropped' })
      .then([moved('col_todo', DONE), started, completed('Dropped')]);
    await given()
      .when({ ...move(DONE), obstacles, overrideReason: '' })
      .thenRefused('INPUT_REQUIRED', ['overrideReason']);
  });

  it('is completed with open ticks, with a warning', () =>
    given({
      type: 'ChecklistItemAdded',
      data: { ...ref, itemId: 'chk_1', text: 'Ask', afterId: null },
    })
      .when(move(DONE))
      .thenWarns('CHECKLIST_INCOMPLETE'));
});

describe('changing a task', () => {
  it('tells only what changed', () =>
    given()
      .when({ type: 'Update', project, changes: { title: 'Draw it', points: 3 } })
      .then([titled]));

  it('tells what the fields were, but for the long description', () =>
    given()
      .when({ type: 'Update', project, changes: { due: '2026-12-24', description: 'Snow' } })
      .then([changed({ due: '2026-12-24', description: 'Snow' }, { due: created.data.due })]));

  it('warns only of what changed', async () => {
    const late = changed({ due: '2027-04-01' });
    await given(late)
      .when({ type: 'Update', project, changes: { title: 'Draw it' } })
      .then([titled]);
    await given()
      .when({ type: 'Update', project, changes: { due: '2027-04-01' } })
      .thenWarns('TASK_DUE_AFTER_PROJECT_END');
  });

  it('sets who works on it', () =>
    given()
      .when({ type: 'Assign', project, userIds: [MANAGER] }, { actor })
      .then([
        { type: 'TaskUnassigned', data: { ...ref, userIds: [MIA] } },
        { type: 'TaskAssigned', data: { ...ref, userIds: [MANAGER], by: MANAGER } },
      ]));

  it('leaves former members on it, but adds none', async () => {
    const left = { ...project, memberIds: [MANAGER] };
    await given()
      .when({ type: 'Assign', project: left, userIds: [MIA] })
      .then([]);
    await given({ type: 'TaskUnassigned', data: { ...ref, userIds: [MIA] } })
      .when({ type: 'Assign', project: left, userIds: [MIA] })
      .thenRefused('ASSIGNEE_NOT_MEMBER', ['userIds']);
  });

  it('blocks and unblocks', async () => {
    const blocked: TaskEvent = {
      type: 'TaskBlocked',
      data: { ...ref, reason: 'No texts', by: MANAGER, since: NOW },
    };
    const block = { type: 'Block', project, reason: 'No texts' } as const;
    await given().when(block, { actor }).then([blocked]);
    await given(blocked).when(block).thenRefused('TASK_STATE_INVALID', ['id']);
    await given(blocked)
      .when({ type: 'Unblock', project })
      .then([{ type: 'TaskUnblocked', data: ref }]);
    await given().when({ type: 'Unblock', project }).thenRefused('TASK_STATE_INVALID');
    await given(moved('col_todo', DONE), completed()).when(block).thenRefused('TASK_STATE_INVALID');
  });

  it('archives and restores', async () => {
    const archived: TaskEvent = { type: 'TaskArchived', data: ref };
    await given().when({ type: 'Archive', project }).then([archived]);
    await given(archived)
      .when({ type: 'Update', project, changes: { title: 'X' } })
      .thenRefused('TASK_STATE_INVALID');
    await given(archived)
      .when({ type: 'Restore', project, place: TODO, occupancy: room })
      .then([{ type: 'TaskRestored', data: { ...ref, ...TODO } }]);
    await given()
      .when({ type: 'Restore', project, place: TODO, occupancy: room })
      .thenRefused('TASK_STATE_INVALID');
  });
});

describe('the checklist', () => {
  const item: TaskEvent = {
    type: 'ChecklistItemAdded',
    data: { ...ref, itemId: 'chk_1', text: 'Ask', afterId: null },
  };
  const toggle = { type: 'ToggleChecklistItem', project, itemId: 'chk_1', checked: true } as const;
  const checked: TaskEvent = { type: 'ChecklistItemChecked', data: { ...ref, itemId: 'chk_1' } };

  it('is ticked once however often it is asked', async () => {
    await given(item).when(toggle).then([checked]);
    await given(item, checked).when(toggle).then([]);
    await given(item, checked)
      .when({ ...toggle, checked: false })
      .then([{ type: 'ChecklistItemUnchecked', data: { ...ref, itemId: 'chk_1' } }]);
  });

  it('knows its items', async () => {
    await given().when(toggle).thenRefused('NOT_FOUND', ['itemId']);
    await given(item)
      .when({ type: 'RemoveChecklistItem', project, itemId: 'chk_1' })
      .then([{ type: 'ChecklistItemRemoved', data: { ...ref, itemId: 'chk_1' } }]);
  });

  it('has an end', () =>
    given(
      ...Array.from(
        { length: 200 },
        (_, i): TaskEvent => ({
          type: 'ChecklistItemAdded',
          data: { ...ref, itemId: `chk_${i}`, text: 'Ask', afterId: null },
        }),
      ),
    )
      .when({ type: 'AddChecklistItem', project, itemId: 'chk_x', text: 'More', afterId: null })
      .thenRefused('CHECKLIST_LIMIT', ['taskId']));
});
