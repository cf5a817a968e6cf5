import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Cache } from '../../src/cache/index.js';

export interface CacheHarness {
  readonly cache: Cache;
  /** The same store from another process; the same object where there is but one. */
  readonly other: Cache;
  /** Lets so much time pass. */
  pass(ms: number): Promise<void>;
  stop(): Promise<void>;
}

/** What every adapter of the cache keeps to. */
export function cacheContract(adapter: string, start: () => Promise<CacheHarness>): void {
  describe(`cache in ${adapter}`, () => {
    let harness: CacheHarness;
    let cache: Cache;
    let other: Cache;
    let serial = 0;
    const fresh = () => `key with spaces and:colons ${++serial}`;

    beforeAll(async () => {
      harness = await start();
      ({ cache, other } = harness);
    });
    afterAll(() => harness?.stop());

    it('gives back what was set, a copy, whoever asks', async () => {
      const key = fresh();
      const value = { roles: ['admin', null], at: 1.5, ok: true };
      await cache.set(key, value, 60_000);
      value.roles.push('later');
      expect(await other.get(key)).toEqual({ roles: ['admin', null], at: 1.5, ok: true });
      expect(await cache.get(fresh())).toBeUndefined();
      await cache.set(key, null, 60_000);
      expect(await other.get(key)).toBeNull();
    });

    it('forgets a value when its time is over or it is deleted', async () => {
      const [short, long, gone] = [fresh(), fresh(), fresh()];
      await cache.set(short, 'short', 60);
      await cache.set(long, 'long', 60_000);
      await cache.set(gone, 'gone', 60_000);
      await other.delete(gone);
      await other.delete('never there');
      await harness.pass(100);
      expect(await cache.get(short)).toBeUndefined();
      expect(await cache.get(long)).toBe('long');
      expect(await cache.get(gone)).toBeUndefined();
    });

    it('counts within a window that begins with the first count', async () => {
      const key = fresh();
      expect(await cache.incr(key, 300)).toBe(1);
      expect(await other.incr(key, 300)).toBe(2);
      await harness.pass(200);
      expect(await cache.incr(key, 300)).toBe(3);
      await harness.pass(150);
      expect(await cache.incr(key, 300)).toBe(1);
      await cache.delete(key);
      expect(await cache.incr(key, 300)).toBe(1);
    });

    it('keeps values, counters and buckets of one key apart', async () => {
      const key = fresh();
      await cache.set(key, 'value', 60_000);
      await cache.incr(key, 60_000);
      await cache.take(key, { capacity: 5, refillPerSecond: 0.01 });
      expect(await cache.get(key)).toBe('value');
      expect(await cache.incr(key, 60_000)).toBe(2);
    });

    it('lets through what the bucket holds, refuses the rest whole, and says when to come again', async () => {
      const key = fresh();
      const rule = { capacity: 10, refillPerSecond: 10, cost: 4 };
      expect(await cache.take(key, rule)).toEqual({ allowed: true, remaining: 6, retryAfterMs: 0 });
      expect(await other.take(key, rule)).toMatchObject({ allowed: true, remaining: 2 });
      const refused = await cache.take(key, rule);
      expect(refused).toMatchObject({ allowed: false, remaining: 2 });
      expect(refused.retryAfterMs).toBeGreaterThan(100);
      expect(refused.retryAfterMs).toBeLessThanOrEqual(200);
      await harness.pass(refused.retryAfterMs);
      expect(await cache.take(key, rule)).toMatchObject({ allowed: true });
      await harness.pass(1_500);
      expect(await cache.take(key, { ...rule, cost: 0 })).toEqual({
        allowed: true,
        remaining: 10,
        retryAfterMs: 0,
      });
      expect(await cache.take(key, { ...rule, cost: 11 })).toEqual({
        allowed: false,
        remaining: 10,
        retryAfterMs: Number.POSITIVE_INFINITY,
      });
    });

    it('refills no bucket beyond its rate, however often it is asked', async () => {
      const key = fresh();
      const rule = { capacity: 3, refillPerSecond: 2 };
      for (let i = 0; i < 3; i++) expect((await cache.take(key, rule)).allowed).toBe(true);
      for (let i = 0; i < 4; i++) {
        expect((await cache.take(key, rule)).allowed).toBe(false);
        await harness.pass(50);
      }
      await harness.pass(400);
      expect((await cache.take(key, rule)).allowed).toBe(true);
      expect((await cache.take(key, rule)).allowed).toBe(false);
    });

    it('lets exactly the capacity through when fifty ask at once', async () => {
      const key = fresh();
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, i) =>
          (i % 2 ? cache : other).take(key, { capacity: 7, refillPerSecond: 0.001 }),
        ),
      );
      expect(answers.filter(({ allowed }) => allowed)).toHaveLength(7);
      expect(
        new Set(await Promise.all(Array.from({ length: 20 }, () => cache.incr(key, 60_000)))).size,
      ).toBe(20);
    });
  });
}
