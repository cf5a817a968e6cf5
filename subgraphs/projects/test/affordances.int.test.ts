import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Principal } from '@nexus/kit/domain';
import { ReadSession } from '@nexus/kit/read';
import { clientUser, staff, testUser } from '@nexus/kit/testing';
import { admin, ben, clientId, DeliveryHouse, manager, mia } from './support/delivery-house.js';

let house: DeliveryHouse;
beforeAll(async () => {
  house = await DeliveryHouse.open();
});
afterAll(() => house.close());

const OF_PROJECT = [
  'Update',
  'ChangePhase',
  'Hold',
  'Resume',
  'Cancel',
  'Reopen',
  'ManageMembers',
  'ManageMilestones',
  'ManageBoard',
  'PassGate',
  'SeeFinance',
  'SeeInside',
  'Comment',
  'LogTime',
  'Work',
];
const OF_TASK = [
  'Update',
  'Move',
  'Assign',
  'Complete',
  'Reopen',
  'Block',
  'Unblock',
  'Archive',
  'Restore',
  'Comment',
  'LogTime',
];
const asked = (names: readonly string[]) => names.map((name) => `viewerCan${name}`).join(' ');
const allowed = (row: Record<string, unknown> | null) =>
  Object.entries(row ?? {}).flatMap(([name, can]) =>
    can === true ? [name.slice('viewerCan'.length)] : [],
  );

async function ofProject(who: Principal, id: string) {
  const query = `query($id: ID!) { project(id: $id) { ${asked(OF_PROJECT)} } }`;
  return allowed(
    (await house.ask<{ project: Record<string, unknown> }>(who, query, { id })).project,
  );
}
async function ofTask(who: Principal, id: string) {
  const query = `query($id: ID!) { task(id: $id) { ${asked(OF_TASK)} } }`;
  return allowed((await house.ask<{ task: Record<string, unknown> }>(who, query, { id })).task);
}

const worker = staff([...mia.scopes, 'projects:time:write'], {
  subject: mia.subject,
  conditions: mia.conditions,
});
const contact = clientUser(clientId, ['projects:read']);

describe('what the portals offer', () => {
  it('of a project follows person and phase, and is what the mutations do', async () => {
    const id = await house.project([mia]);
    const manages = ['Update', 'ChangePhase', 'Hold', 'Cancel'];
    const parts = ['ManageMembers', 'ManageMilestones', 'ManageBoard'];
    expect(await ofProject(manager, id)).toEqual([
      ...manages,
      ...parts,
      ...['SeeInside', 'Comment', 'Work'],
    ]);
    expect(await ofProject(worker, id)).toEqual(['SeeInside', 'Comment', 'LogTime', 'Work']);
    expect(await ofProject(contact, id)).toEqual([]);
  });

  it('of a project on hold is to let it go on, of one that ended to open it again', async () => {
    const id = await house.project([mia]);
    await house.run(manager, 'projectHold', { id, reason: 'Waiting for data' });
    expect(await ofProject(manager, id)).toContain('Resume');
    expect(await ofProject(manager, id)).not.toContain('Hold');
    await house.run(manager, 'projectCancel', { id, reason: 'No budget' });
    expect(await ofProject(manager, id)).toEqual(['Reopen', 'SeeInside', 'Comment']);
    const { errors } = await house.run(manager, 'projectReopen', { id, reason: 'Budget came' });
    expect(errors).toEqual([]);
    expect(await ofProject(manager, id)).toContain('Update');
  });

  it('of a task follows its state', async () => {
    const projectId = await house.project([mia]);
    const id = await house.task(projectId, 'Draw', { clientVisible: true });
    const always = ['Update', 'Move', 'Assign'];
    expect(await ofTask(mia, id)).toEqual([...always, 'Complete', 'Block', 'Archive', 'Comment']);
    await house.run(mia, 'taskBlock', { id, reason: 'No paper' });
    expect(await ofTask(mia, id)).toEqual([...always, 'Complete', 'Unblock', 'Archive', 'Comment']);
    await house.run(mia, 'taskUnblock', { id });
    await house.run(mia, 'taskComplete', { id });
    expect(await ofTask(mia, id)).toEqual([...always, 'Reopen', 'Archive', 'Comment']);
    await house.run(mia, 'taskArchive', { id });
    expect(await ofTask(mia, id)).toEqual(['Restore', 'Comment']);
    expect(await ofTask(contact, id)).toEqual([]);
  });

  it('of an observer is to look and to speak', async () => {
    const projectId = await house.project([]);
    const observer = { projectId, userId: ben.subject, role: 'OBSERVER' };
    await house.run(manager, 'projectMemberAdd', observer);
    const id = await house.task(projectId, 'Draw');
    expect(await ofTask(ben, id)).toEqual(['Comment']);
  });

  it('of comments is for their author, and of the manager to delete', async () => {
    const projectId = await house.project([mia, ben]);
    const taskId = await house.task(projectId, 'Talk');
    const { comment } = await house.run<{ comment: { id: string } }>(
      mia,
      'taskCommentAdd',
      { taskId, body: 'Well' },
      'comment { id }',
    );
    const seen = (who: Principal) =>
      house
        .ask<{ task: { comments: { nodes: Record<string, unknown>[] } } }>(
          who,
          'query($id: ID!) { task(id: $id) { comments { nodes { viewerCanEdit viewerCanDelete } } } }',
          { id: taskId },
        )
        .then(({ task }) => allowed(task.comments.nodes[0] ?? null));
    expect(await seen(mia)).toEqual(['Edit', 'Delete']);
    expect(await seen(manager)).toEqual(['Delete']);
    expect(await seen(ben)).toEqual([]);
    await house.run(mia, 'taskCommentDelete', { id: comment.id });
    expect(await seen(mia)).toEqual([]);
  });

  it('of a milestone ends when it is reached', async () => {
    const projectId = await house.project([mia]);
    const { milestone } = await house.run<{ milestone: { id: string; viewerCanUpdate: boolean } }>(
      manager,
      'milestoneAdd',
      { projectId, name: 'Beta', due: '2026-12-01' },
      'milestone { id viewerCanUpdate }',
    );
    expect(milestone.viewerCanUpdate).toBe(true);
    const seen = (who: Principal) =>
      house.ask(who, 'query($id: ID!) { project(id: $id) { milestones { viewerCanUpdate } } }', {
        id: projectId,
      });
    expect(await seen(mia)).toEqual({ project: { milestones: [{ viewerCanUpdate: false }] } });
    await house.run(manager, 'milestoneReach', { id: milestone.id });
    expect(await seen(manager)).toEqual({ project: { milestones: [{ viewerCanUpdate: false }] } });
  });

  it('at the root tells what may be begun', async () => {
    const viewer = (who: Principal) =>
      house.ask(who, '{ viewer { canCreateProject canApproveTime canLogTime } }');
    const none = { canCreateProject: false, canApproveTime: false, canLogTime: false };
    expect(await viewer(manager)).toEqual({ viewer: { ...none, canCreateProject: true } });
    expect(await viewer(worker)).toEqual({ viewer: { ...none, canLogTime: true } });
    expect(await viewer(staff(['projects:time:approve'], { subject: testUser(9) }))).toEqual({
      viewer: { ...none, canApproveTime: true },
    });
    expect(await viewer(contact)).toEqual({ viewer: none });
  });

  it('costs a board nothing more than the cards', async () => {
    const projectId = await house.project([mia]);
    for (let n = 0; n < 5; n++) await house.task(projectId, `Card ${n}`);
    const statements = async (fields: string) => {
      const original = ReadSession.prototype.sql;
      let count = 0;
      ReadSession.prototype.sql = function (
        this: ReadSession,
        ...args: Parameters<typeof original>
      ) {
        count += 1;
        return original.apply(this, args);
      } as typeof original;
      try {
        await house.ask(
          admin,
          `query($id: ID!) { project(id: $id) { board { columns { tasks { nodes { id ${fields} } } } } } }`,
          { id: projectId },
        );
        return count;
      } finally {
        ReadSession.prototype.sql = original;
      }
    };
    expect(await statements(asked(OF_TASK))).toBeLessThanOrEqual((await statements('title')) + 1);
  });
});
