import { within } from '../support/within.js';
import { hashOf } from './hash.js';
import { type MemoryOperationsOptions, memoryOperations } from './memory-store.js';
import type { OperationStore } from './operation-store.types.js';

/** What is used of a Redis client; `ioredis` has this shape. */
export interface RedisTexts {
  get(key: string): Promise<string | null>;
  set(key: string, text: string, unit: 'PX', milliseconds: number): Promise<unknown>;
}

export interface RedisOperationsOptions {
  /** Made and closed by the host. */
  readonly client: RedisTexts;
  /** Milliseconds for which a text is kept after it was last registered; default one day. */
  readonly ttlMs?: number;
  /** Before each key; default `router:operation:`. */
  readonly prefix?: string;
  /** Milliseconds after which Redis counts as away; default 250. */
  readonly timeoutMs?: number;
  /** What this process keeps in front of Redis; a text never goes stale, because its hash is its name. */
  readonly memory?: MemoryOperationsOptions;
}

const DAY = 24 * 60 * 60 * 1000;

/** Texts shared by all routers that use this Redis. */
export function redisOperations({
  client,
  ttlMs = DAY,
  prefix = 'router:operation:',
  timeoutMs = 250,
  memory,
}: RedisOperationsOptions): OperationStore {
  const near = memoryOperations(memory);
  const late = `Redis did not answer within ${timeoutMs} ms.`;
  return {
    async get(hash) {
      const known = await near.get(hash);
      if (known !== undefined) return known;
      const text = await within(timeoutMs, client.get(prefix + hash), late);
      // Others may write to this Redis: a text under a name that is not its hash is not what the client asked for.
      if (text === null || hashOf(text) !== hash) return undefined;
      await near.set(hash, text);
      return text;
    },
    async set(hash, text) {
      await near.set(hash, text);
      await within(timeoutMs, client.set(prefix + hash, text, 'PX', ttlMs), late);
    },
    close: () => near.close(),
  };
}
