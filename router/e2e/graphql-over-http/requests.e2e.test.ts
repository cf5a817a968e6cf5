import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Router } from '../../src/index.js';
import { codes, post, read } from '../../test/support/client.js';
import { shopRouter } from '../../test/support/shop.js';

const RESPONSE = 'application/graphql-response+json';
const JSON_TYPE = 'application/json';

let router: Router<string>;
let url: string;
beforeAll(async () => {
  router = await shopRouter();
  url = `${(await router.start({ port: 0 })).url}/graphql`;
});
afterAll(() => router.close());

const get = (query: string, headers: Record<string, string> = {}) =>
  fetch(`${url}?query=${encodeURIComponent(query)}`, { headers });

describe('the form of an answer', () => {
  it.each([
    ['*/*', JSON_TYPE],
    ['application/*', JSON_TYPE],
    [RESPONSE, RESPONSE],
    [`${JSON_TYPE}, ${RESPONSE}`, JSON_TYPE],
    [`${JSON_TYPE};q=0.9, ${RESPONSE}`, RESPONSE],
    [`${RESPONSE};q=0.5, */*;q=0.1`, RESPONSE],
    [`${RESPONSE}, ${JSON_TYPE}, text/event-stream, multipart/mixed`, RESPONSE],
  ])('for "%s" is %s', async (accept, type) => {
    const { status, headers, body } = await post(url, { query: '{ me { id } }' }, { accept });
    expect([status, headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`]);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual({ data: { me: { id: 'u1' } } });
  });

  it.each(['text/html', `${JSON_TYPE};q=0`, 'multipart/mixed;deferSpec=20991231'])(
    'is refused to those who take nothing that it could be: "%s"',
    async (accept) => {
      const { status, body } = await post(url, { query: '{ me { id } }' }, { accept });
      expect([status, codes(body)]).toEqual([406, ['NOT_ACCEPTABLE']]);
      expect(body.errors?.[0]?.extensions?.requestId).toEqual(expect.any(String));
    },
  );
});

describe('the status', () => {
  it.each([
    ['{ nope }', RESPONSE, 400],
    ['{ nope }', JSON_TYPE, 200],
    ['{ nope }', '*/*', 400],
    ['{ me { boom } }', RESPONSE, 200],
    ['{ users { sharp } }', RESPONSE, 200],
  ])('of %s for "%s" is %d', async (query, accept, status) => {
    const answer = await post(url, { query }, { accept });
    expect([answer.status, answer.body.errors?.length]).toEqual([status, 1]);
    expect('data' in answer.body).toBe(!query.includes('nope'));
  });
});

describe('a request that a page of a foreign origin could send', () => {
  it.each([
    { query: '{ me { id } }' },
    { query: 'mutation { reviewAdd(upc: "p1", body: "Good") { id } }' },
  ])('is refused: GET $query', async ({ query }) => {
    const answer = await read(await get(query));
    expect([answer.status, codes(answer.body)]).toEqual([400, ['BAD_REQUEST']]);
    expect(answer.body.errors?.[0]?.message).toContain('apollo-require-preflight');
  });

  it.each(['apollo-require-preflight', 'x-apollo-operation-name', 'graphql-require-preflight'])(
    'is answered with the header %s',
    async (name) => {
      const answer = await read(await get('{ me { id } }', { [name]: '1' }));
      expect(answer.body).toEqual({ data: { me: { id: 'u1' } } });
    },
  );

  it('is no GET of a content type that browsers ask about first', async () => {
    const answer = await get('{ me { id } }', { 'content-type': 'application/json' });
    expect(answer.status).toBe(200);
    expect((await get('{ me { id } }', { 'content-type': 'Text/Plain; a=b' })).status).toBe(400);
  });
});

it('takes variables and extensions of a GET as JSON, and says which are none', async () => {
  const query = encodeURIComponent('query ($id: ID!) { user(id: $id) { username } }');
  const asked = (more: string) =>
    fetch(`${url}?query=${query}&${more}`, { headers: { 'graphql-require-preflight': '1' } });
  const variables = encodeURIComponent('{"id":"u1"}');
  expect(await (await asked(`variables=${variables}&extensions=`)).json()).toEqual({
    data: { user: { username: 'ada' } },
  });
  for (const [more, name] of [
    ['variables=nonsense', 'variables'],
    [`variables=${variables}&extensions=[1]`, 'extensions'],
  ] as const) {
    const { status, body } = await read(await asked(more));
    expect([status, body.errors?.[0]?.message]).toEqual([400, `\`${name}\` must be an object.`]);
  }
});
