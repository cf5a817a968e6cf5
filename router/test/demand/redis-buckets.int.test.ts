import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import { redisBuckets } from '../../src/index.js';
import { hasRedis, startRedis, type TestRedis } from '../support/redis-server.js';
import { bucketContract } from './buckets.contract.js';

/** Milliseconds; a busy machine is no Redis that is away. */
const PATIENT = 30_000;

const size = { capacity: 10, refillPerSecond: 1_000 };

if (hasRedis) {
  bucketContract('Redis', async () => {
    const redis = await startRedis();
    return {
      store: redisBuckets({ client: redis.connect(), timeoutMs: PATIENT }),
      pass: (milliseconds) => sleep(milliseconds),
      stop: redis.stop,
    };
  });

  describe('buckets in Redis', () => {
    let redis: TestRedis;
    let client: Redis;
    beforeAll(async () => {
      redis = await startRedis();
      client = redis.connect();
    });
    afterAll(() => redis.stop());

    it('are shared by routers, and forgotten once they would be full', async () => {
      const stores = [
        redisBuckets({ client, timeoutMs: PATIENT }),
        redisBuckets({ client, timeoutMs: PATIENT }),
      ];
      const slow = { capacity: 2, refillPerSecond: 0.001 };
      const granted = [];
      for (const store of [...stores, ...stores]) {
        granted.push((await store.take('shared', 1, slow)).granted);
      }
      expect(granted).toEqual([true, true, false, false]);
      const [key = ''] = await client.keys('*');
      expect(key).toBe('router:rate:shared');
      expect(await client.pttl(key)).toBeGreaterThan(0);
      expect(await client.pttl(key)).toBeLessThanOrEqual(2_001_000);
    });

    it('survive a Redis that has forgotten its scripts', async () => {
      const store = redisBuckets({ client, prefix: 'flushed:', timeoutMs: PATIENT });
      await store.take('a', 1, size);
      await client.script('FLUSH');
      expect((await store.take('a', 1, size)).granted).toBe(true);
    });

    it('do not wait for a Redis that does not answer', async () => {
      const never = () => new Promise<never>(() => {});
      const store = redisBuckets({ client: { eval: never, evalsha: never }, timeoutMs: 10 });
      await expect(store.take('a', 1, size)).rejects.toThrow('within 10 ms');
    });

    it('tell of other failures', async () => {
      const fail = async () => Promise.reject(new TypeError('READONLY'));
      const store = redisBuckets({ client: { eval: fail, evalsha: fail } });
      await expect(store.take('a', 1, size)).rejects.toThrow('READONLY');
    });
  });
} else {
  describe.skip('buckets in Redis', () => {
    it('need a redis-server', () => {});
  });
}
