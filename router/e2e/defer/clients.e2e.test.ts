import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { Defer20220824Handler } from '@apollo/client/incremental';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient as createWsClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { Router } from '../../src/index.js';
import { until } from '../../test/support/client.js';
import { shopRouter, shopTransports } from '../../test/support/shop.js';
import { openEvents } from '../../test/support/sse.js';
import { Gate } from './gate.js';

let router: Router<string>;
let url: string;
let reviews: Gate;
beforeAll(async () => {
  reviews = new Gate(shopTransports().reviews);
  router = await shopRouter({ subgraphs: { reviews: reviews.transport } });
  url = `${(await router.start({ port: 0 })).url}/graphql`;
});
afterAll(() => router.close());

const QUERY = '{ me { id username ... @defer(label: "B") { badge reviews { id body } } } }';
const deferred = {
  badge: '*ada*',
  reviews: [
    { id: 'r1', body: 'Deep' },
    { id: 'r3', body: null },
  ],
};
const parts = [
  { data: { me: { id: 'u1', username: 'ada' } }, hasNext: true },
  { incremental: [{ path: ['me'], label: 'B', data: deferred }], hasNext: false },
];

describe('@defer is read by', () => {
  it('Apollo Client', async () => {
    const client = new ApolloClient({
      cache: new InMemoryCache(),
      link: new HttpLink({ uri: url }),
      incrementalHandler: new Defer20220824Handler(),
    });
    const heard: { data: unknown; dataState: string }[] = [];
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const watched = client.watchQuery({ query: gql(QUERY) }).subscribe({
      next: ({ data, dataState, error }) => {
        if (error) reject(error);
        if (data) heard.push({ data, dataState });
        if (dataState === 'streaming') reviews.open();
        if (dataState === 'complete') resolve();
      },
      error: reject,
    });
    await promise;
    watched.unsubscribe();
    expect(heard).toMatchObject([
      { data: { me: { username: 'ada' } }, dataState: 'streaming' },
      { data: { me: { username: 'ada', ...deferred } }, dataState: 'complete' },
    ]);
    client.stop();
  });

  it('graphql-ws, as several results of one operation', async () => {
    reviews.open();
    const client = createWsClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket });
    const heard: unknown[] = [];
    for await (const result of client.iterate({ query: QUERY })) heard.push(result);
    expect(heard).toEqual(parts);
    await client.dispose();
  });

  it('graphql-ws, which may complete before all parts came', async () => {
    const gate = new Gate(shopTransports().reviews);
    const own = await shopRouter({ subgraphs: { reviews: gate.transport } });
    const socketUrl = `${(await own.start({ port: 0 })).url}/graphql`.replace('http', 'ws');
    const client = createWsClient({ url: socketUrl, webSocketImpl: WebSocket });
    const results = client.iterate({ query: QUERY });
    expect(await results.next()).toEqual({ done: false, value: parts[0] });
    await until(() => gate.waiting.length > 0);
    await results.return?.();
    await until(() => gate.givenUp === gate.waiting.length);
    await client.dispose();
    await own.close();
  });

  it('server-sent events, as several results of one operation', async () => {
    reviews.open();
    const stream = await openEvents(url, { query: QUERY });
    expect([(await stream.next()).data, (await stream.next()).data]).toEqual(parts);
    expect((await stream.next()).raw).toBe('event: complete\ndata:');
    stream.close();
  });

  it('a host, by subscribing', async () => {
    reviews.open();
    const heard: unknown[] = [];
    for await (const part of router.subscribe({ query: QUERY })) heard.push(part);
    expect(heard).toEqual(parts);
    expect(await router.execute({ query: QUERY })).toEqual({
      data: { me: { id: 'u1', username: 'ada', ...deferred } },
    });
  });
});
