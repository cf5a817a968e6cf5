import { describe, expect, it } from '@jest/globals';
import { memoryCache } from '../../src/cache/index.js';
import { ManualClock } from '../../src/domain/clock.js';
import { cacheContract } from './cache.contract.js';

cacheContract('memory', async () => {
  const clock = new ManualClock('2026-11-21T00:00:00Z');
  const cache = memoryCache({ clock });
  return { cache, other: cache, pass: async (ms) => clock.advance(ms), stop: () => cache.close() };
});

describe('cache in memory', () => {
  it('is bounded: what was used longest ago goes first, what has expired before that', async () => {
    const clock = new ManualClock('2026-11-21T00:00:00Z');
    const cache = memoryCache({ clock, maxEntries: 3 });
    for (const key of ['a', 'b', 'c']) await cache.set(key, key, 60_000);
    await cache.get('a');
    await cache.set('d', 'd', 1_000);
    expect(await Promise.all(['a', 'b', 'c', 'd'].map((key) => cache.get(key)))).toEqual([
      'a',
      undefined,
      'c',
      'd',
    ]);
    clock.advance(2_000);
    await cache.set('e', 'e', 60_000);
    expect(await Promise.all(['a', 'c', 'd', 'e'].map((key) => cache.get(key)))).toEqual([
      'a',
      'c',
      undefined,
      'e',
    ]);
  });

  it('resets no limit when a flood of values comes', async () => {
    const cache = memoryCache({ clock: new ManualClock('2026-11-21T00:00:00Z'), maxEntries: 10 });
    const rule = { capacity: 1, refillPerSecond: 0.001 };
    await cache.take('sign-in', rule);
    await cache.incr('failures', 60_000);
    for (let i = 0; i < 100; i++) await cache.set(`key ${i}`, i, 60_000);
    expect((await cache.take('sign-in', rule)).allowed).toBe(false);
    expect(await cache.incr('failures', 60_000)).toBe(2);
  });
});
