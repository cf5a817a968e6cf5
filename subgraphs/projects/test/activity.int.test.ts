import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rebuild } from '@nexus/kit/consumers';
import type { Principal } from '@nexus/kit/domain';
import { ReadSession } from '@nexus/kit/read';
import { clientUser } from '@nexus/kit/testing';
import { projects } from '../src/index.js';
import {
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

interface Entry {
  readonly kind: string;
  readonly changes: readonly { field: string; from: string | null; to: string | null }[];
}
const FIELDS = 'kind changes { field from to } people { id } comment { body } project { id }';
async function ofTask(who: Principal, id: string, fields = FIELDS): Promise<Entry[]> {
  const query = `query($id: ID!) { task(id: $id) { activity { nodes { ${fields} } } } }`;
  const { task } = await house.ask<{ task: { activity: { nodes: Entry[] } } | null }>(who, query, {
    id,
  });
  return task?.activity.nodes ?? [];
}
const kinds = (entries: readonly Entry[]) => entries.map(({ kind }) => kind);
const customer = clientUser(clientId, ['projects:read']);

describe('the activity of a task', () => {
  it('says from what to what, by name', async () => {
    const projectId = await house.project([mia, ben]);
    const { milestone } = await house.run<{ milestone: { id: string } }>(
      manager,
      'milestoneAdd',
      { projectId, name: 'Beta', due: '2026-12-01' },
      'milestone { id }',
    );
    const id = await house.task(projectId, 'Draw', { due: '2026-11-20' });
    const changes = {
      title: 'Paint',
      due: '2026-11-25',
      labels: ['ui', 'art'],
      description: 'Long',
    };
    await house.run(mia, 'taskUpdate', { id, ...changes, milestoneId: milestone.id });
    const columnId = await house.column(projectId, 'In progress');
    await house.run(mia, 'taskMove', { id, columnId });
    await house.run(mia, 'taskAssign', { id, userIds: [ben.subject] });
    const said = { taskId: id, body: 'See', mentionIds: [ben.subject] };
    await house.run(mia, 'taskCommentAdd', said);
    const [comment, assigned, started, moved, updated] = await ofTask(manager, id);
    expect(comment).toMatchObject({
      kind: 'CommentAdded',
      comment: { body: 'See' },
      people: [{ id: ben.subject }],
    });
    expect(assigned).toMatchObject({ kind: 'TaskAssigned', people: [{ id: ben.subject }] });
    expect([started?.kind, moved?.kind]).toEqual(['TaskStarted', 'TaskMoved']);
    expect(moved?.changes).toEqual([{ field: 'column', from: 'Backlog', to: 'In progress' }]);
    expect(updated?.changes).toEqual(
      expect.arrayContaining(
        [
          { field: 'title', from: 'Draw', to: 'Paint' },
          { field: 'due', from: '2026-11-20', to: '2026-11-25' },
          { field: 'labels', from: '', to: 'ui, art' },
          { field: 'description', from: null, to: null },
          { field: 'milestone', from: null, to: 'Beta' },
        ].map((change) =>
          change.field === 'milestone' ? { ...change, field: 'milestoneId' } : change,
        ),
      ),
    );
  });

  it('takes a handful of statements, however long it is', async () => {
    const projectId = await house.project([mia]);
    const id = await house.task(projectId, 'Busy');
    const [todo, doing] = [
      await house.column(projectId, 'To do'),
      await house.column(projectId, 'In progress'),
    ];
    for (let n = 0; n < 10; n++) {
      await house.run(mia, 'taskMove', { id, columnId: n % 2 ? todo : doing });
    }
    const original = ReadSession.prototype.sql;
    let statements = 0;
    ReadSession.prototype.sql = function (this: ReadSession, ...args: Parameters<typeof original>) {
      statements += 1;
      return original.apply(this, args);
    } as typeof original;
    try {
      expect(await ofTask(manager, id)).toHaveLength(12);
      expect(statements).toBeLessThanOrEqual(6);
    } finally {
      ReadSession.prototype.sql = original;
    }
  });
});

describe('what a client may know', () => {
  it('is what is shown to it, as long as it is shown', async () => {
    const projectId = await house.project([mia]);
    const shown = await house.task(projectId, 'Shown', { clientVisible: true });
    const hidden = await house.task(projectId, 'Hidden');
    for (const id of [shown, hidden]) await house.run(mia, 'taskComplete', { id });
    await house.run(mia, 'taskUpdate', { id: shown, title: 'Retitled' });
    await house.run(mia, 'taskCommentAdd', { taskId: shown, body: 'Between us' });
    await house.run(mia, 'taskCommentAdd', { taskId: shown, body: 'You', visibility: 'CLIENT' });
    const all = ['CommentAdded', 'TaskCompleted', 'TaskStarted', 'TaskCreated'];
    expect(kinds(await ofTask(customer, shown))).toEqual(all);
    expect(kinds(await ofTask(customer, hidden))).toEqual([]);

    await house.run(mia, 'taskUpdate', { id: hidden, clientVisible: true });
    expect(kinds(await ofTask(customer, hidden))).toEqual(all.slice(1));
    await house.run(mia, 'taskUpdate', { id: hidden, clientVisible: false });
    const feed = async (who: Principal) => {
      const query = '{ activities { nodes { kind reason project { id } } } }';
      const { activities } = await house.ask<{
        activities: { nodes: (Entry & { reason: string | null; project: { id: string } })[] };
      }>(who, query);
      return activities.nodes.filter(({ project }) => project?.id === projectId);
    };
    expect(kinds(await feed(customer))).toEqual([...all, 'ProjectCreated']);
    expect(kinds(await feed(manager))).toContain('TaskUpdated');
    expect(await feed(clientUser(otherClientId, ['projects:read']))).toEqual([]);
    expect(await feed(foreigner)).toEqual([]);
    expect(await feed(ben)).toEqual([]);
  });

  it('leaves out why, and who', async () => {
    const projectId = await house.project([mia]);
    const { milestone } = await house.run<{ milestone: { id: string } }>(
      manager,
      'milestoneAdd',
      { projectId, name: 'Gamma', due: '2026-12-01' },
      'milestone { id }',
    );
    const move = { id: milestone.id, due: '2026-12-08', reason: 'Somebody is ill' };
    await house.run(manager, 'milestoneReschedule', move);
    const query = `query($id: ID!) { project(id: $id) { activity(first: 1) { nodes {
      kind reason user { id } changes { field from to } } } } }`;
    expect(await house.ask(customer, query, { id: projectId })).toEqual({
      project: {
        activity: {
          nodes: [
            {
              kind: 'MilestoneRescheduled',
              reason: null,
              user: null,
              changes: [
                { field: 'milestone', from: null, to: 'Gamma' },
                { field: 'due', from: '2026-12-01', to: '2026-12-08' },
              ],
            },
          ],
        },
      },
    });
  });

  it('is the same when it is read anew from the log', async () => {
    const rows = () =>
      house.house.database.sql('SELECT * FROM projects.activity ORDER BY tenant_id, id');
    await house.house.settled(manager);
    const before = await rows();
    const projection = projects.projections.find(({ name }) => name === 'projects.activity');
    if (!projection) throw new RangeError('projects.activity is gone');
    await rebuild(house.house.kernel, house.house.database.ownerUrl, projection);
    expect(await rows()).toEqual(before);
  });
});
