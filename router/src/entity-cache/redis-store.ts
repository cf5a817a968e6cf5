import { randomUUID } from 'node:crypto';
import type { RedisScripting } from '../support/redis-script.js';
import { within } from '../support/within.js';
import type { EntityStore } from './entity-store.types.js';
import { forgetTags, readEntries, writeEntries } from './redis-scripts.js';

export interface RedisStoreOptions {
  /** Made and closed by the host. */
  readonly client: RedisScripting;
  /**
   * Before each key; default `{router:entities}:`. What stands in braces keeps all keys in one slot of a Redis Cluster,
   * as scripts need it.
   */
  readonly prefix?: string;
  /** Milliseconds after which Redis counts as away; default 100. */
  readonly timeoutMs?: number;
  /** Milliseconds for which a Redis that was away is not asked again for entities; default 1,000. */
  readonly pauseMs?: number;
  /** Characters of one text at most; longer ones are not kept. Default 1 Mi. */
  readonly maxCharacters?: number;
}

/** How long a tag waits for the answer that makes use of it. */
const TAG_MS = 120_000;

/** Changes with each invalidation of a tag that comes only with answers. */
const GUARD = 'told';

/** Texts shared by all routers that use this Redis; what one invalidates is gone for all at once. */
export function redisStore({
  client,
  prefix = '{router:entities}:',
  timeoutMs = 100,
  pauseMs = 1_000,
  maxCharacters = 1024 * 1024,
}: RedisStoreOptions): EntityStore {
  const late = `Redis did not answer within ${timeoutMs} ms.`;
  const tagKey = (tag: string): string => `${prefix}tag:${tag}`;
  const entryKey = (key: string): string => `${prefix}entry:${key}`;
  let pausedUntil = 0;

  /** Leaves a Redis alone that was just seen away, so that not every request waits for it. */
  const patiently = async (work: () => Promise<unknown>): Promise<unknown> => {
    if (performance.now() < pausedUntil) throw new RangeError('Redis was away a moment ago.');
    try {
      return await within(timeoutMs, work(), late);
    } catch (error) {
      pausedUntil = performance.now() + pauseMs;
      throw error;
    }
  };

  return {
    async read(wanted) {
      const tags = [...new Set([GUARD, ...wanted.flatMap((each) => each.tags)])];
      const keys = [...wanted.map(({ key }) => entryKey(key)), ...tags.map(tagKey)];
      const parameters = [String(wanted.length), randomUUID(), String(TAG_MS)];
      const answer = await patiently(() => readEntries(client, keys, parameters));
      const values = answer as (string | null)[];
      const versions = new Map(
        tags.map((tag, index) => [tag, values[wanted.length + index] ?? '']),
      );
      return wanted.map((each, index) => ({
        value: values[index] ?? undefined,
        stamp: [GUARD, ...each.tags].map((tag) => versions.get(tag)).join('\n'),
      }));
    },
    async write(kept) {
      const entries = kept.filter(({ value }) => value.length <= maxCharacters);
      if (entries.length === 0) return;
      const keys = [tagKey(GUARD), ...entries.map(({ key }) => entryKey(key))];
      const parameters = entries.flatMap(({ ttlMs, value, stamp, tags, toldTags }) => {
        const [guard = '', ...versions] = stamp.split('\n');
        const known = tags.map((tag, index) => `${tagKey(tag)}\n${versions[index]}\n`).join('');
        const told = toldTags.map((tag) => `${tagKey(tag)}\n`).join('');
        return [String(Math.ceil(ttlMs)), value, guard, known, told];
      });
      await patiently(() => writeEntries(client, keys, [randomUUID(), ...parameters]));
    },
    async invalidate(tags) {
      const keys = [GUARD, ...tags].map(tagKey);
      await within(timeoutMs, forgetTags(client, keys, []), late);
    },
    async close() {},
  };
}
