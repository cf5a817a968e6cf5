import { LruCache } from '../support/lru-cache.js';
import type { BucketStore } from './buckets.js';

interface Level {
  readonly tokens: number;
  readonly at: number;
}

export interface MemoryBucketsOptions {
  /** Clients remembered; who was not heard of for longest starts anew. Default 100,000. */
  readonly clients?: number;
  /** Milliseconds, never going back; default `performance.now`. */
  readonly now?: () => number;
}

/** Buckets of this process alone. */
export function memoryBuckets({
  clients = 100_000,
  now = () => performance.now(),
}: MemoryBucketsOptions = {}): BucketStore {
  const levels = new LruCache<string, Level>(clients);
  return {
    async take(key, amount, { capacity, refillPerSecond }) {
      const at = now();
      const before = levels.get(key) ?? { tokens: capacity, at };
      const refilled = before.tokens + ((at - before.at) / 1000) * refillPerSecond;
      const available = Math.min(capacity, refilled);
      const granted = available >= amount;
      const remaining = granted ? available - amount : available;
      levels.set(key, { tokens: remaining, at });
      const missing = granted ? 0 : amount - available;
      return { granted, remaining, retryAfterMs: Math.ceil((missing / refillPerSecond) * 1000) };
    },
  };
}
