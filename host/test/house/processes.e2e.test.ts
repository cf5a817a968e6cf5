import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isAlive } from '../../src/postgres/process-identity.js';
import { eventually } from '../support/eventually.js';
import type { House } from '../support/house.js';
import { childrenOf } from '../support/processes.js';
import { redisServer } from '../support/redis.js';
import { openDistributed } from '../support/topologies.js';

const program = redisServer();
const suite = program ? describe : describe.skip;

suite(`processes of one Nexus${program ? '' : ' (no redis-server here)'}`, () => {
  let house: House;
  beforeAll(async () => {
    house = await openDistributed(program ?? '');
  });
  afterAll(() => house.close());

  const host = () => house.nexus.child.pid ?? 0;
  const childOf = (words: string) =>
    childrenOf(host()).find(({ command }) => command.endsWith(words))?.pid;

  it('are started again when they die, and answer as before', async () => {
    const before = childOf('subgraph crm') ?? 0;
    process.kill(before, 'SIGKILL');
    const manager = await house.as('manager');
    await eventually(async () => {
      const now = childOf('subgraph crm');
      if (!now || now === before) return undefined;
      const { codes } = await manager.ask('{ clients(first: 1) { nodes { id } } }');
      return codes.length > 0 ? undefined : codes;
    });
    expect(house.nexus.said()).toContain('"nexus subgraph crm" runs again.');
  });

  it('end with it, also when it is killed', async () => {
    const children = childrenOf(host()).map(({ pid }) => pid);
    expect(children.length).toBeGreaterThanOrEqual(5);
    process.kill(host(), 'SIGKILL');
    await house.nexus.ended;
    await eventually(async () => (children.some(isAlive) ? undefined : true));
  });
});
