import { describe, it } from '@jest/globals';
import { redisJobs } from '../../src/jobs/index.js';
import { hasRedis, startRedis } from '../support/redis-server.js';
import { jobsContract } from './jobs.contract.js';

if (hasRedis) {
  jobsContract('Redis', async () => {
    const redis = await startRedis();
    return {
      open: async (options) => redisJobs({ url: redis.url, ...options }),
      restart: () => redis.restart(),
      goAway: () => redis.kill(),
      comeBack: () => redis.start(),
      stop: () => redis.stop(),
    };
  });
} else {
  describe.skip('jobs over Redis', () => {
    it('needs a redis-server', () => {});
  });
}
