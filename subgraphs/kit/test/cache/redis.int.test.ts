import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { redisCache } from '../../src/cache/index.js';
import { eventually } from '../support/eventually.js';
import { hasRedis, startRedis } from '../support/redis-server.js';
import { cacheContract } from './cache.contract.js';

if (hasRedis) {
  cacheContract('Redis', async () => {
    const redis = await startRedis();
    const [cache, other] = [redisCache({ url: redis.url }), redisCache({ url: redis.url })];
    return {
      cache,
      other,
      pass: (ms) => sleep(ms),
      async stop() {
        await Promise.all([cache.close(), other.close()]);
        await redis.stop();
      },
    };
  });

  describe('cache in Redis', () => {
    it('fails soon while Redis is away, and works again after', async () => {
      const redis = await startRedis();
      const errors: Error[] = [];
      const cache = redisCache({ url: redis.url, onError: (error) => errors.push(error) });
      try {
        await cache.set('kept', 1, 60_000);
        const back = redis.restart(1_500);
        await sleep(200);
        await expect(cache.get('kept')).rejects.toBeInstanceOf(Error);
        await back;
        await eventually('it answers', () =>
          cache.get('kept').then(
            (value) => value === 1,
            () => false,
          ),
        );
        expect(errors.length).toBeGreaterThan(0);
      } finally {
        await cache.close();
        await redis.stop();
      }
    });
  });
} else {
  describe.skip('cache in Redis', () => {
    it('needs a redis-server', () => {});
  });
}
