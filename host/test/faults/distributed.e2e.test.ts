import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { House } from '../support/house.js';
import { type Acknowledged, crewsOf, Load, seeded } from '../support/load.js';
import { processOf } from '../support/processes.js';
import { expectNothingLostOrDoubled } from '../support/reckoning.js';
import { redisServer } from '../support/redis.js';
import { openDistributed } from '../support/topologies.js';

const full = process.env.NEXUS_TEST_FULL === '1';
const SEEDS = full ? [1, 2, 3, 4, 5] : [7];
const SECONDS = full ? 20 : 8;
const LIMIT = 120_000;
const program = redisServer();
const described = program ? describe : describe.skip;
const title = 'under load, with a process for each subgraph';

described(
  program ? title : `${title} (no redis-server here: install it, or set NEXUS_TEST_REDIS)`,
  () => {
    let house: House;
    /** All that was ever confirmed in this house. */
    const confirmed: Acknowledged[] = [];
    beforeAll(async () => {
      house = await openDistributed(program ?? '');
    }, LIMIT);
    afterAll(() => house?.close(), 30_000);

    async function underLoad(seed: number, trouble: (random: () => number) => Promise<void>) {
      const random = seeded(seed);
      const load = new Load(random);
      const began = Date.now();
      load.start(await crewsOf(house.nexus.graph, house.tenants));
      await trouble(random);
      await sleep(Math.max(1_000, SECONDS * 1_000 - (Date.now() - began)));
      await load.stop();
      confirmed.push(...load.acknowledged);
      await expectNothingLostOrDoubled(house.stage, confirmed);
      expect(house.nexus.child.exitCode).toBeNull();
      expect(load.acknowledged.length).toBeGreaterThan(20);
      expect([...load.failures.keys()]).not.toEqual([]);
    }

    it.each(SEEDS)(
      'processes that are killed start again, and nothing is lost or doubled (seed %i)',
      async (seed) => {
        await underLoad(seed, async (random) => {
          for (const command of ['subgraph projects', 'worker', 'subgraph billing']) {
            await sleep(500 + random() * SECONDS * 100);
            process.kill(processOf(house.nexus.child.pid, command), 'SIGKILL');
          }
        });
      },
      LIMIT,
    );

    it.each(SEEDS)(
      'a database that ends all connections is found again, and nothing is lost or doubled (seed %i)',
      async (seed) => {
        await underLoad(seed, async (random) => {
          for (let time = 0; time < 3; time++) {
            await sleep(500 + random() * SECONDS * 150);
            await house.stage.sql(
              `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
               WHERE datname = current_database() AND pid <> pg_backend_pid()`,
            );
          }
        });
      },
      LIMIT,
    );
  },
);
