import { afterEach, describe, expect, it } from '@jest/globals';
import type { Router, RouterConfig } from '../../src/index.js';
import { codes, post } from '../../test/support/client.js';
import { shopRouter } from '../../test/support/shop.js';

let router: Router<string> | undefined;
afterEach(() => router?.close());

type Policy = Pick<RouterConfig<string>, 'introspection' | 'suggestions'>;

async function start(policy: Policy): Promise<string> {
  router = await shopRouter({
    ...policy,
    authentication: {
      authenticate: async ({ headers }) =>
        headers.authorization ? { principal: headers.authorization } : { anonymous: true },
    },
  });
  return `${(await router.start({ port: 0 })).url}/graphql`;
}

const SCHEMA = '{ __schema { queryType { name } } }';
const shown = { data: { __schema: { queryType: { name: 'Query' } } } };

describe('introspection', () => {
  it('is answered, where nothing else is said', async () => {
    expect((await post(await start({}), { query: SCHEMA })).body).toEqual(shown);
  });

  it.each([
    SCHEMA,
    '{ me { id } t: __type(name: "User") { name } }',
    'query { ...F } fragment F on Query { ... { __schema { queryType { name } } } }',
  ])('is refused where it is off: %s', async (query) => {
    const url = await start({ introspection: false });
    const { status, body } = await post(url, { query });
    expect([status, codes(body), 'data' in body]).toEqual([400, ['INTROSPECTION_DISABLED'], false]);
    expect((await post(url, { query: '{ __typename me { __typename } }' })).body).toEqual({
      data: { __typename: 'Query', me: { __typename: 'User' } },
    });
  });

  it('is answered to whom a function says, each time', async () => {
    const url = await start({ introspection: async ({ principal }) => principal === 'developer' });
    const ask = (authorization: string) => post(url, { query: SCHEMA }, { authorization });
    expect((await ask('developer')).body).toEqual(shown);
    expect(codes((await ask('visitor')).body)).toEqual(['INTROSPECTION_DISABLED']);
    expect((await ask('developer')).body).toEqual(shown);
  });
});

describe('suggestions', () => {
  const TYPOS = [
    [{ query: '{ me { usernam } }' }, 'Did you mean "username"?'],
    [{ query: '{ mee { id } }' }, 'Did you mean "me"?'],
    [
      {
        query: 'query ($by: ProductFilter) { products(filter: $by) { upc } }',
        variables: { by: { condition: 'NEWW' } },
      },
      'Did you mean the enum value "NEW"?',
    ],
  ] as const;

  it.each<Policy>([{}, { introspection: false, suggestions: true }])(
    'are made with %j',
    async (policy) => {
      const url = await start(policy);
      for (const [operation, suggestion] of TYPOS) {
        const { body } = await post(url, operation);
        expect(body.errors?.[0]?.message).toContain(suggestion);
      }
    },
  );

  it.each<Policy>([
    { introspection: false },
    { introspection: () => true },
    { suggestions: false },
  ])('are not made with %j', async (policy) => {
    const url = await start(policy);
    for (const [operation] of TYPOS) {
      const { body } = await post(url, operation);
      expect(body.errors).toHaveLength(1);
      expect(JSON.stringify(body)).not.toContain('Did you mean');
    }
  });
});
