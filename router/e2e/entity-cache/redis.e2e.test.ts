import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { redisStore } from '../../src/index.js';
import { post } from '../../test/support/client.js';
import { hasRedis, startRedis, type TestRedis } from '../../test/support/redis-server.js';
import { type Bookshop, startBookshop } from './bookshop.js';

const suite = hasRedis ? describe : describe.skip;

suite('two routers before one Redis', () => {
  let redis: TestRedis;
  const shops: Bookshop[] = [];

  beforeAll(async () => {
    redis = await startRedis();
    for (let index = 0; index < 2; index++) {
      const store = redisStore({ client: redis.connect(), timeoutMs: 5_000 });
      const entityCache = { store, subgraphs: { prices: { shared: true } } };
      shops.push(await startBookshop({ entityCache }));
    }
  });
  afterAll(async () => {
    for (const shop of shops) await shop.close();
  });

  const prices = async (shop: Bookshop | undefined): Promise<unknown> => {
    const { body } = await post(shop?.url ?? '', { query: '{books(ids:["1","2"]){price}}' });
    const { books } = body.data ?? {};
    return (books as { price: number }[]).map(({ price }) => price);
  };

  it('share what either had, and forget together', async () => {
    const [one, other] = shops;
    expect(await prices(one)).toEqual([10, 20]);
    one?.prices.set('1', 11).set('2', 22);
    other?.prices.set('1', 11).set('2', 22);
    expect(await prices(other)).toEqual([10, 20]);
    expect(other?.received).toHaveLength(0);
    await other?.router.entityCache?.invalidate({ type: 'Book', key: { id: '2' } });
    expect(await prices(one)).toEqual([10, 22]);
    expect(await prices(other)).toEqual([10, 22]);
    expect(other?.received).toHaveLength(0);
  });

  it('go on without it, and say that an invalidation was not done', async () => {
    const [one] = shops;
    await redis.stop();
    one?.prices.set('1', 13);
    expect(await prices(one)).toEqual([13, 22]);
    expect(await prices(one)).toEqual([13, 22]);
    await expect(one?.router.entityCache?.invalidate({ type: 'Book' })).rejects.toBeInstanceOf(
      Error,
    );
    const failures = await one?.router.metrics.getSingleMetricAsString(
      'router_entity_cache_store_failures_total',
    );
    expect(failures).toMatch(/action="read"\} [1-9]/);
  });
});
