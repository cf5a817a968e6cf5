import type { RequestListener } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createHopSigner, http, type Router, type RouterResult, verifyHop } from '../src/index.js';
import { codes, until } from './support/client.js';
import { serveHttp, type TestServer } from './support/http-server.js';
import { type ServedShop, serveShop } from './support/served-shop.js';
import { shopRouter } from './support/shop.js';
import { eventLog } from './support/shop-events.js';

const QUERY = `{ me { username badge } latestReviews(first: 1) { body author { email } product { ... on Book { name } } } }`;

let shop: ServedShop;
const routers: Router<string>[] = [];
const servers: TestServer[] = [];

beforeAll(async () => {
  shop = await serveShop();
});
afterEach(async () => {
  await Promise.all(routers.splice(0).map((router) => router.close()));
  for (const server of servers.splice(0)) await server.close();
});
afterAll(() => shop.close());

/** A router whose `products` subgraph is whatever `listener` makes of it. */
async function withBrokenProducts(listener: RequestListener): Promise<Router<string>> {
  const server = await serveHttp(listener);
  servers.push(server);
  return track({
    url: `${server.origin}/graphql`,
    timeoutMs: 300,
    maxResponseBytes: 50_000,
  });
}

async function track(options: Parameters<typeof http>[0]): Promise<Router<string>> {
  const router = await shopRouter({
    subgraphs: { ...shop.transports(), products: http<string>(options) },
  });
  routers.push(router);
  return router;
}

const restOfTheAnswer = {
  me: { username: 'ada', badge: '*ada*' },
  latestReviews: [{ body: 'Deep', author: { email: 'ada@example.org' }, product: { name: null } }],
};

describe('a subgraph that fails', () => {
  it('is down: a non-null field takes its nullable parent along, the rest is answered', async () => {
    const router = await track({ url: 'http://127.0.0.1:1/graphql' });
    const result = await router.execute({ query: QUERY });
    expect(result.data).toEqual({
      ...restOfTheAnswer,
      latestReviews: [{ ...restOfTheAnswer.latestReviews[0], product: null }],
    });
    expect(result.errors).toEqual([
      expect.objectContaining({
        message: 'A part of this answer is unavailable at the moment.',
        path: ['latestReviews', 0, 'product'],
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', requestId: expect.any(String) },
      }),
    ]);
  });

  it('is down at the root: each of its fields is null with an error', async () => {
    const router = await track({ url: 'http://127.0.0.1:1/graphql' });
    const result = await router.execute({
      query: '{ a: product(upc: "p1") { name } echo me { id } }',
    });
    expect(result.data).toEqual({ a: null, echo: null, me: { id: 'u1' } });
    expect(result.errors?.map(({ path }) => path)).toEqual([['a'], ['echo']]);
    expect(codes(result)).toEqual(['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_UNAVAILABLE']);
  });

  const json = { 'content-type': 'application/json' };
  it.each<[string, RequestListener]>([
    ['HTML', (_, response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>')],
    ['an empty 500', (_, response) => response.writeHead(500).end()],
    ['truncated JSON', (_, response) => response.writeHead(200, json).end('{"data": {"echo"')],
    ['JSON of another shape', (_, response) => response.writeHead(200, json).end('[1]')],
    ['neither data nor errors', (_, response) => response.writeHead(200, json).end('{}')],
    ['a scalar as data', (_, response) => response.writeHead(200, json).end('{"data": 5}')],
    [
      'an answer too large',
      (_, response) =>
        response.writeHead(200, json).end(`{"data":{"echo":"${'x'.repeat(60_000)}"}}`),
    ],
    ['no answer at all', () => undefined],
    ['half an answer', (_, response) => void response.writeHead(200, json).write('{"data"')],
    ['a broken connection', (request) => request.socket.destroy()],
  ])('answers with %s', async (_name, listener) => {
    const router = await withBrokenProducts(listener);
    const result = await router.execute({ query: '{ echo warehouse }' });
    expect(result.data).toEqual({ echo: null, warehouse: 'W1' });
    expect(codes(result)).toEqual(['SUBGRAPH_UNAVAILABLE']);
  });

  it.each<[string, unknown, RouterResult['data'], unknown[]]>([
    [
      'null data and an error',
      { data: null, errors: [{ message: 'No', extensions: { code: 'FORBIDDEN' } }] },
      { echo: null },
      ['FORBIDDEN'],
    ],
    [
      'a value of a wrong type',
      { data: { echo: { a: 1 } } },
      { echo: null },
      ['INVALID_SUBGRAPH_ANSWER'],
    ],
    [
      'an error without a code',
      { data: { echo: null }, errors: [{ message: 'SELECT 1', path: ['echo'] }] },
      { echo: null },
      ['INTERNAL_SERVER_ERROR'],
    ],
    [
      'private extensions',
      {
        data: { echo: null },
        errors: [
          {
            message: 'No',
            path: ['echo'],
            extensions: { code: 'X', stacktrace: ['a'], valueCompletion: [] },
          },
        ],
        extensions: { valueCompletion: [1] },
      },
      { echo: null },
      ['X'],
    ],
  ])('answers with %s', async (_name, answer, data, expected) => {
    const router = await withBrokenProducts((_, response) => {
      response.writeHead(200, json).end(JSON.stringify(answer));
    });
    const result = await router.execute({ query: '{ echo }' });
    expect([result.data, codes(result)]).toEqual([data, expected]);
    expect(JSON.stringify(result)).not.toMatch(/SELECT|stacktrace|valueCompletion/);
    expect(result.errors?.[0]?.path).toEqual(['echo']);
  });

  it('answers with fewer entities than asked, or a type that lies', async () => {
    let entities: unknown[] = [];
    const router = await withBrokenProducts((_, response) => {
      response.writeHead(200, json).end(JSON.stringify({ data: { _entities: entities } }));
    });
    const query = '{ latestReviews(first: 2) { product { __typename ... on Book { name } } } }';
    const short = await router.execute({ query });
    expect(short.data).toEqual({
      latestReviews: [{ product: null }, { product: { __typename: 'Gadget' } }],
    });
    entities = [{ __typename: 'Nonsense', name: 'x' }];
    const lying = await router.execute({ query });
    expect(lying.data).toEqual({
      latestReviews: [{ product: null }, { product: { __typename: 'Gadget' } }],
    });
    expect(lying.errors?.[0]?.path).toEqual(['latestReviews', 0, 'product']);
  });
});

describe('a hop to a subgraph', () => {
  it('carries the request id and what the host adds, and only the variables it needs', async () => {
    const signer = await createHopSigner<string>({
      claims: (principal) => ({ sub: principal ?? 'anonymous', scopes: ['a'] }),
      cacheKey: (principal) => principal ?? '',
    });
    const { url, requests } = shop.subgraphs.accounts;
    const accounts = http<string>({
      url,
      headers: async ({ principal }) => ({
        authorization: `Bearer ${await signer.token(principal)}`,
      }),
    });
    const router = await shopRouter({ subgraphs: { ...shop.transports(), accounts } });
    routers.push(router);
    const query = 'query ($id: ID!, $upc: ID!) { user(id: $id) { id } product(upc: $upc) { upc } }';
    const variables = { id: 'u1', upc: 'p1' };
    await router.execute({ query, variables, principal: 'ada', requestId: 'request-1' });
    const request = requests.at(-1);
    expect(request?.headers['x-request-id']).toBe('request-1');
    expect(request?.body.variables).toEqual({ id: 'u1' });
    const token = String(request?.headers.authorization).replace('Bearer ', '');
    const verified = await verifyHop(token, signer.jwks);
    expect(verified).toMatchObject({
      ok: true,
      claims: { iss: 'nexus-router', aud: 'nexus-subgraphs', sub: 'ada', scopes: ['a'] },
    });
  });

  it.each(['connection', 'operation'] as const)(
    'subscribes with credentials per %s',
    async (mode) => {
      const { url, subscriptions } = shop.subgraphs.reviews;
      const reviews = http<string>({
        url,
        webSocketCredentials: mode,
        headers: ({ principal }) => ({ authorization: `Bearer ${principal}` }),
      });
      const router = await shopRouter({ subgraphs: { ...shop.transports(), reviews } });
      routers.push(router);
      const query = 'subscription { reviewAdded(upc: "p1") { node { body author { email } } } }';
      const streams = ['ada', 'bob'].map((principal) => router.subscribe({ query, principal }));
      const events = streams.map((stream) => stream.next());
      await until(() => eventLog.readers === 2);
      const seen = subscriptions
        .slice(-2)
        .map(({ params, extensions }) =>
          mode === 'connection' ? params : (extensions as { headers: unknown }).headers,
        );
      expect(seen).toEqual(
        expect.arrayContaining([{ authorization: 'Bearer ada' }, { authorization: 'Bearer bob' }]),
      );
      eventLog.append('p1', 'r1');
      for (const event of await Promise.all(events)) {
        expect(event.value).toEqual({
          data: { reviewAdded: { node: { body: 'Deep', author: { email: 'ada@example.org' } } } },
        });
      }
      for (const stream of streams) await stream.return?.();
      await until(() => eventLog.readers === 0);
    },
  );

  it('ends a subscription with an error when its subgraph goes away', async () => {
    const short = await serveShop();
    const router = await shopRouter({ subgraphs: { reviews: short.transports().reviews } });
    routers.push(router);
    const stream = router.subscribe({ query: 'subscription { reviewAdded(upc: "p1") { id } }' });
    const event = stream.next();
    await until(() => eventLog.readers === 1);
    await short.close();
    expect(codes((await event).value as RouterResult)).toEqual(['SUBGRAPH_UNAVAILABLE']);
    expect((await stream.next()).done).toBe(true);
    await until(() => eventLog.readers === 0);
  });
});
