import { GraphQLError } from 'graphql';
import type { OperationEvent, Refusal, RouterPlugin } from '../plugin.js';
import type { BucketSize, BucketStore, Withdrawal } from './buckets.js';
import { tooExpensive } from './demand-control.js';
import { memoryBuckets } from './memory-buckets.js';

export interface RateLimitsOptions<P = unknown> extends BucketSize {
  /** Default: a memory of this process. Several routers share `redisBuckets`. */
  readonly store?: BucketStore;
  /** What an operation takes, at least 1; default 1. `demandControl(…).estimate` makes it the estimated cost. */
  readonly cost?: (operation: OperationEvent<P>) => number;
  /** Who shares a bucket; `undefined`: nobody counts this operation. Default {@link clientKey}. */
  readonly key?: (operation: OperationEvent<P>) => string | undefined;
  /** While the store cannot be reached: `allow` (default), or `refuse` with 503. */
  readonly whenUnavailable?: 'allow' | 'refuse';
  /** Told why the store could not be reached. */
  readonly onUnavailable?: (error: unknown) => void;
}

/**
 * Limits what one client may ask over time: each has a token bucket, and who has spent it is refused with
 * `RATE_LIMITED` and how long to wait (`extensions.retryAfterMs`; over HTTP 429 and `Retry-After`).
 * @throws RangeError when `capacity` is below 1 or `refillPerSecond` is not above 0
 */
export function rateLimits<P = unknown>(options: RateLimitsOptions<P>): RouterPlugin<P> {
  const { capacity, refillPerSecond, whenUnavailable = 'allow', onUnavailable } = options;
  const { store = memoryBuckets(), cost = () => 1, key = clientKey } = options;
  if (!(capacity >= 1) || !(refillPerSecond > 0)) {
    throw new RangeError('A bucket holds at least 1, and is refilled by more than 0 per second.');
  }
  return {
    name: 'rate-limits',
    async onOperation(event): Promise<Refusal | undefined> {
      const client = key(event);
      if (client === undefined) return undefined;
      const amount = Math.max(1, cost(event));
      // Waiting would not help: the bucket never holds as much.
      if (amount > capacity) return { errors: [tooExpensive(amount, capacity)], status: 400 };
      let withdrawal: Withdrawal;
      try {
        withdrawal = await store.take(client, amount, { capacity, refillPerSecond });
      } catch (error) {
        onUnavailable?.(error);
        return whenUnavailable === 'allow' ? undefined : unavailable();
      }
      return withdrawal.granted ? undefined : limited(withdrawal);
    },
  };
}

/**
 * The principal where it is a text or has an `id` or `sub`; else the attribute `ip`; else all are one. The host's own
 * operations are not counted.
 */
export function clientKey({ caller, transport }: OperationEvent): string | undefined {
  if (transport === 'local') return undefined;
  const { principal, attributes } = caller;
  const name = typeof principal === 'object' ? nameOf(principal) : principal;
  if (typeof name === 'string' || typeof name === 'number') return `principal:${name}`;
  return typeof attributes.ip === 'string' ? `ip:${attributes.ip}` : 'anybody';
}

function nameOf(principal: object | null): unknown {
  const { id, sub } = { ...(principal as { id?: unknown; sub?: unknown } | null) };
  return id ?? sub;
}

function limited({ retryAfterMs }: Withdrawal): Refusal {
  const error = new GraphQLError('Too much was asked in too short a time. Wait, then ask again.', {
    extensions: { code: 'RATE_LIMITED', retryAfterMs },
  });
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
  return { errors: [error], status: 429, headers: { 'retry-after': String(seconds) } };
}

function unavailable(): Refusal {
  const error = new GraphQLError('The rate limit cannot be looked up now. Ask again soon.', {
    extensions: { code: 'RATE_LIMIT_UNAVAILABLE', retryAfterMs: 1000 },
  });
  return { errors: [error], status: 503, headers: { 'retry-after': '1' } };
}
