import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postgresJobs } from '../../src/jobs/index.js';
import { type LiveOptions, postgresLive } from '../../src/live/index.js';
import { type QueueDatabase, startQueueDatabase } from '../support/queue-database.js';
import { carrierContract } from './carrier.contract.js';
import { liveContract } from './live.contract.js';

async function start() {
  const database = await startQueueDatabase();
  return {
    open: async (options?: LiveOptions) =>
      postgresLive({
        connection: database.hub((error) => options?.onError?.(error)),
        ...options,
      }),
    restart: () => database.restart(),
    goAway: () => database.goAway(),
    comeBack: () => database.comeBack(),
    stop: () => database.stop(),
  };
}

liveContract('PostgreSQL', start);
carrierContract('PostgreSQL', start);

describe('jobs and live messages of one process', () => {
  let database: QueueDatabase;
  beforeAll(async () => {
    database = await startQueueDatabase();
  });
  afterAll(() => database.stop());

  it('hold at most five connections, however many kinds of job there are', async () => {
    const hub = database.hub();
    const jobs = postgresJobs({ connection: hub });
    const live = postgresLive({ connection: hub });
    const done = new Set<string>();
    const kinds = Array.from({ length: 25 }, (_, i) => `test.kind-${i}`);
    for (const name of kinds) {
      jobs.define({
        name,
        concurrency: 4,
        handler: async (_payload, { jobId }) => {
          done.add(jobId);
        },
      });
    }
    await jobs.start();
    let woken = 0;
    await live.subscribe('wake.log', () => {
      woken++;
    });
    await Promise.all(
      kinds.flatMap((name) => [
        jobs.enqueue(name, {}, { jobId: name }),
        live.publish('wake.log', { position: '1' }),
      ]),
    );
    const deadline = Date.now() + 30_000;
    let most = 0;
    while ((done.size < kinds.length || woken < kinds.length) && Date.now() < deadline) {
      most = Math.max(most, await database.sessions());
    }
    expect(done.size).toBe(kinds.length);
    expect(woken).toBe(kinds.length);
    expect(most).toBeLessThanOrEqual(5);
    await live.close();
    await jobs.close();
  });
});
