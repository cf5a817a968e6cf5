import type { Clock } from '../domain/index.js';
import { type BucketState, refillMs, takeTokens } from './bucket.js';
import type { BucketAnswer, BucketRule, Cache, CacheValue } from './cache.types.js';
import { ExpiringMap } from './expiring-map.js';

export interface MemoryCacheOptions {
  readonly clock: Clock;
  /** Values, and again as many counters and buckets, that are remembered at most; default 50,000. */
  readonly maxEntries?: number;
}

/** A cache within one process. What was used longest ago is forgotten first. */
export function memoryCache({ clock, maxEntries = 50_000 }: MemoryCacheOptions): Cache {
  return new MemoryCache(clock, maxEntries);
}

class MemoryCache implements Cache {
  readonly #values: ExpiringMap<string>;
  // Kept apart, so that a flood of values resets no limit.
  readonly #counts: ExpiringMap<number>;
  readonly #buckets: ExpiringMap<BucketState>;

  constructor(
    private readonly clock: Clock,
    maxEntries: number,
  ) {
    this.#values = new ExpiringMap(maxEntries);
    this.#counts = new ExpiringMap(maxEntries);
    this.#buckets = new ExpiringMap(maxEntries);
  }

  async get<Value extends CacheValue>(key: string): Promise<Value | undefined> {
    const text = this.#values.get(key, this.#now());
    return text === undefined ? undefined : (JSON.parse(text) as Value);
  }

  async set(key: string, value: CacheValue, ttlMs: number): Promise<void> {
    const now = this.#now();
    this.#values.set(key, JSON.stringify(value), now + ttlMs, now);
  }

  async delete(key: string): Promise<void> {
    this.#values.delete(key);
    this.#counts.delete(key);
  }

  async take(bucketKey: string, rule: BucketRule): Promise<BucketAnswer> {
    const now = this.#now();
    const { state, answer } = takeTokens(this.#buckets.get(bucketKey, now), rule, now);
    this.#buckets.set(bucketKey, state, now + refillMs(rule), now);
    return answer;
  }

  async incr(key: string, ttlMs: number): Promise<number> {
    const now = this.#now();
    const before = this.#counts.get(key, now);
    const until = before === undefined ? now + ttlMs : (this.#counts.until(key) ?? now + ttlMs);
    const count = (before ?? 0) + 1;
    this.#counts.set(key, count, until, now);
    return count;
  }

  async close(): Promise<void> {
    this.#values.clear();
    this.#counts.clear();
    this.#buckets.clear();
  }

  #now(): number {
    return this.clock.now().getTime();
  }
}
