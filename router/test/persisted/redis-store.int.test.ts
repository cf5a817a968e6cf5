import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import { hashOf } from '../../src/persisted/hash.js';
import { redisOperations } from '../../src/persisted/redis-store.js';
import { hasRedis, startRedis, type TestRedis } from '../support/redis-server.js';
import { operationStoreContract } from './operation-store.contract.js';

const TEXT = 'query Shared { me { id } }';
const KEY = `router:operation:${hashOf(TEXT)}`;

if (hasRedis) {
  operationStoreContract('Redis', async () => {
    const redis = await startRedis();
    return {
      store: redisOperations({ client: redis.connect(), memory: { entries: 0 } }),
      stop: redis.stop,
    };
  });

  describe('operations in Redis', () => {
    let redis: TestRedis;
    let client: Redis;
    beforeAll(async () => {
      redis = await startRedis();
      client = redis.connect();
    });

    it('are shared by routers, for a time', async () => {
      const one = redisOperations({ client, ttlMs: 60_000 });
      const other = redisOperations({ client });
      await one.set(hashOf(TEXT), TEXT);
      expect(await other.get(hashOf(TEXT))).toBe(TEXT);
      const left = await client.pttl(KEY);
      expect(left).toBeGreaterThan(30_000);
      expect(left).toBeLessThanOrEqual(60_000);
    });

    it('are not believed when another text stands under the hash', async () => {
      await client.set(KEY, 'mutation { deleteAll }');
      expect(await redisOperations({ client }).get(hashOf(TEXT))).toBeUndefined();
    });

    it('fail while Redis is away, but for what this process knows', async () => {
      const store = redisOperations({ client });
      await store.set(hashOf(TEXT), TEXT);
      await redis.stop();
      expect(await store.get(hashOf(TEXT))).toBe(TEXT);
      await expect(store.get(hashOf('{ other }'))).rejects.toBeInstanceOf(Error);
    });
  });
} else {
  describe.skip('operations in Redis', () => {
    it('needs a redis-server', () => {});
  });
}
