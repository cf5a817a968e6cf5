import { type Jobs, openPostgresHub, postgresJobs, redisJobs } from '@nexus/kit/jobs';
import { type Live, memoryLive, redisLive } from '@nexus/kit/live';
import type { Foundation } from './foundation.js';

/** What carries work and wakes between processes, as the environment decides. */
export interface Carriers {
  readonly live: Live;
  readonly jobs: Jobs;
  close(): Promise<void>;
}

/** Redis where REDIS_URL names one; else jobs live in PostgreSQL, and one process needs no carrier for wakes. */
export function openCarriers({ environment, urls, logger }: Foundation): Carriers {
  const onError = (error: Error) => logger.warn({ err: error }, 'jobs or live messages stumbled');
  if (environment.redisUrl) {
    const url = environment.redisUrl;
    const [live, jobs] = [redisLive({ url, onError }), redisJobs({ url, onError })];
    return {
      live,
      jobs,
      async close() {
        await jobs.close();
        await live.close();
      },
    };
  }
  const hub = openPostgresHub({ connectionString: urls.app, onError });
  const [live, jobs] = [memoryLive({ onError }), postgresJobs({ connection: hub, onError })];
  return {
    live,
    jobs,
    async close() {
      await jobs.close();
      await live.close();
      await hub.close();
    },
  };
}
