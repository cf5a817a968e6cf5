import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { House } from '../support/house.js';
import { redisServer } from '../support/redis.js';
import { openDistributed } from '../support/topologies.js';

const program = redisServer();
const suite = program ? describe : describe.skip;

/** Processes that this one has started, by their command line. */
function childrenOf(pid: number): { pid: number; command: string }[] {
  const rows = execFileSync('ps', ['-A', '-o', 'ppid=,pid=,args='], { encoding: 'utf8' });
  return rows.split('\n').flatMap((row) => {
    const [, parent, child, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row) ?? [];
    return Number(parent) === pid ? [{ pid: Number(child), command }] : [];
  });
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function eventually<Found>(find: () => Promise<Found | undefined>): Promise<Found> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new RangeError('it never came about');
    await sleep(50);
  }
}

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
    await eventually(async () => (children.some(isRunning) ? undefined : true));
  });
});
