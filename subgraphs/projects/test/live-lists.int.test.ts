import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Principal } from '@nexus/kit/domain';
import { clientUser } from '@nexus/kit/testing';
import { ben, clientId, DeliveryHouse, manager, mia } from './support/delivery-house.js';

let house: DeliveryHouse;
beforeAll(async () => {
  house = await DeliveryHouse.open();
});
afterAll(() => house.close());

interface Told {
  readonly kind: string;
  readonly sequence: string;
  readonly node: { readonly id: string } | null;
}
const listen = (who: Principal, field: string, variables?: Record<string, unknown>) =>
  house.house
    .as(who)
    .subscribe(
      `subscription($after: String) { told: ${field}(after: $after) { kind sequence node { id } } }`,
      variables,
    );
/** Asks for an event at once, so that what happens next is heard. */
async function told(pending: ReturnType<ReturnType<typeof listen>['next']>): Promise<Told> {
  const { value } = await pending;
  return (value as { data: { told: Told } }).data.told;
}

describe('my tasks', () => {
  it('are told of as long as they are mine, and when they are taken away', async () => {
    const projectId = await house.project([mia, ben]);
    const stream = listen(mia, 'myTasksChanged', { after: await house.now() });
    const first = stream.next();
    const other = await house.task(projectId, 'His', { assigneeIds: [ben.subject] });
    const own = await house.task(projectId, 'Hers', { assigneeIds: [mia.subject] });
    const created = await told(first);
    expect(created).toMatchObject({ kind: 'TaskCreated', node: { id: own } });
    await house.run(manager, 'taskUpdate', { id: other, title: 'His still' });
    await house.run(manager, 'taskAssign', { id: own, userIds: [] });
    expect(await told(stream.next())).toMatchObject({ kind: 'TaskUnassigned', node: { id: own } });
    const resumed = listen(mia, 'myTasksChanged', { after: created.sequence });
    expect(await told(resumed.next())).toMatchObject({ kind: 'TaskUnassigned', node: { id: own } });
    await resumed.return?.(undefined);
    await house.run(manager, 'taskUpdate', { id: own, title: 'Nobody’s' });
    await house.run(manager, 'taskAssign', { id: other, userIds: [mia.subject, ben.subject] });
    expect(await told(stream.next())).toMatchObject({ kind: 'TaskAssigned', node: { id: other } });
    await stream.return?.(undefined);
  });
});

describe('all projects', () => {
  it('are told of to whoever may see them', async () => {
    const customer = clientUser(clientId, ['projects:read']);
    const after = await house.now();
    const [hers, theirs] = [mia, customer].map((who) =>
      listen(who, 'projectChanged', { after }),
    ) as [ReturnType<typeof listen>, ReturnType<typeof listen>];
    const next = [hers.next(), theirs.next()] as const;
    const internal = await house.project([], { clientId: null });
    const shared = await house.project([mia]);
    expect(await told(next[1])).toMatchObject({ kind: 'ProjectCreated', node: { id: shared } });
    // Before she was a member there was no such project for her; now there is, and all of its past.
    expect((await told(next[0])).node).toEqual({ id: shared });
    expect(internal).not.toBe(shared);
    for (const stream of [hers, theirs]) await stream.return?.(undefined);
  });
});
