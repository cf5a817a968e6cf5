import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Principal } from '@nexus/kit/domain';
import { clientUser } from '@nexus/kit/testing';
import { ben, clientId, DeliveryHouse, foreigner, manager, mia } from './support/delivery-house.js';

let house: DeliveryHouse;
beforeAll(async () => {
  house = await DeliveryHouse.open();
});
afterAll(() => house.close());

interface Seen {
  readonly unreadMentionCount: number;
  readonly mentions: {
    readonly nodes: readonly {
      id: string;
      at: string;
      isUnread: boolean;
      comment: { body: string };
    }[];
  };
}
const viewer = async (who: Principal, unread = false) => {
  const query = `query($unread: Boolean!) { viewer { unreadMentionCount
    mentions(unread: $unread) { nodes { id at isUnread by { id } comment { body task { title } } } } } }`;
  return (await house.ask<{ viewer: Seen }>(who, query, { unread })).viewer;
};
const bodies = ({ mentions }: Seen) => mentions.nodes.map(({ comment }) => comment.body);

async function say(who: Principal, taskId: string, input: object) {
  house.house.clock.advance(1_000);
  const { comment, errors } = await house.run<{ comment: { id: string } | null }>(
    who,
    'taskCommentAdd',
    { taskId, ...input },
    'comment { id }',
  );
  if (!comment) throw new RangeError(JSON.stringify(errors));
  return comment.id;
}

describe('mentions', () => {
  it('are listed for whom they call upon, until a mark says they are read', async () => {
    const projectId = await house.project([mia, ben]);
    const taskId = await house.task(projectId, 'Plan');
    await say(mia, taskId, { body: 'First', mentionIds: [ben.subject, mia.subject] });
    await say(manager, taskId, { body: 'Second', mentionIds: [ben.subject] });
    const before = await viewer(ben);
    expect(bodies(before)).toEqual(['Second', 'First']);
    expect(before.unreadMentionCount).toBe(2);
    expect(await viewer(mia)).toMatchObject({ unreadMentionCount: 0, mentions: { nodes: [] } });
    expect(await viewer(foreigner)).toMatchObject({ mentions: { nodes: [] } });

    const marked = await house.run(
      ben,
      'mentionsMarkRead',
      { upTo: before.mentions.nodes[1]?.at },
      'unreadMentionCount',
    );
    expect(marked).toMatchObject({ unreadMentionCount: 1, errors: [] });
    expect(bodies(await viewer(ben, true))).toEqual(['Second']);
    const nodes = (await viewer(ben)).mentions.nodes;
    expect(nodes.map(({ isUnread }) => isUnread)).toEqual([true, false]);
  });

  it('go with the comment, and with the name in it', async () => {
    const taskId = await house.task(await house.project([mia, ben]), 'Gone');
    const [kept, gone] = [
      await say(manager, taskId, { body: 'Kept', mentionIds: [mia.subject, ben.subject] }),
      await say(manager, taskId, { body: 'Gone', mentionIds: [mia.subject] }),
    ];
    expect(bodies(await viewer(mia))).toEqual(['Gone', 'Kept']);
    await house.run(manager, 'taskCommentDelete', { id: gone });
    await house.run(manager, 'taskCommentEdit', {
      id: kept,
      body: 'Ben',
      mentionIds: [ben.subject],
    });
    expect(bodies(await viewer(mia))).toEqual([]);
    expect(bodies(await viewer(ben))).toContain('Ben');
  });

  it('are out of reach with the project', async () => {
    const projectId = await house.project([mia]);
    const taskId = await house.task(projectId, 'Left');
    await say(manager, taskId, { body: 'Come back', mentionIds: [mia.subject] });
    await house.run(manager, 'projectMemberRemove', { projectId, userId: mia.subject });
    expect(bodies(await viewer(mia))).not.toContain('Come back');
  });

  it('are read by whom they call upon; a client’s user has none', async () => {
    const read = (who: Principal) =>
      house.run(who, 'mentionsMarkRead', { upTo: '2026-11-30T00:00:00.000Z' });
    const marks = async () =>
      (await house.house.database.sql(`SELECT FROM kit.event WHERE type = 'projects.MentionsRead'`))
        .length;
    const before = await marks();
    expect(await read(foreigner)).toMatchObject({ errors: [] });
    expect(await read(clientUser(clientId, ['projects:read']))).toMatchObject({
      errors: [{ rule: 'NOT_ALLOWED' }],
    });
    expect(await marks()).toBe(before);
  });

  it('are for members alone', async () => {
    const taskId = await house.task(await house.project([mia]), 'Closed');
    const input = { taskId, body: 'Ben?', mentionIds: [ben.subject] };
    expect(await house.run(mia, 'taskCommentAdd', input)).toMatchObject({
      errors: [{ rule: 'MENTION_NOT_ALLOWED', path: ['input', 'mentionIds'] }],
    });
  });

  it('and the talk are told live, to each what is for them', async () => {
    const projectId = await house.project([mia, ben]);
    const taskId = await house.task(projectId, 'Live', { clientVisible: true });
    const customer = clientUser(clientId, ['projects:read']);
    const after = await house.now();
    const listen = (who: Principal) =>
      house.house
        .as(who)
        .subscribe(
          'subscription($id: ID!, $after: String) { taskCommentChanged(taskId: $id, after: $after) { kind sequence node { id body } } }',
          { id: taskId, after },
        );
    const called = house.house
      .as(ben)
      .subscribe(
        'subscription($after: String) { viewerMentioned(after: $after) { node { comment { body } } } }',
        { after },
      );
    const [inside, outside] = [listen(mia), listen(customer)];
    const next = [inside.next(), outside.next(), called.next()] as const;
    await say(manager, taskId, { body: 'Between us', mentionIds: [ben.subject] });
    await say(manager, taskId, { body: 'For you', visibility: 'CLIENT' });
    expect((await next[0]).value).toMatchObject({
      data: { taskCommentChanged: { kind: 'CommentAdded', node: { body: 'Between us' } } },
    });
    expect((await next[1]).value).toMatchObject({
      data: { taskCommentChanged: { node: { body: 'For you' } } },
    });
    expect((await next[2]).value).toMatchObject({
      data: { viewerMentioned: { node: { comment: { body: 'Between us' } } } },
    });
    for (const one of [inside, outside, called]) await one.return?.(undefined);
  });
});

describe('threads', () => {
  it('hold their answers, and cards count what is said', async () => {
    const taskId = await house.task(await house.project([mia]), 'Thread', { clientVisible: true });
    const root = await say(mia, taskId, { body: 'Question' });
    await say(manager, taskId, { body: 'Answer', parentId: root, visibility: 'CLIENT' });
    const gone = await say(mia, taskId, { body: 'Slip' });
    await house.run(mia, 'taskCommentDelete', { id: gone });
    const query = `query($id: ID!) { task(id: $id) { commentCount
      comments(threads: true) { nodes { body replies { body } } } } }`;
    expect(await house.ask(mia, query, { id: taskId })).toEqual({
      task: {
        commentCount: 2,
        comments: {
          nodes: [
            { body: 'Question', replies: [{ body: 'Answer' }] },
            { body: null, replies: [] },
          ],
        },
      },
    });
    const customer = clientUser(clientId, ['projects:read']);
    expect(await house.ask(customer, query, { id: taskId })).toEqual({
      task: { commentCount: 1, comments: { nodes: [{ body: 'Answer', replies: [] }] } },
    });
  });
});
