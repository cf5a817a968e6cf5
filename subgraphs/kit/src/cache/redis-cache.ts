import { Redis, type Result } from 'ioredis';
import { refillMs, retryAfterMs } from './bucket.js';
import type { BucketAnswer, BucketRule, Cache, CacheValue } from './cache.types.js';

export interface RedisCacheOptions {
  readonly url: string;
  /** Told of lost connections; they are made again. */
  readonly onError?: (error: Error) => void;
}

const VALUES = 'nexus:cache:';
const COUNTS = 'nexus:count:';
const BUCKETS = 'nexus:bucket:';

// The server's own clock: processes need not agree about the time.
const TAKE = `
local capacity, refill, cost, ttl = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local bucket = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens = capacity
if bucket[1] then
  tokens = math.min(capacity, tonumber(bucket[1]) + math.max(0, now - tonumber(bucket[2])) * refill / 1000)
end
local allowed = 0
if tokens >= cost then
  allowed = 1
  tokens = tokens - cost
end
redis.call('HSET', KEYS[1], 'tokens', string.format('%.6f', tokens), 'at', string.format('%.3f', now))
redis.call('PEXPIRE', KEYS[1], ttl)
return { allowed, string.format('%.6f', tokens) }`;

const INCR = `
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return count`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    nexusTake(
      key: string,
      capacity: number,
      refillPerSecond: number,
      cost: number,
      ttlMs: number,
    ): Result<[allowed: 0 | 1, tokens: string], Context>;
    nexusIncr(key: string, ttlMs: number): Result<number, Context>;
  }
}

/** A cache shared by all processes. While Redis is away calls fail within a second or two. */
export function redisCache({ url, onError = () => {} }: RedisCacheOptions): Cache {
  const redis = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: 2,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
    scripts: {
      nexusTake: { numberOfKeys: 1, lua: TAKE },
      nexusIncr: { numberOfKeys: 1, lua: INCR },
    },
  });
  redis.on('error', onError);
  return new RedisCache(redis);
}

class RedisCache implements Cache {
  constructor(private readonly redis: Redis) {}

  async get<Value extends CacheValue>(key: string): Promise<Value | undefined> {
    const text = await this.redis.get(VALUES + key);
    return text === null ? undefined : (JSON.parse(text) as Value);
  }

  async set(key: string, value: CacheValue, ttlMs: number): Promise<void> {
    await this.redis.set(VALUES + key, JSON.stringify(value), 'PX', Math.max(1, Math.ceil(ttlMs)));
  }

  async delete(key: string): Promise<void> {
    await this.redis.del(VALUES + key, COUNTS + key);
  }

  async take(bucketKey: string, rule: BucketRule): Promise<BucketAnswer> {
    const { capacity, refillPerSecond, cost = 1 } = rule;
    const key = BUCKETS + bucketKey;
    const ttlMs = Math.max(1, refillMs(rule));
    const [allowed, text] = await this.redis.nexusTake(key, capacity, refillPerSecond, cost, ttlMs);
    const tokens = Number(text);
    return {
      allowed: allowed === 1,
      remaining: Math.floor(tokens),
      retryAfterMs: allowed === 1 ? 0 : retryAfterMs(rule, tokens),
    };
  }

  incr(key: string, ttlMs: number): Promise<number> {
    return this.redis.nexusIncr(COUNTS + key, Math.max(1, Math.ceil(ttlMs)));
  }

  async close(): Promise<void> {
    this.redis.disconnect();
  }
}
