import type { BucketAnswer, BucketRule } from './cache.types.js';

export interface BucketState {
  readonly tokens: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** One step of a token bucket; pure. An absent bucket is full. */
export function takeTokens(
  before: BucketState | undefined,
  { capacity, refillPerSecond, cost = 1 }: BucketRule,
  now: number,
): { readonly state: BucketState; readonly answer: BucketAnswer } {
  const gained = before ? (Math.max(0, now - before.at) * refillPerSecond) / 1_000 : 0;
  const tokens = before ? Math.min(capacity, before.tokens + gained) : capacity;
  const allowed = tokens >= cost;
  const left = allowed ? tokens - cost : tokens;
  return {
    state: { tokens: left, at: now },
    answer: {
      allowed,
      remaining: Math.floor(left),
      retryAfterMs: allowed ? 0 : retryAfterMs({ capacity, refillPerSecond, cost }, tokens),
    },
  };
}

/** How long until the bucket holds the cost; Infinity where it never will. */
export function retryAfterMs(
  { capacity, refillPerSecond, cost = 1 }: BucketRule,
  tokens: number,
): number {
  if (cost > capacity || refillPerSecond <= 0) return Number.POSITIVE_INFINITY;
  return Math.ceil(((cost - tokens) / refillPerSecond) * 1_000);
}

/** After so long a bucket is full again, so that it need not be remembered. */
export function refillMs({ capacity, refillPerSecond }: BucketRule): number {
  if (refillPerSecond <= 0) return 24 * 3_600_000;
  return Math.ceil((capacity / refillPerSecond) * 1_000);
}
