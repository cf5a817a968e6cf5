import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Router } from '../../src/index.js';
import { post } from '../../test/support/client.js';
import { shopRouter } from '../../test/support/shop.js';

const limits = {
  operationDepth: 4,
  height: 12,
  rootFields: 3,
  aliases: 2,
  directives: 2,
  listItems: 3,
};

let router: Router<string>;
let url: string;
beforeAll(async () => {
  router = await shopRouter({ limits });
  url = `${(await router.start({ port: 0 })).url}/graphql`;
});
afterAll(() => router.close());

const TOO_DEEP = '{ me { reviews { author { reviews { id } } } } }';
const tooDeep = { code: 'OPERATION_TOO_DEEP', limit: 4, actual: 5 };

describe('limits of an operation', () => {
  it.each([
    ['fields in fields', TOO_DEEP, tooDeep],
    [
      'fields in fragments',
      `{ ...A } fragment A on Query { me { ...B } } fragment B on User { reviews { author { ...C } } }
       fragment C on User { reviews { id } }`,
      tooDeep,
    ],
    [
      'fields, each time that a fragment is spread',
      `{ me { ...F } user(id: 1) { ...F } users { ...F } } fragment F on User { id username email sharp }`,
      { code: 'TOO_MANY_FIELDS', limit: 12, actual: 15 },
    ],
    [
      'fields at the root',
      '{ me { id } users { id } ... on Query { warehouse whoAmI } }',
      { code: 'TOO_MANY_ROOT_FIELDS', limit: 3, actual: 4 },
    ],
    ['aliases', '{ me { a: id b: id c: id } }', { code: 'TOO_MANY_ALIASES', limit: 2, actual: 3 }],
    [
      'directives',
      '{ me @skip(if: false) @include(if: true) { id @skip(if: false) } }',
      { code: 'TOO_MANY_DIRECTIVES', limit: 2, actual: 3 },
    ],
    [
      'items of a list',
      '{ products(filter: { upcs: ["1", "2", "3", "4"] }) { upc } }',
      { code: 'LIST_TOO_LONG', limit: 3, actual: 4 },
    ],
  ])('bound %s', async (_, query, extensions) => {
    const { status, body } = await post(url, { query });
    expect(status).toBe(400);
    expect(body).not.toHaveProperty('data');
    expect(body.errors?.map((error) => error.extensions)).toEqual([
      { ...extensions, requestId: expect.any(String) },
    ]);
  });

  it('bound lists in variables', async () => {
    const query = 'query ($by: ProductFilter) { products(filter: $by) { upc } }';
    const variables = { by: { upcs: ['1', '2', '3', '4'] } };
    const { status, body } = await post(url, { query, variables });
    expect(status).toBe(400);
    expect(body.errors?.[0]?.extensions).toMatchObject({
      code: 'LIST_TOO_LONG',
      limit: 3,
      actual: 4,
      variable: ['by', 'upcs'],
    });
  });

  it('name all that are exceeded', async () => {
    const { body } = await post(url, {
      query: `{ a: me { id } b: me { id } c: me { id } d: me { id } }`,
    });
    expect(body.errors?.map(({ extensions }) => extensions?.code)).toEqual([
      'TOO_MANY_ROOT_FIELDS',
      'TOO_MANY_ALIASES',
    ]);
  });

  it('let through what keeps to them', async () => {
    const query = '{ me { reviews { author { username } } } }';
    expect((await post(url, { query })).body).not.toHaveProperty('errors');
  });

  it('hold over WebSocket and for the host', async () => {
    const client = createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket });
    const [error] = await client
      .iterate({ query: TOO_DEEP })
      .next()
      .catch((errors) => errors);
    await client.dispose();
    expect(error.extensions).toMatchObject(tooDeep);
    const { errors } = await router.execute({ query: TOO_DEEP });
    expect(errors?.[0]?.extensions).toMatchObject(tooDeep);
  });

  it('leave room, where nothing else is said, for what tools ask', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const generous = await shopRouter();
    const { errors } = await generous.execute({ query: getIntrospectionQuery() });
    await generous.close();
    expect(errors).toBeUndefined();
  });
});
