import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, fetchExchange, gql, type OperationResult, subscriptionExchange } from '@urql/core';
import { createClient as createWsClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { Router, RouterPlugin } from '../../src/index.js';
import { until } from '../../test/support/client.js';
import { shopRouter } from '../../test/support/shop.js';
import { eventLog } from '../../test/support/shop-events.js';

const transports: string[] = [];
const ear: RouterPlugin<string> = {
  name: 'ear',
  onPlan: ({ transport }) => void transports.push(transport),
};

let router: Router<string>;
let url: string;
beforeAll(async () => {
  router = await shopRouter({ plugins: [ear] });
  url = `${(await router.start({ port: 0 })).url}/graphql`;
});
afterAll(() => router.close());

const headers = { 'graphql-require-preflight': '1' };
const ADDED = gql`
  subscription ($upc: ID!) {
    reviewAdded(upc: $upc) { node { body author { username } } }
  }
`;
const bright = { reviewAdded: { node: { body: 'Bright', author: { username: 'bob' } } } };

/** The first event of p2 that `client` hears, and how it was carried. */
async function firstEvent(client: Client) {
  transports.splice(0);
  const results: OperationResult[] = [];
  const { unsubscribe } = client
    .subscription(ADDED, { upc: 'p2' })
    .subscribe((result) => void results.push(result));
  await until(() => eventLog.readers === 1);
  eventLog.append('p2', 'r2');
  await until(() => results.length === 1);
  unsubscribe();
  await until(() => eventLog.readers === 0);
  return { ...results[0], transport: transports[0] };
}

describe('@urql/core', () => {
  it.each([true, false])('asks a query, by GET: %s', async (preferGetMethod) => {
    const client = new Client({
      url,
      exchanges: [fetchExchange],
      preferGetMethod,
      fetchOptions: { headers },
    });
    const query = gql`
      query Two($id: ID!) { user(id: $id) { username badge } }
    `;
    const { data, error } = await client.query(query, { id: 'u2' }).toPromise();
    expect(error).toBeUndefined();
    expect(data).toEqual({ user: { username: 'bob', badge: '*bob*' } });
  });

  it('runs a mutation, and hears errors with their codes', async () => {
    const client = new Client({ url, exchanges: [fetchExchange], preferGetMethod: false });
    const mutation = 'mutation { userRename(id: "u2", username: "rob") { username } }';
    const { data } = await client.mutation(mutation, {}).toPromise();
    expect(data).toMatchObject({ userRename: { username: 'rob' } });
    const { error } = await client.query('{ users { id sharp } }', {}).toPromise();
    expect(error?.graphQLErrors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const invalid = await client.query('{ nope }', {}).toPromise();
    expect(invalid.error?.graphQLErrors).toMatchObject([
      { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
  });

  it('subscribes by itself, over server-sent events', async () => {
    const client = new Client({
      url,
      exchanges: [fetchExchange],
      preferGetMethod: false,
      fetchSubscriptions: true,
    });
    expect(await firstEvent(client)).toMatchObject({ data: bright, transport: 'sse' });
  });

  it('subscribes over WebSocket', async () => {
    const socket = createWsClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket });
    const client = new Client({
      url,
      preferGetMethod: false,
      exchanges: [
        subscriptionExchange({
          forwardSubscription: ({ query = '', variables }) => ({
            subscribe: (sink) => ({
              unsubscribe: socket.subscribe(
                { query, variables: variables as Record<string, unknown> },
                sink as Parameters<typeof socket.subscribe>[1],
              ),
            }),
          }),
        }),
      ],
    });
    expect(await firstEvent(client)).toMatchObject({ data: bright, transport: 'websocket' });
    await socket.dispose();
  });
});
