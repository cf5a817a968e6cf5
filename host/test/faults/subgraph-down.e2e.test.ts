import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '../support/caller.js';
import type { House } from '../support/house.js';
import { processOf } from '../support/processes.js';
import { redisServer } from '../support/redis.js';
import { openDistributed } from '../support/topologies.js';
import { newDraft, newStaffedProject, type Staffed } from '../support/work.js';

const program = redisServer();
const described = program ? describe : describe.skip;
const title = 'a subgraph that is down';

described(
  program ? title : `${title} (no redis-server here: install it, or set NEXUS_TEST_REDIS)`,
  () => {
    let house: House;
    let manager: Caller;
    let work: Staffed;
    beforeAll(async () => {
      house = await openDistributed(program ?? '');
      manager = await house.as('manager');
      work = await newStaffedProject(manager, house.tenants.north.people.employee.userId);
      await newDraft(manager, work.clientId);
    }, 120_000);
    afterAll(() => house?.close(), 30_000);

    const OVERVIEW = `query ($id: ID!) { project(id: $id) { name board { columns { name } }
    client { name outstandingBalance { amount } } invoices(first: 10) { nodes { id } } } }`;
    interface Overview {
      readonly project: {
        readonly name: string;
        readonly client: { readonly name: string; readonly outstandingBalance: object | null };
        readonly invoices: object | null;
      };
    }

    it('leaves its fields null with an error, and the rest answered', async () => {
      const before = await manager.ask<Overview>(OVERVIEW, { id: work.projectId });
      expect(before.codes).toEqual([]);
      expect(before.data?.project.invoices).not.toBeNull();

      process.kill(processOf(house.nexus.child.pid, 'subgraph billing'), 'SIGKILL');
      const { data, codes } = await manager.ask<Overview>(OVERVIEW, { id: work.projectId });
      expect(data?.project).toMatchObject({
        name: before.data?.project.name,
        client: { name: before.data?.project.client.name, outstandingBalance: null },
        invoices: null,
      });
      expect(new Set(codes)).toEqual(new Set(['SUBGRAPH_UNAVAILABLE']));
      // What does not concern it goes on as ever.
      await manager.do('taskCreate', { projectId: work.projectId, title: 'Go on' }, 'task { id }');
    }, 30_000);

    it('is started again, and then answers again', async () => {
      const deadline = Date.now() + 30_000;
      for (;;) {
        const { codes } = await manager.ask<Overview>(OVERVIEW, { id: work.projectId });
        if (codes.length === 0) break;
        if (Date.now() > deadline) throw new RangeError('It did not come back in thirty seconds.');
        await sleep(200);
      }
      await newDraft(manager, work.clientId);
    }, 60_000);
  },
);
