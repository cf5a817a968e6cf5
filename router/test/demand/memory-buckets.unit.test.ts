import { describe, expect, it } from '@jest/globals';
import { memoryBuckets } from '../../src/index.js';
import { bucketContract } from './buckets.contract.js';

bucketContract('memory', async () => {
  let time = 0;
  return {
    store: memoryBuckets({ now: () => time }),
    pass: async (milliseconds) => {
      time += milliseconds;
    },
    stop: async () => {},
  };
});

describe('buckets in memory', () => {
  it('remember the clients that were heard of last', async () => {
    const store = memoryBuckets({ clients: 2, now: () => 0 });
    const size = { capacity: 1, refillPerSecond: 1 };
    const take = async (key: string) => (await store.take(key, 1, size)).granted;
    expect([await take('a'), await take('b'), await take('a')]).toEqual([true, true, false]);
    expect(await take('c')).toBe(true);
    expect([await take('a'), await take('b')]).toEqual([false, true]);
  });
});
