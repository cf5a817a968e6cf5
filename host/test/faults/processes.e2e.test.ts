import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Caller } from '../support/caller.js';
import { type Acknowledged, crewsOf, Load, seeded } from '../support/load.js';
import { type RunningNexus, runNexus, startUp } from '../support/nexus-process.js';
import { expectNothingLostOrDoubled } from '../support/reckoning.js';
import { ownStage, type Stage } from '../support/tenants.js';

/** In full: five runs of twenty seconds each; otherwise one, shorter. */
const full = process.env.NEXUS_TEST_FULL === '1';
const SEEDS = full ? [1, 2, 3, 4, 5] : [7];
const SECONDS = full ? 20 : 8;
const LIMIT = 120_000;

let stage: Stage;
let nexus: RunningNexus;
/** All that was ever confirmed on this stage. */
const confirmed: Acknowledged[] = [];

/** Puts load on the house while `trouble` goes on, and counts up afterwards. */
async function underLoad(seed: number, trouble: (random: () => number) => Promise<void>) {
  const random = seeded(seed);
  const load = new Load(random);
  const began = Date.now();
  load.start(await crewsOf(nexus.graph, stage.tenants));
  await trouble(random);
  await sleep(Math.max(1_000, SECONDS * 1_000 - (Date.now() - began)));
  await load.stop();
  confirmed.push(...load.acknowledged);
  await expectNothingLostOrDoubled(stage, confirmed);
  return load;
}

/** The process of the PostgreSQL that Nexus runs, by the file that it keeps. */
async function postmaster(): Promise<number> {
  const dataDir = stage.variables.NEXUS_DATA_DIR ?? '';
  const pointer = await readFile(join(dataDir, 'postgres.location'), 'utf8').catch(() => '');
  const cluster = pointer.trim() || join(dataDir, 'postgres');
  const [pid] = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
  return Number(pid);
}

beforeAll(async () => {
  stage = await ownStage();
  nexus = await startUp(stage.variables);
}, LIMIT);
afterAll(async () => {
  await nexus?.stop();
  await stage?.dispose();
}, LIMIT);

describe.each(SEEDS)('under load, seed %i', (seed) => {
  it(
    'a PostgreSQL that is killed comes back, and nothing is lost or doubled',
    async () => {
      const load = await underLoad(seed, async (random) => {
        for (let kill = 0; kill < 2; kill++) {
          await sleep(1_000 + random() * (SECONDS * 300));
          const pid = await postmaster();
          process.kill(pid, 'SIGKILL');
        }
      });
      expect(nexus.child.exitCode).toBeNull();
      expect([...load.failures.keys()]).not.toEqual([]);
      expect(load.slowestFailure).toBeLessThan(20_000);
      expect(load.acknowledged.length).toBeGreaterThan(20);
    },
    LIMIT,
  );

  it(
    'a Nexus that is killed starts again, and nothing is lost or doubled',
    async () => {
      const load = await underLoad(seed, async (random) => {
        await sleep(1_000 + random() * (SECONDS * 300));
        nexus.child.kill('SIGKILL');
        await nexus.ended;
        nexus = await startUp({ ...stage.variables, PORT: String(nexus.port) });
      });
      expect([...load.failures.keys()]).toContain('NETWORK_ERROR');
      expect(load.acknowledged.length).toBeGreaterThan(20);
    },
    LIMIT,
  );
});

describe('a second Nexus on the same data directory', () => {
  it('says that the first one runs, and ends', async () => {
    const second = runNexus(['up'], { ...stage.variables, PORT: '0' });
    expect(await second.ended).toEqual({ code: 1, signal: null });
    expect(second.said()).toContain(`Nexus already runs on ${stage.variables.NEXUS_DATA_DIR}`);
    expect(second.said()).toContain(`process ${nexus.child.pid}`);
    expect(second.said()).not.toMatch(/^\s+at /m);
  });
});

describe('told to stop', () => {
  it(
    'under load, Nexus ends in order, and nothing is lost or doubled',
    async () => {
      await underLoad(11, async () => {
        await sleep(1_500);
        expect(await nexus.stop()).toEqual({ code: 0, signal: null });
        expect(nexus.said()).toContain('Stopped.');
        nexus = await startUp({ ...stage.variables, PORT: String(nexus.port) });
      });
    },
    LIMIT,
  );

  it(
    'answers the requests that are under way, and no others',
    async () => {
      // Answered at a fixed pace of 300 ms: all of them have come in when the signal comes, and few are answered.
      const running = Array.from({ length: 10 }, () =>
        Caller.anonymous(nexus.graph, { retry: { attempts: 1 } }).attempt(
          'passwordForgot',
          { email: 'nobody@north.example' },
          '__typename',
        ),
      );
      await sleep(280);
      const ended = nexus.stop();
      await sleep(50);
      const late = fetch(`${nexus.url}/ready`).then(
        ({ status }) => status,
        () => 'refused',
      );
      for (const outcome of await Promise.all(running))
        expect(outcome).toMatchObject({ refused: [], payload: { errors: [] } });
      expect(['refused', 503]).toContain(await late);
      expect(await ended).toEqual({ code: 0, signal: null });
    },
    LIMIT,
  );
});
