import { afterEach, describe, expect, it } from '@jest/globals';
import { type EntityCacheConfig, memoryStore, type Router } from '../../src/index.js';
import { post, until } from '../../test/support/client.js';
import { type Bookshop, type ShopConfig, startBookshop } from './bookshop.js';

let shop: Bookshop | undefined;
afterEach(() => shop?.close());

const SECRET = 'a secret between the two of us';

const start = async (config: Partial<ShopConfig> = {}): Promise<Bookshop> => {
  const entityCache: EntityCacheConfig<string> = {
    store: memoryStore(),
    subgraphs: { prices: { shared: true } },
    invalidation: { path: '/invalidation', secret: SECRET },
  };
  shop = await startBookshop({ entityCache, ...config });
  return shop;
};

const query = '{books(ids:["1","2"]){price}}';
const pricesOf = async ({ url }: Pick<Bookshop, 'url'>): Promise<unknown[]> => {
  const { data } = (await post(url, { query })).body;
  const { books } = data ?? {};
  return (books as { price: number }[]).map(({ price }) => price);
};

describe('over HTTP', () => {
  const tell = ({ url }: Bookshop, body: unknown, authorization = `Bearer ${SECRET}`) =>
    post(new URL('/invalidation', url).href, body, { authorization });

  it('whoever has the secret may say what changed', async () => {
    const of = await start();
    expect(await pricesOf(of)).toEqual([10, 20]);
    of.prices.set('1', 11).set('2', 22);
    expect(await pricesOf(of)).toEqual([10, 20]);
    const { status, body } = await tell(of, [{ kind: 'entity', type: 'Book', key: { id: '1' } }]);
    expect([status, body]).toEqual([202, { count: 1 }]);
    expect(await pricesOf(of)).toEqual([11, 20]);
    await tell(of, [{ kind: 'type', subgraph: 'prices', type: 'Book' }]);
    expect(await pricesOf(of)).toEqual([11, 22]);
  });

  it('by the tags that the subgraph told', async () => {
    const of = await start();
    const apolloEntityCacheTags = [
      ['book-1', 'shelf-a'],
      ['book-2', 'shelf-a'],
    ];
    of.says = { ...of.says, extensions: { apolloEntityCacheTags } };
    await pricesOf(of);
    of.prices.set('1', 11).set('2', 22);
    of.says = { headers: of.says.headers };
    await tell(of, [{ kind: 'cache_tag', subgraphs: ['prices'], cache_tag: 'book-2' }]);
    expect(await pricesOf(of)).toEqual([10, 22]);
    await tell(of, [{ kind: 'cache_tag', subgraphs: ['prices'], cache_tag: 'shelf-a' }]);
    expect(await pricesOf(of)).toEqual([11, 22]);
  });

  it('and nobody else, nor anything else', async () => {
    const of = await start();
    await pricesOf(of);
    of.prices.set('1', 11);
    const all = [{ kind: 'subgraph', subgraph: 'prices' }];
    for (const wrong of ['', SECRET, `Bearer ${SECRET}x`, `bearer ${SECRET}`]) {
      const { status, body } = await tell(of, all, wrong);
      expect([status, body.errors?.[0]?.extensions?.code]).toEqual([401, 'UNAUTHENTICATED']);
      expect(JSON.stringify(body)).not.toContain(SECRET);
    }
    for (const wrong of [{}, [], [{ kind: 'everything' }], '{']) {
      expect((await tell(of, wrong)).status).toBe(400);
    }
    expect(await pricesOf(of)).toEqual([10, 20]);
  });

  it('is not offered unless it is configured', async () => {
    const of = await start({
      entityCache: { store: memoryStore(), subgraphs: { prices: { shared: true } } },
    });
    expect((await tell(of, [])).status).toBe(404);
  });
});

describe('by events', () => {
  it('a client that hears of a change and asks again sees it', async () => {
    let router: Router<string> | undefined;
    const forget = {
      name: 'forget what was repriced',
      onEvent: async ({ result }: { result: { data?: Record<string, unknown> | null } }) => {
        const { repriced } = result.data ?? {};
        const { id } = repriced as { id: string };
        await router?.entityCache?.invalidate({ type: 'Book', key: { id } });
        return undefined;
      },
    };
    const of = await start({ plugins: [forget] });
    router = of.router;
    await pricesOf(of);
    const events = router.subscribe({ query: 'subscription{repriced{id price}}' });
    const heard = events.next();
    await until(() => {
      of.reprice('2', 25);
      return of.received.length > 1;
    });
    // Events show what is, whatever is kept.
    expect((await heard).value).toEqual({ data: { repriced: { id: '2', price: 25 } } });
    expect(await pricesOf(of)).toEqual([10, 25]);
    await events.return?.();
  });

  it('the host follows for all', async () => {
    const of = await start();
    const stop = new AbortController();
    const events = of.router.subscribe({
      query: 'subscription{repriced{id}}',
      signal: stop.signal,
    });
    let forgotten = 0;
    const following = (async () => {
      for await (const { data } of events) {
        const { repriced } = data ?? {};
        const { id } = repriced as { id: string };
        await of.router.entityCache?.invalidate({ type: 'Book', key: { id } });
        forgotten++;
      }
    })();
    await pricesOf(of);
    await until(() => {
      of.reprice('1', 12);
      return forgotten > 0;
    });
    expect(await pricesOf(of)).toEqual([12, 20]);
    stop.abort();
    await following;
  });
});
