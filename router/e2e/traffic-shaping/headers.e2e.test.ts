import { afterEach, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { post, until } from '../../test/support/client.js';
import { serveShop } from '../../test/support/served-shop.js';
import { shopRouter } from '../../test/support/shop.js';
import { type Stock, startStock } from './stock.js';

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

async function start(...config: Parameters<typeof startStock>): Promise<Stock> {
  const stock = await startStock(...config);
  open.push(stock);
  return stock;
}

/** A router whose reviews are told the caller's team, and nothing else of a client. */
async function startShop() {
  const shop = await serveShop();
  const router = await shopRouter({
    subgraphs: shop.transports(),
    traffic: { subgraphs: { reviews: { headers: { propagate: ['x-team'] } } } },
  });
  open.push(shop, router);
  return { shop, url: `${(await router.start({ port: 0 })).url}/graphql` };
}

describe('headers of a client', () => {
  it('reach a subgraph by its rules, and no other', async () => {
    const headers = {
      propagate: ['accept-language', { name: 'x-team', as: 'x-group' }, /^x-trace-/],
      remove: ['x-trace-secret'],
      insert: { 'x-gateway': 'yes' },
    };
    const { url, received } = await start({ traffic: { default: { headers } } });
    const client = {
      'accept-language': 'de',
      'x-team': 'blue',
      'x-trace-a': '1',
      'x-trace-secret': '2',
      'x-other': '3',
      'x-nexus-actor': 'admin',
      authorization: 'Bearer x',
    };
    expect((await post(url, { query: '{ count }' }, client)).body).toEqual({ data: { count: 3 } });
    const got = received[0]?.headers;
    expect(got).toMatchObject({
      'accept-language': 'de',
      'x-group': 'blue',
      'x-trace-a': '1',
      'x-gateway': 'yes',
      'content-type': 'application/json',
    });
    for (const name of ['x-team', 'x-trace-secret', 'x-other', 'x-nexus-actor', 'authorization']) {
      expect(got).not.toHaveProperty(name);
    }
  });

  it('stay outside where no rule speaks of them', async () => {
    const { url, received } = await start();
    await post(url, { query: '{ count }' }, { 'x-team': 'blue' });
    expect(received[0]?.headers).not.toHaveProperty('x-team');
  });

  it('keep apart the subscriptions of clients who are nobody in particular', async () => {
    const { shop, url } = await startShop();
    const { subscriptions } = shop.subgraphs.reviews;
    const leave = new AbortController();
    const follow = (team: string) =>
      fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'text/event-stream',
          'x-team': team,
        },
        body: JSON.stringify({ query: 'subscription { reviewAdded(upc: "p1") { id } }' }),
        signal: leave.signal,
      });
    await follow('blue');
    await until(() => subscriptions.length === 1);
    await follow('blue');
    await follow('red');
    await until(() => subscriptions.length === 2);
    leave.abort();
    expect(subscriptions.map(({ params }) => params)).toMatchObject([
      { 'x-team': 'blue' },
      { 'x-team': 'red' },
    ]);
  });

  it('go along with subscriptions, too', async () => {
    const { shop, url } = await startShop();
    class TeamSocket extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols, { headers: { 'x-team': 'blue', 'x-other': 'no' } });
      }
    }
    const client = createClient({
      url: url.replace('http', 'ws'),
      webSocketImpl: TeamSocket,
    });
    for await (const event of client.iterate({ query: 'subscription { ticks(count: 1) }' })) {
      expect(event).toHaveProperty('data');
    }
    await client.dispose();
    expect(shop.subgraphs.reviews.subscriptions).toMatchObject([{ params: { 'x-team': 'blue' } }]);
    expect(shop.subgraphs.reviews.subscriptions[0]?.params).not.toHaveProperty('x-other');
  });
});
