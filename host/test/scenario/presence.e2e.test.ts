import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Caller } from '../support/caller.js';
import { type House, openHouse } from '../support/house.js';
import { newStaffedProject, newTask } from '../support/work.js';

let house: House;
let manager: Caller;
let employee: Caller;
let projectId: string;
beforeAll(async () => {
  house = await openHouse();
  [manager, employee] = [await house.as('manager'), await house.as('employee')];
  const { viewer } = await employee.nexus.query<{ viewer: { user: { id: string } } }>(
    '{ viewer { user { id } } }',
  );
  projectId = (await newStaffedProject(manager, viewer.user.id)).projectId;
}, 120_000);
afterAll(() => house?.close(), 30_000);

interface Presence {
  readonly boardPresence: {
    readonly viewers: readonly { user: { name: string }; dragging: { id: string } | null }[];
  };
}
const WATCH = `subscription($projectId: ID!) { boardPresence(projectId: $projectId) {
  viewers { user { name } dragging { id } } } }`;

it('who looks at a board, by name, and what they drag, reaches others through the router', async () => {
  const taskId = await newTask(manager, projectId);
  const presence = manager.nexus.subscribe<Presence>(WATCH, { projectId });
  const seen = async () => {
    const { value } = (await presence.next()) as { value: Presence };
    return value.boardPresence.viewers.map(({ user, dragging }) => [user.name, dragging?.id]);
  };
  expect(await seen()).toEqual([]);
  const beat = { projectId, windowId: randomUUID() };
  await employee.do('boardPresenceBeat', beat, '__typename');
  expect(await seen()).toEqual([['Emil Vogt', undefined]]);
  await employee.do('boardPresenceBeat', { ...beat, taskId }, '__typename');
  expect(await seen()).toEqual([['Emil Vogt', taskId]]);
  await employee.do('boardPresenceBeat', { ...beat, left: true }, '__typename');
  expect(await seen()).toEqual([]);
  await presence.return?.();
}, 60_000);
