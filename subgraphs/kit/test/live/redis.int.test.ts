import { describe, expect, it } from '@jest/globals';
import { type LiveOptions, redisLive } from '../../src/live/index.js';
import { eventually } from '../support/eventually.js';
import { hasRedis, startRedis } from '../support/redis-server.js';
import { carrierContract } from './carrier.contract.js';
import { liveContract } from './live.contract.js';

if (hasRedis) {
  const start = async () => {
    const redis = await startRedis();
    return {
      open: async (options?: LiveOptions) => redisLive({ url: redis.url, ...options }),
      restart: () => redis.restart(),
      goAway: () => redis.kill(),
      comeBack: () => redis.start(),
      stop: () => redis.stop(),
    };
  };
  liveContract('Redis', start);
  carrierContract('Redis', start);

  describe('live messages over Redis', () => {
    it('says that messages may have been missed while Redis was away', async () => {
      const redis = await startRedis();
      const live = redisLive({ url: redis.url });
      try {
        let gaps = 0;
        live.onGap(() => gaps++);
        await live.subscribe('session.revoked', () => {});
        expect(gaps).toBe(0);
        await redis.restart();
        await eventually('the gap is told', () => gaps === 1);
      } finally {
        await live.close();
        await redis.stop();
      }
    });
  });
} else {
  describe.skip('live messages over Redis', () => {
    it('needs a redis-server', () => {});
  });
}
