import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Principal } from '@nexus/kit/domain';
import { clientUser } from '@nexus/kit/testing';
import { ben, clientId, DeliveryHouse, foreigner, manager, mia } from './support/delivery-house.js';

let house: DeliveryHouse;
beforeAll(async () => {
  house = await DeliveryHouse.open();
});
afterAll(() => house.close());

interface Presence {
  readonly boardPresence: {
    readonly viewers: readonly { user: { id: string }; dragging: { id: string } | null }[];
  };
}
const WATCH = `subscription($id: ID!) { boardPresence(projectId: $id) {
  projectId viewers { since user { id } dragging { id } } } }`;

const watch = (who: Principal, id: string) => house.house.as(who).subscribe(WATCH, { id });
async function seen(stream: ReturnType<typeof watch>) {
  const { value } = await stream.next();
  const { boardPresence } = (value as { data: Presence }).data;
  return boardPresence.viewers.map(({ user, dragging }) => [user.id, dragging?.id ?? null]);
}
const beat = (who: Principal, projectId: string, more: object = {}) =>
  house.run(who, 'boardPresenceBeat', { projectId, windowId: 'w', ...more });

describe('presence on a board', () => {
  it('tells who looks and what they drag, and who has left', async () => {
    const id = await house.project([mia, ben]);
    const taskId = await house.task(id, 'Card');
    const stream = watch(mia, id);
    expect(await seen(stream)).toEqual([]);
    await beat(mia, id);
    expect(await seen(stream)).toEqual([[mia.subject, null]]);
    house.house.clock.advance(1_000);
    await beat(ben, id, { taskId });
    expect(await seen(stream)).toEqual([
      [mia.subject, null],
      [ben.subject, taskId],
    ]);
    await beat(ben, id, { left: true });
    expect(await seen(stream)).toEqual([[mia.subject, null]]);
    await stream.return?.(undefined);
  });

  it('forgets whoever is silent for 30 s', async () => {
    const id = await house.project([mia, ben]);
    const stream = watch(ben, id);
    expect(await seen(stream)).toEqual([]);
    await beat(mia, id);
    expect(await seen(stream)).toEqual([[mia.subject, null]]);
    house.house.clock.advance(31_000);
    const board = `query($id: ID!) { project(id: $id) { board { presence { viewers { user { id } } } } } }`;
    expect(await house.ask(ben, board, { id })).toEqual({
      project: { board: { presence: { viewers: [] } } },
    });
    expect(await seen(stream)).toEqual([]);
    await stream.return?.(undefined);
  });

  it('is for staff of the project, and so is looking on', async () => {
    const id = await house.project([mia]);
    const card = await house.task(await house.project([mia]), 'Elsewhere');
    const customer = clientUser(clientId, ['projects:read']);
    for (const who of [ben, customer, foreigner]) {
      expect(await beat(who, id)).toMatchObject({
        errors: [{ rule: 'NOT_FOUND', path: ['input', 'projectId'] }],
      });
      const { value } = await watch(who, id).next();
      expect(value).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    }
    const presence = 'query($id: ID!) { project(id: $id) { board { presence { projectId } } } }';
    expect(await house.ask(customer, presence, { id })).toEqual({
      project: { board: { presence: null } },
    });
    expect(await beat(mia, id, { taskId: card })).toMatchObject({
      errors: [{ rule: 'NOT_FOUND', path: ['input', 'taskId'] }],
    });
    expect(await beat(mia, id, { windowId: 'x'.repeat(65) })).toMatchObject({
      errors: [{ rule: 'TEXT_TOO_LONG', path: ['input', 'windowId'] }],
    });
  });

  it('writes nothing', async () => {
    const id = await house.project([mia]);
    const events = () => house.house.database.sql('SELECT count(*) AS n FROM kit.event');
    const before = await events();
    await beat(manager, id);
    expect(await events()).toEqual(before);
  });
});
