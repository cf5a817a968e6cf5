import { afterEach, expect, it } from '@jest/globals';
import { memoryStore } from '../../src/index.js';
import { post } from '../../test/support/client.js';
import { type Bookshop, startBookshop, supergraph, typeDefs } from './bookshop.js';

let shop: Bookshop | undefined;
afterEach(() => shop?.close());

it('another schema of a subgraph begins anew, and others lose nothing', async () => {
  const entityCache = {
    store: memoryStore(),
    subgraphs: { prices: { shared: true }, catalog: { shared: true, ttlSeconds: 60 } },
  };
  shop = await startBookshop({ entityCache });
  const { url, router, received, prices } = shop;
  const priced = async () => (await post(url, { query: '{books(ids:["1"]){title price}}' })).body;
  const answer = (price: number) => ({ data: { books: [{ title: 'Book 1', price }] } });
  const catalogHits = async () => {
    const metrics = await router.metrics.getSingleMetricAsString('router_entity_cache_total');
    return /subgraph="catalog",type="Query",outcome="hit"\} (\d+)/.exec(metrics)?.[1];
  };
  expect(await priced()).toEqual(answer(10));
  expect(await priced()).toEqual(answer(10));

  const next = supergraph({ prices: typeDefs.prices.replace('price: Int', 'price: Float') });
  expect(await router.swapSupergraph(next)).toEqual({ ok: true });
  prices.set('1', 12);
  expect(await priced()).toEqual(answer(12));
  expect(received).toHaveLength(2);
  expect(await catalogHits()).toBe('2');

  expect(await router.swapSupergraph(supergraph())).toEqual({ ok: true });
  // What was kept of the former schema is good again, for as long as it said.
  expect(await priced()).toEqual(answer(10));
  expect(received).toHaveLength(2);
});
