import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type HttpTransportOptions, http, type Router } from '../../src/index.js';
import { until } from '../../test/support/client.js';
import { type ServedShop, serveShop } from '../../test/support/served-shop.js';
import { shopRouter } from '../../test/support/shop.js';
import { eventLog } from '../../test/support/shop-events.js';

let shop: ServedShop;
let router: Router<string>;
beforeAll(async () => {
  shop = await serveShop();
});
afterEach(() => router.close());
afterAll(() => shop.close());

async function start(options: Partial<HttpTransportOptions<string>> = {}): Promise<void> {
  const { url } = shop.subgraphs.reviews;
  router = await shopRouter({ subgraphs: { reviews: http<string>({ url, ...options }) } });
}

/** Three that cannot share a stream: each is another person's. */
async function subscribed() {
  const query = 'subscription { reviewAdded(upc: "p2") { node { body author { badge } } } }';
  const streams = ['ann', 'bob', 'cat'].map((principal) => router.subscribe({ query, principal }));
  const firsts = streams.map((stream) => stream.next());
  await until(() => eventLog.readers === 3);
  return { streams, firsts };
}

describe('subscriptions of a subgraph over WebSocket', () => {
  it.each([
    ['a connection each', 'connection', 3],
    ['one connection for all', 'operation', 1],
  ] as const)('take %s (credentials per %s)', async (_, webSocketCredentials, connections) => {
    const { sockets } = shop.subgraphs.reviews;
    await start({ webSocketCredentials });
    const { streams, firsts } = await subscribed();
    expect(sockets()).toBe(connections);
    eventLog.append('p2', 'r2');
    const node = { body: 'Bright', author: { badge: '*bob*' } };
    for (const { value } of await Promise.all(firsts)) {
      expect(value).toEqual({ data: { reviewAdded: { node } } });
    }
    await streams[0]?.return?.();
    await until(() => eventLog.readers === 2);
    const next = streams[1]?.next();
    eventLog.append('p2', 'r2');
    expect((await next)?.value).toEqual({ data: { reviewAdded: { node } } });
    for (const stream of streams) await stream.return?.();
    await until(() => eventLog.readers === 0 && sockets() === 0);
  });

  it('may be served at another address than queries', async () => {
    const { url, sockets } = shop.subgraphs.reviews;
    await start({ url: 'http://127.0.0.1:1/graphql', webSocketUrl: url.replace('http', 'ws') });
    const events = router.subscribe({ query: 'subscription { ticks(count: 2) }' });
    const heard: unknown[] = [];
    for await (const { data } of events) heard.push(data?.ticks);
    expect(heard).toEqual([1, 2]);
    await until(() => sockets() === 0);
  });
});
