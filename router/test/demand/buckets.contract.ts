import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BucketStore } from '../../src/index.js';

export interface StoreUnderTest {
  store: BucketStore;
  /** Lets time pass for the store. */
  pass(milliseconds: number): Promise<void>;
  stop(): Promise<void>;
}

/** What every store of token buckets does. */
export function bucketContract(name: string, start: () => Promise<StoreUnderTest>): void {
  describe(`buckets: ${name}`, () => {
    let test: StoreUnderTest;
    beforeAll(async () => {
      test = await start();
    });
    afterAll(() => test?.stop());

    // Slow enough that what is refilled while a test runs does not count.
    const slow = { capacity: 10, refillPerSecond: 0.001 };
    const fast = { capacity: 10, refillPerSecond: 100 };

    it('are full at first, and give no more than they hold', async () => {
      const first = await test.store.take('full', 7, slow);
      expect(first).toMatchObject({ granted: true, retryAfterMs: 0 });
      expect(first.remaining).toBeCloseTo(3, 2);
      expect((await test.store.take('full', 3, slow)).granted).toBe(true);
      expect((await test.store.take('full', 1, slow)).granted).toBe(false);
    });

    it('say when as much will be there, and take nothing until then', async () => {
      await test.store.take('late', 8, slow);
      const refused = await test.store.take('late', 5, slow);
      expect(refused.granted).toBe(false);
      expect(refused.remaining).toBeCloseTo(2, 2);
      expect(refused.retryAfterMs / 1000).toBeCloseTo(3000, -2);
      expect((await test.store.take('late', 2, slow)).granted).toBe(true);
    });

    it('are refilled steadily, and never overflow', async () => {
      await test.store.take('refilled', 10, fast);
      await test.pass(150);
      const full = await test.store.take('refilled', 10, fast);
      expect(full.granted).toBe(true);
      expect(full.remaining).toBeGreaterThanOrEqual(0);
      expect(full.remaining).toBeLessThan(10);
    });

    it('are one per key', async () => {
      await test.store.take('mine', 10, slow);
      expect((await test.store.take('mine', 1, slow)).granted).toBe(false);
      expect((await test.store.take('yours', 10, slow)).granted).toBe(true);
    });

    it('grant fractions', async () => {
      expect((await test.store.take('fraction', 9.75, slow)).remaining).toBeCloseTo(0.25, 2);
      expect((await test.store.take('fraction', 0.5, slow)).granted).toBe(false);
    });

    it('give nothing twice to those who ask at once', async () => {
      const asked = Array.from({ length: 50 }, () => test.store.take('crowd', 1, slow));
      const granted = (await Promise.all(asked)).filter((withdrawal) => withdrawal.granted);
      expect(granted).toHaveLength(10);
    });
  });
}
