export type CacheValue =
  | string
  | number
  | boolean
  | null
  | readonly CacheValue[]
  | { readonly [key: string]: CacheValue };

/** A bucket that holds `capacity` tokens when full and gains `refillPerSecond`. */
export interface BucketRule {
  readonly capacity: number;
  readonly refillPerSecond: number;
  /** Tokens asked for; default 1. 0 asks how many there are. */
  readonly cost?: number;
}

export interface BucketAnswer {
  readonly allowed: boolean;
  /** Whole tokens left. */
  readonly remaining: number;
  /** When to try again; 0 where it was allowed, Infinity where the cost exceeds the capacity. */
  readonly retryAfterMs: number;
}

/** Values that may be forgotten at any time, counters, and buckets for rate limits. Keys are free text. */
export interface Cache {
  /** The value, or undefined where there is none (any more). The caller vouches for the type. */
  get<Value extends CacheValue>(key: string): Promise<Value | undefined>;
  set(key: string, value: CacheValue, ttlMs: number): Promise<void>;
  delete(key: string): Promise<void>;
  /** Takes tokens out of a bucket, all or none, atomically across processes. A new bucket is full. */
  take(bucketKey: string, rule: BucketRule): Promise<BucketAnswer>;
  /** Counts up and returns the new count. The window of `ttlMs` begins with the first count. */
  incr(key: string, ttlMs: number): Promise<number>;
  close(): Promise<void>;
}
