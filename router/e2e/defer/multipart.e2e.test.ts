import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Router } from '../../src/index.js';
import { codes, post, until } from '../../test/support/client.js';
import { openMultipart } from '../../test/support/multipart.js';
import { shopRouter, shopTransports } from '../../test/support/shop.js';
import { Gate } from './gate.js';

const routers: Router<string>[] = [];
const gates: Gate[] = [];
let shop: Router<string>;
let url: string;
beforeAll(async () => {
  shop = await shopRouter();
  url = `${(await shop.start({ port: 0 })).url}/graphql`;
});
afterAll(() => shop.close());
afterEach(async () => {
  for (const gate of gates.splice(0)) gate.open();
  await Promise.all(routers.splice(0).map((router) => router.close()));
});

async function started(config: Parameters<typeof shopRouter>[0]): Promise<string> {
  const router = await shopRouter(config);
  routers.push(router);
  return `${(await router.start({ port: 0 })).url}/graphql`;
}

function gated(name: 'reviews' | 'inventory' | 'accounts'): Gate {
  const gate = new Gate(shopTransports()[name]);
  gates.push(gate);
  return gate;
}

const accept = 'multipart/mixed;deferSpec=20220824, application/json';
const open = (url: string, query: string, variables = {}) =>
  openMultipart(url, { query, variables }, { accept });

/** All parts of an answer. */
async function partsOf(url: string, query: string, variables = {}): Promise<unknown[]> {
  const stream = await open(url, query, variables);
  const parts: unknown[] = [];
  for (let part = await stream.next(); part; part = await stream.next()) parts.push(part);
  expect(stream.whole).toBe(true);
  return parts;
}

const ME = '{ me { username ... @defer(label: "Reviews") { reviews { body } } } }';
const bodies = { reviews: [{ body: 'Deep' }, { body: null }] };

describe('@defer over multipart', () => {
  it('answers at once what is not deferred, and the rest when its subgraph has answered', async () => {
    const reviews = gated('reviews');
    const url = await started({ subgraphs: { reviews: reviews.transport } });
    const stream = await open(url, ME);
    expect([stream.status, stream.headers.get('content-type')]).toEqual([
      200,
      'multipart/mixed;boundary="graphql";deferSpec=20220824',
    ]);
    expect(await stream.next()).toEqual({ data: { me: { username: 'ada' } }, hasNext: true });
    await until(() => reviews.waiting.length === 1);
    reviews.open();
    expect(await stream.next()).toEqual({
      incremental: [{ path: ['me'], label: 'Reviews', data: bodies }],
      hasNext: false,
    });
    expect(await stream.next()).toBeUndefined();
    expect(stream.whole).toBe(true);
  });

  it('sends parts in the order in which they are ready, whatever their order in the document', async () => {
    const reviews = gated('reviews');
    const url = await started({ subgraphs: { reviews: reviews.transport } });
    const stream = await open(
      url,
      `{ product(upc: "p1") {
           name
           ... on Book @defer(label: "slow") { reviews { body } }
           ... on Book @defer(label: "fast") { inStock }
         } }`,
    );
    expect(await stream.next()).toEqual({ data: { product: { name: 'SICP' } }, hasNext: true });
    expect(await stream.next()).toMatchObject({ incremental: [{ label: 'fast' }], hasNext: true });
    reviews.open();
    expect(await stream.next()).toMatchObject({ incremental: [{ label: 'slow' }], hasNext: false });
  });

  it('answers a fragment in each item of a list in one part', async () => {
    const parts = await partsOf(url, '{ users { id ...B @defer } } fragment B on User { badge }');
    expect(parts).toEqual([
      { data: { users: [{ id: 'u1' }, { id: 'u2' }, { id: 'u3' }] }, hasNext: true },
      {
        incremental: [
          { path: ['users', 0], data: { badge: '*ada*' } },
          { path: ['users', 1], data: { badge: '*bob*' } },
          { path: ['users', 2], data: { badge: '*cyd*' } },
        ],
        hasNext: false,
      },
    ]);
  });

  it('defers root fields, what asks for the schema too', async () => {
    const query = '{ warehouse ... @defer { me { id } __schema { queryType { name } } } }';
    expect(await partsOf(url, query)).toEqual([
      { data: { warehouse: 'W1' }, hasNext: true },
      {
        incremental: [
          { path: [], data: { me: { id: 'u1' }, __schema: { queryType: { name: 'Query' } } } },
        ],
        hasNext: false,
      },
    ]);
  });

  it('answers what is deferred inside a deferred fragment after it', async () => {
    const query = `{ me { id ... @defer(label: "outer") {
      reviews { id ... @defer(label: "inner") { product { ... on Book { inStock } } } }
    } } }`;
    expect(await partsOf(url, query)).toMatchObject([
      { data: { me: { id: 'u1' } } },
      { incremental: [{ path: ['me'], label: 'outer', data: { reviews: [{ id: 'r1' }, {}] } }] },
      {
        incremental: [
          { path: ['me', 'reviews', 0], data: { product: { inStock: 49 } } },
          { path: ['me', 'reviews', 1], label: 'inner', data: { product: {} } },
        ],
        hasNext: false,
      },
    ]);
  });

  it('defers parts of what a mutation returns', async () => {
    const query =
      'mutation { userRename(id: "u1", username: "eve") { username ... @defer { reviews { body } } } }';
    expect(await partsOf(url, query)).toEqual([
      { data: { userRename: { username: 'eve' } }, hasNext: true },
      { incremental: [{ path: ['userRename'], data: bodies }], hasNext: false },
    ]);
  });

  it('defers by a variable, and answers as JSON when it is false', async () => {
    const query = 'query ($later: Boolean!) { me { id ... @defer(if: $later) { badge } } }';
    expect(await partsOf(url, query, { later: true })).toHaveLength(2);
    const { body, headers } = await post(url, { query, variables: { later: false } }, { accept });
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(body).toEqual({ data: { me: { id: 'u1', badge: '*ada*' } } });
  });

  it('sends nothing more where there is nothing to which a fragment could belong', async () => {
    expect(await partsOf(url, '{ user(id: "nobody") { id ... @defer { badge } } }')).toEqual([
      { data: { user: null }, hasNext: false },
    ]);
  });
});

describe('errors of deferred fragments', () => {
  it('stand in their part, and their nulls go no further', async () => {
    const query = '{ users { id ... @defer { sharp } } }';
    expect(await partsOf(url, query)).toMatchObject([
      { data: { users: [{ id: 'u1' }, { id: 'u2' }, { id: 'u3' }] }, hasNext: true },
      {
        incremental: [
          { path: ['users', 0], data: { sharp: 'sharp u1' } },
          {
            path: ['users', 1],
            data: null,
            errors: [{ path: ['users', 1, 'sharp'], extensions: { code: 'FORBIDDEN' } }],
          },
          { path: ['users', 2], data: { sharp: 'sharp u3' } },
        ],
      },
    ]);
  });

  it('of the first part do not keep the others from coming', async () => {
    const query = '{ me { boom ... @defer { reviews { body } } } }';
    expect(await partsOf(url, query)).toMatchObject([
      { data: { me: { boom: null } }, errors: [{ path: ['me', 'boom'] }], hasNext: true },
      { incremental: [{ path: ['me'], data: bodies }], hasNext: false },
    ]);
  });

  it('tell that a subgraph is down for each place that waits for it', async () => {
    const down = { ...shopTransports().reviews, execute: () => Promise.reject(new Error('down')) };
    const url = await started({ subgraphs: { reviews: down } });
    const [, later] = await partsOf(url, '{ users { id ... @defer { reviews { body } } } }');
    const unavailable = (index: number) => ({
      path: ['users', index],
      data: null,
      errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }],
    });
    expect(later).toMatchObject({ incremental: [0, 1, 2].map(unavailable), hasNext: false });
  });
});

describe('whoever takes no parts', () => {
  it('gets the whole answer in one JSON', async () => {
    const { body } = await post(url, { query: ME });
    expect(body).toEqual({ data: { me: { username: 'ada', ...bodies } } });
  });

  it.each(['native', 'apollo'] as const)('gets the same with the %s planner', async (planner) => {
    const url = await started({ planner });
    const { body } = await post(url, { query: ME }, { accept: 'application/json' });
    expect(body).toEqual({ data: { me: { username: 'ada', ...bodies } } });
  });

  it('asks a router that does not plan it', async () => {
    const url = await started({ planner: 'native' });
    const { body } = await post(url, { query: ME }, { accept });
    expect(body).toEqual({ data: { me: { username: 'ada', ...bodies } } });
  });

  it('is told about the directive, unless it is switched off', async () => {
    const query = '{ __schema { directives { name } } }';
    const named = async (url: string): Promise<unknown> => (await post(url, { query })).body.data;
    const defer = { directives: expect.arrayContaining([{ name: 'defer' }]) };
    expect(await named(url)).toEqual({ __schema: defer });
    const off = await started({ defer: false });
    expect(await named(off)).toEqual({ __schema: expect.not.objectContaining(defer) });
    const refused = await post(off, { query: ME }, { accept });
    expect([refused.status, codes(refused.body)]).toEqual([200, ['GRAPHQL_VALIDATION_FAILED']]);
  });
});

it('takes no other form of answer for granted: one part to those who take nothing but parts', async () => {
  const stream = await openMultipart(
    url,
    { query: '{ me { id } }' },
    { accept: 'multipart/mixed;deferSpec=20220824' },
  );
  expect(await stream.next()).toEqual({ data: { me: { id: 'u1' } }, hasNext: false });
  expect(await stream.next()).toBeUndefined();
});

describe('a client that leaves', () => {
  it('has what is still deferred given up in the subgraph', async () => {
    const reviews = gated('reviews');
    const url = await started({ subgraphs: { reviews: reviews.transport } });
    const stream = await open(url, ME);
    await stream.next();
    await until(() => reviews.waiting.length === 1);
    stream.close();
    await until(() => reviews.givenUp === 1);
  });

  it('does not stop a mutation', async () => {
    const reviews = gated('reviews');
    const url = await started({ subgraphs: { reviews: reviews.transport } });
    const query = 'mutation { userRename(id: "u1", username: "x") { id ... @defer { badge } } }';
    const stream = await open(url, query);
    await stream.next();
    await until(() => reviews.waiting.length === 1);
    stream.close();
    await new Promise((resolve) => setImmediate(resolve));
    expect(reviews.givenUp).toBe(0);
  });
});
