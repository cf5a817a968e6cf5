import { afterEach, describe, expect, it } from '@jest/globals';
import { createRouter, memoryStore } from '../../src/index.js';
import { post } from '../../test/support/client.js';
import { type Bookshop, type ShopConfig, startBookshop, supergraph } from './bookshop.js';

let shop: Bookshop | undefined;
afterEach(() => shop?.close());

const start = async (config: Partial<ShopConfig> = {}): Promise<Bookshop> => {
  const entityCache = { store: memoryStore(), subgraphs: { prices: { shared: true } } };
  shop = await startBookshop({ entityCache, ...config });
  return shop;
};

const query = 'query($ids:[ID!]!){books(ids:$ids){id price}}';
const priced = async ({ url }: Bookshop, ids: readonly string[]) =>
  (await post(url, { query, variables: { ids } })).body;
const books = (prices: Readonly<Record<string, number | null>>) => ({
  data: { books: Object.entries(prices).map(([id, price]) => ({ id, price })) },
});

describe('entities that another request had', () => {
  it('are not asked for again, only those that are missing', async () => {
    const { received } = await start();
    expect(await priced(shop as Bookshop, ['1', '2'])).toEqual(books({ 1: 10, 2: 20 }));
    expect(await priced(shop as Bookshop, ['1', '2', '3'])).toEqual(books({ 1: 10, 2: 20, 3: 30 }));
    expect(await priced(shop as Bookshop, ['2', '1'])).toEqual({
      data: {
        books: [
          { id: '2', price: 20 },
          { id: '1', price: 10 },
        ],
      },
    });
    expect(received.map(({ ids }) => ids)).toEqual([['1', '2'], ['3']]);
  });

  it('serve other operations that ask the same of them', async () => {
    const { url, received } = await start();
    await priced(shop as Bookshop, ['1']);
    const other = await post(url, { query: 'query Other{first:books(ids:["1"]){title price}}' });
    expect(other.body).toEqual({ data: { first: [{ title: 'Book 1', price: 10 }] } });
    expect(received).toHaveLength(1);
  });

  it('are counted', async () => {
    const { router } = await start();
    await priced(shop as Bookshop, ['1', '2']);
    await priced(shop as Bookshop, ['1', '2', '3']);
    const metrics = await router.metrics.getSingleMetricAsString('router_entity_cache_total');
    expect(metrics).toContain('{subgraph="prices",type="Book",outcome="miss"} 3');
    expect(metrics).toContain('{subgraph="prices",type="Book",outcome="hit"} 2');
  });

  it('are answered though the subgraph is broken, as far as they go', async () => {
    const { says, received } = await start();
    await priced(shop as Bookshop, ['1']);
    Object.assign(says.headers, { 'content-type': 'text/html' });
    expect(await priced(shop as Bookshop, ['1'])).toEqual(books({ 1: 10 }));
    const { data, errors } = await priced(shop as Bookshop, ['2', '1']);
    expect(data).toEqual({
      books: [
        { id: '2', price: null },
        { id: '1', price: 10 },
      ],
    });
    expect(errors).toEqual([
      expect.objectContaining({
        path: ['books', 0],
        extensions: expect.objectContaining({ code: 'SUBGRAPH_UNAVAILABLE' }),
      }),
    ]);
    expect(received).toHaveLength(2);
  });
});

it('root fields are kept, too', async () => {
  const { url, received } = await start();
  const cheapest = { query: '{cheapest{id price}}' };
  for (let turn = 0; turn < 3; turn++) {
    expect((await post(url, cheapest)).body).toEqual({
      data: { cheapest: { id: '1', price: 10 } },
    });
  }
  expect(received).toHaveLength(1);
});

it('a subgraph in this process is cached for the time that is configured', async () => {
  const entityCache = {
    store: memoryStore(),
    subgraphs: { catalog: { shared: true, ttlSeconds: 60 } },
  };
  const { url, router } = await start({ entityCache });
  const titled = { query: '{books(ids:["1"]){title}}' };
  for (let turn = 0; turn < 2; turn++) {
    expect((await post(url, titled)).body).toEqual({ data: { books: [{ title: 'Book 1' }] } });
  }
  const metrics = await router.metrics.getSingleMetricAsString('router_entity_cache_total');
  expect(metrics).toContain('{subgraph="catalog",type="Query",outcome="hit"} 1');
});

it('a mutation sees what it changed', async () => {
  const { url, received } = await start();
  await priced(shop as Bookshop, ['1']);
  const mutation = 'mutation{reprice(id:"1",price:11){id price}}';
  expect((await post(url, { query: mutation })).body).toEqual({
    data: { reprice: { id: '1', price: 11 } },
  });
  expect(received).toHaveLength(2);
});

it('a cache that could keep nothing is refused', async () => {
  const entityCache = { store: memoryStore(), subgraphs: { prices: {} } };
  const refused = createRouter({ supergraph: supergraph(), subgraphs: {}, entityCache });
  await expect(refused).rejects.toThrow('Entity cache of "prices": nothing could be kept.');
});
