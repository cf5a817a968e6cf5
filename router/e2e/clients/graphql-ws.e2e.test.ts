import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { Router } from '../../src/index.js';
import { byToken } from '../../test/support/by-token.js';
import { until } from '../../test/support/client.js';
import { shopRouter } from '../../test/support/shop.js';
import { eventLog } from '../../test/support/shop-events.js';

let router: Router<string>;
let url: string;
beforeAll(async () => {
  router = await shopRouter({ authentication: { authenticate: byToken } });
  url = `${(await router.start({ port: 0 })).url}/graphql`.replace('http', 'ws');
});
afterAll(() => router.close());

const ask = (client: Client, query: string) => client.iterate({ query });

describe("graphql-ws' client", () => {
  it('runs queries, mutations and subscriptions at once on one socket', async () => {
    let sockets = 0;
    const client = createClient({
      url,
      webSocketImpl: WebSocket,
      on: { connected: () => void sockets++ },
      lazyCloseTimeout: 1_000,
    });
    const added = ask(client, 'subscription { reviewAdded(upc: "p2") { node { body } } }');
    const event = added.next();
    await until(() => eventLog.readers === 1);
    const [query, mutation] = await Promise.all([
      ask(client, '{ me { username badge } }').next(),
      ask(client, 'mutation { userRename(id: "u2", username: "rob") { username } }').next(),
    ]);
    expect(query.value).toEqual({ data: { me: { username: 'ada', badge: '*ada*' } } });
    expect(mutation.value).toEqual({ data: { userRename: { username: 'rob' } } });
    eventLog.append('p2', 'r2');
    expect((await event).value).toEqual({ data: { reviewAdded: { node: { body: 'Bright' } } } });
    await added.return?.();
    await until(() => eventLog.readers === 0);
    expect(sockets).toBe(1);
    await client.dispose();
  });

  it('renews its credentials by connecting again', async () => {
    const tokens = ['stale', 'ann'];
    const closed: unknown[] = [];
    const client = createClient({
      url,
      webSocketImpl: WebSocket,
      connectionParams: () => ({ token: tokens.shift() }),
      shouldRetry: () => true,
      retryAttempts: 1,
      retryWait: async () => undefined,
      on: { closed: (event) => void closed.push((event as CloseEvent).code) },
    });
    expect((await ask(client, '{ whoAmI }').next()).value).toEqual({ data: { whoAmI: 'ann' } });
    expect(closed).toEqual([4403]);
    await client.dispose();
  });

  it('is refused by a code when it does not', async () => {
    const connectionParams = { token: 'stale' };
    const client = createClient({
      ...{ url, webSocketImpl: WebSocket, connectionParams },
      retryAttempts: 0,
    });
    await expect(ask(client, '{ whoAmI }').next()).rejects.toMatchObject({ code: 4403 });
    await client.dispose();
  });

  it('keeps its socket alive by pings', async () => {
    const pongs: unknown[] = [];
    const client = createClient({
      url,
      webSocketImpl: WebSocket,
      keepAlive: 20,
      on: { pong: (received) => void pongs.push(received) },
    });
    const added = ask(client, 'subscription { reviewAdded(upc: "p2") { id } }');
    void added.next();
    await until(() => pongs.length >= 2);
    await client.dispose();
    await until(() => eventLog.readers === 0);
    expect(pongs).toContain(true);
  });
});
