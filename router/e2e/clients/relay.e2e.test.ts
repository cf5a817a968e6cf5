import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import {
  Environment,
  type FetchFunction,
  type GraphQLResponse,
  Network,
  Observable,
  RecordSource,
  type RequestParameters,
  Store,
} from 'relay-runtime';
import WebSocket from 'ws';
import type { Router } from '../../src/index.js';
import { until } from '../../test/support/client.js';
import { shopRouter } from '../../test/support/shop.js';
import { eventLog } from '../../test/support/shop-events.js';

let router: Router<string>;
let url: string;
beforeAll(async () => {
  router = await shopRouter();
  url = `${(await router.start({ port: 0 })).url}/graphql`;
});
afterAll(() => router.close());

/** The network layer of Relay's own guide. */
function environment() {
  const socket = createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket });
  const ask: FetchFunction = async ({ text, name }, variables) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
      },
      body: JSON.stringify({ query: text, operationName: name, variables }),
    });
    return (await response.json()) as GraphQLResponse;
  };
  const network = Network.create(ask, ({ text, name }, variables) =>
    Observable.create<GraphQLResponse>((sink) =>
      socket.subscribe(
        { query: text ?? '', operationName: name, variables },
        sink as Parameters<typeof socket.subscribe>[1],
      ),
    ),
  );
  const relay = new Environment({ network, store: new Store(new RecordSource()) });
  return { network: relay.getNetwork(), socket };
}

const request = (
  operationKind: RequestParameters['operationKind'],
  name: string,
  text: string,
): RequestParameters => ({ operationKind, name, text, id: null, cacheID: name, metadata: {} });

describe("relay-runtime's network layer", () => {
  it('fetches a query and a mutation', async () => {
    const { network } = environment();
    const two = request('query', 'Two', 'query Two($id: ID!) { user(id: $id) { username badge } }');
    expect(await network.execute(two, { id: 'u2' }, {}).toPromise()).toEqual({
      data: { user: { username: 'bob', badge: '*bob*' } },
    });
    const text = 'mutation Rename { userRename(id: "u2", username: "rob") { username } }';
    const rename = request('mutation', 'Rename', text);
    expect(await network.execute(rename, {}, {}).toPromise()).toEqual({
      data: { userRename: { username: 'rob' } },
    });
  });

  it('hears the errors of an invalid operation', async () => {
    const { network } = environment();
    const invalid = request('query', 'Bad', 'query Bad { nope }');
    expect(await network.execute(invalid, {}, {}).toPromise()).toMatchObject({
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
  });

  it('follows a subscription, and leaves it', async () => {
    const { network, socket } = environment();
    const heard: unknown[] = [];
    const text = 'subscription Added { reviewAdded(upc: "p2") { node { body } } }';
    const added = network.execute(request('subscription', 'Added', text), {}, {});
    const { unsubscribe } = added.subscribe({ next: (value) => void heard.push(value) });
    await until(() => eventLog.readers === 1);
    eventLog.append('p2', 'r2');
    await until(() => heard.length === 1);
    expect(heard).toEqual([{ data: { reviewAdded: { node: { body: 'Bright' } } } }]);
    unsubscribe();
    await until(() => eventLog.readers === 0);
    await socket.dispose();
  });
});
