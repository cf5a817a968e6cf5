import { type RedisScripting, redisScript } from '../support/redis-script.js';
import { within } from '../support/within.js';
import type { BucketStore } from './buckets.js';

export interface RedisBucketsOptions {
  /** Made and closed by the host. */
  readonly client: RedisScripting;
  /** Before each key; default `router:rate:`. */
  readonly prefix?: string;
  /** Milliseconds after which Redis counts as away; default 250. */
  readonly timeoutMs?: number;
}

/**
 * One step in Redis, by the clock of Redis: routers need not agree on the time. A bucket is forgotten once it would
 * be full again. Numbers travel as text, because Lua's would come back as integers.
 */
const take = redisScript(`
local capacity, rate, amount = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + tonumber(time[2]) / 1000
local bucket = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens, at = tonumber(bucket[1]) or capacity, tonumber(bucket[2]) or now
tokens = math.min(capacity, tokens + math.max(0, now - at) / 1000 * rate)
local granted = tokens >= amount
if granted then tokens = tokens - amount end
redis.call('HSET', KEYS[1], 'tokens', string.format('%.17g', tokens), 'at', string.format('%.17g', now))
redis.call('PEXPIRE', KEYS[1], math.ceil((capacity - tokens) / rate * 1000) + 1000)
return { granted and 1 or 0, string.format('%.17g', tokens) }
`);

/** Buckets shared by all routers that use this Redis. */
export function redisBuckets({
  client,
  prefix = 'router:rate:',
  timeoutMs = 250,
}: RedisBucketsOptions): BucketStore {
  const late = `Redis did not answer within ${timeoutMs} ms.`;
  return {
    async take(key, amount, { capacity, refillPerSecond }) {
      const parameters = [capacity, refillPerSecond, amount].map(String);
      const answer = await within(timeoutMs, take(client, [prefix + key], parameters), late);
      const [granted, tokens] = answer as [number, string];
      const remaining = Number(tokens);
      const missing = granted === 1 ? 0 : amount - remaining;
      const retryAfterMs = Math.ceil((missing / refillPerSecond) * 1000);
      return { granted: granted === 1, remaining, retryAfterMs };
    },
  };
}
