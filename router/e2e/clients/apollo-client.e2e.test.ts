import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { CombinedGraphQLErrors, CombinedProtocolErrors } from '@apollo/client/errors';
import { BatchHttpLink } from '@apollo/client/link/batch-http';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { afterEach, describe, expect, it } from '@jest/globals';
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

const routers: Router<string>[] = [];
afterEach(async () => {
  await Promise.all(routers.splice(0).map((router) => router.close()));
  transports.splice(0);
});

async function started() {
  const router = await shopRouter({ plugins: [ear], batching: true });
  routers.push(router);
  return { router, uri: `${(await router.start({ port: 0 })).url}/graphql` };
}

const clientOf = (link: ApolloClient.Options['link']) =>
  new ApolloClient({ cache: new InMemoryCache(), link });

const ADDED = gql`
  subscription ($upc: ID!) { reviewAdded(upc: $upc) { node { body author { username } } } }
`;
const bright = { reviewAdded: { node: { body: 'Bright', author: { username: 'bob' } } } };

/** Subscribes; what was heard so far. */
function listen(client: ApolloClient) {
  const heard: { data: unknown[]; errors: unknown[]; complete: boolean } = {
    data: [],
    errors: [],
    complete: false,
  };
  const subscription = client.subscribe({ query: ADDED, variables: { upc: 'p2' } }).subscribe({
    next: ({ data, error }) => void (error ? heard.errors.push(error) : heard.data.push(data)),
    complete: () => {
      heard.complete = true;
    },
  });
  return { heard, subscription };
}

describe('@apollo/client', () => {
  it('asks a query and runs a mutation', async () => {
    const { uri } = await started();
    const client = clientOf(new HttpLink({ uri }));
    const { data } = await client.query({
      query: gql`query ($id: ID!) { user(id: $id) { username badge } }`,
      variables: { id: 'u2' },
    });
    expect(data).toMatchObject({ user: { username: 'bob', badge: '*bob*' } });
    const mutation = gql`mutation { userRename(id: "u2", username: "rob") { username } }`;
    expect((await client.mutate({ mutation })).data).toMatchObject({
      userRename: { username: 'rob' },
    });
    expect(transports).toEqual(['http', 'http']);
  });

  it('hears errors of GraphQL as such, whatever their status', async () => {
    const { uri } = await started();
    const client = clientOf(new HttpLink({ uri }));
    const failed = client.query({ query: gql`{ nope }` });
    await expect(failed).rejects.toThrow(CombinedGraphQLErrors);
    await expect(failed).rejects.toMatchObject({
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
  });

  it('subscribes over multipart, by itself', async () => {
    const { uri } = await started();
    const { heard, subscription } = listen(clientOf(new HttpLink({ uri })));
    await until(() => eventLog.readers === 1);
    for (const review of ['r2', 'r2']) eventLog.append('p2', review);
    await until(() => heard.data.length === 2);
    expect(heard.data).toMatchObject([bright, bright]);
    subscription.unsubscribe();
    await until(() => eventLog.readers === 0);
    expect(transports).toEqual(['multipart']);
  });

  it('is told when the router goes away', async () => {
    const { router, uri } = await started();
    const { heard } = listen(clientOf(new HttpLink({ uri })));
    await until(() => eventLog.readers === 1);
    await router.close();
    await until(() => heard.errors.length === 1);
    expect(heard.errors[0]).toBeInstanceOf(CombinedProtocolErrors);
    expect(heard.errors).toMatchObject([{ errors: [{ extensions: { code: 'GOING_AWAY' } }] }]);
  });

  it('subscribes over WebSocket', async () => {
    const { uri } = await started();
    const socket = createWsClient({ url: uri.replace('http', 'ws'), webSocketImpl: WebSocket });
    const { heard, subscription } = listen(clientOf(new GraphQLWsLink(socket)));
    await until(() => eventLog.readers === 1);
    eventLog.append('p2', 'r2');
    await until(() => heard.data.length === 1);
    expect(heard.data).toMatchObject([bright]);
    subscription.unsubscribe();
    expect(transports).toEqual(['websocket']);
    await socket.dispose();
  });

  it('sends a batch', async () => {
    const { uri } = await started();
    const requests: unknown[] = [];
    const link = new BatchHttpLink({
      uri,
      fetch: (target, init) => {
        requests.push(JSON.parse(String(init?.body)));
        return fetch(target, init);
      },
    });
    const client = clientOf(link);
    const answers = await Promise.all([
      client.query({ query: gql`{ me { username } }` }),
      client.query({ query: gql`{ warehouse }` }),
    ]);
    expect(answers.map(({ data }) => data)).toMatchObject([
      { me: { username: 'ada' } },
      { warehouse: 'W1' },
    ]);
    expect(requests).toEqual([[expect.any(Object), expect.any(Object)]]);
  });
});
