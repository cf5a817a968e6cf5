import { expect, it } from '@jest/globals';
import { redisOperations } from '../../src/persisted/redis-store.js';

it('gives up on a Redis that never answers', async () => {
  const never = () => new Promise<never>(() => undefined);
  const store = redisOperations({ client: { get: never, set: never }, timeoutMs: 5 });
  await expect(store.get('a')).rejects.toThrow('Redis did not answer within 5 ms.');
  await expect(store.set('a', 'A')).rejects.toThrow(RangeError);
});
