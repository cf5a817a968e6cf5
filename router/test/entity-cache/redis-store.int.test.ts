import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import { redisStore } from '../../src/entity-cache/redis-store.js';
import { hasRedis, startRedis, type TestRedis } from '../support/redis-server.js';
import { entityStoreContract } from './entity-store.contract.js';

if (hasRedis) {
  entityStoreContract('Redis', async () => {
    const redis = await startRedis();
    return {
      store: redisStore({ client: redis.connect(), timeoutMs: 5_000 }),
      pass: (milliseconds) => sleep(milliseconds),
      stop: redis.stop,
    };
  });

  describe('entities in one Redis', () => {
    let redis: TestRedis;
    let client: Redis;
    beforeAll(async () => {
      redis = await startRedis();
      client = redis.connect();
    });

    const wanted = [{ key: 'a', tags: ['t', 'u'] }];
    const keep = async (store: ReturnType<typeof redisStore>, value: string) => {
      const [found] = await store.read(wanted);
      const stamp = found?.stamp ?? '';
      const entry = { key: 'a', value, tags: ['t', 'u'], toldTags: ['told'], stamp };
      await store.write([{ ...entry, ttlMs: 60_000 }]);
    };

    it('are shared by routers, and what one invalidates is gone for all', async () => {
      const one = redisStore({ client, timeoutMs: 5_000 });
      const other = redisStore({ client, timeoutMs: 5_000 });
      for (const tag of ['t', 'told']) {
        await keep(one, 'A');
        expect((await other.read(wanted))[0]?.value).toBe('A');
        await other.invalidate([tag]);
        expect((await one.read(wanted))[0]?.value).toBeUndefined();
      }
    });

    it('do not come back when Redis forgets their tags', async () => {
      const store = redisStore({ client, timeoutMs: 5_000 });
      for (const tag of ['t', 'u', 'told']) {
        await keep(store, 'A');
        await client.del(`{router:entities}:tag:${tag}`);
        expect((await store.read(wanted))[0]?.value).toBeUndefined();
      }
    });

    it('leave nothing behind that lasts', async () => {
      await keep(redisStore({ client, timeoutMs: 5_000 }), 'A');
      const left = await Promise.all((await client.keys('*')).map((key) => client.pttl(key)));
      expect(left.length).toBeGreaterThan(3);
      for (const milliseconds of left) expect(milliseconds).toBeGreaterThan(0);
    });

    it('are not kept where one is too long', async () => {
      const store = redisStore({ client, timeoutMs: 5_000, maxCharacters: 3, prefix: 'short:' });
      await keep(store, 'long');
      expect((await store.read(wanted))[0]?.value).toBeUndefined();
      await keep(store, 'ok');
      expect((await store.read(wanted))[0]?.value).toBe('ok');
    });

    it('cannot be had while Redis is away, and nobody waits for it twice', async () => {
      await redis.stop();
      const asked: string[] = [];
      const never = async (sha: string) => {
        asked.push(sha);
        return new Promise<never>(() => undefined);
      };
      const away = redisStore({ client: { eval: never, evalsha: never }, timeoutMs: 20 });
      await expect(away.read(wanted)).rejects.toThrow('Redis did not answer within 20 ms.');
      await expect(away.read(wanted)).rejects.toThrow('Redis was away a moment ago.');
      expect(asked).toHaveLength(1);
      await expect(away.invalidate(['t'])).rejects.toThrow('Redis did not answer within 20 ms.');
      const closed = redisStore({ client, timeoutMs: 5_000 });
      await expect(closed.read(wanted)).rejects.toBeInstanceOf(Error);
    });
  });
} else {
  describe.skip('entities in Redis', () => {
    it('needs a redis-server', () => {});
  });
}
