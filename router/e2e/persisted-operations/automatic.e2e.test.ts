import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { memoryOperations, type Router } from '../../src/index.js';
import { codes, post, read } from '../../test/support/client.js';
import { shopRouter } from '../../test/support/shop.js';

const routers: Router<string>[] = [];
afterEach(async () => {
  await Promise.all(routers.splice(0).map((router) => router.close()));
});

async function started(config?: Parameters<typeof shopRouter>[0]) {
  const persistedOperations = { automatic: memoryOperations() };
  const router = await shopRouter(config ?? { persistedOperations });
  routers.push(router);
  return `${(await router.start({ port: 0 })).url}/graphql`;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const named = (hash: string, version = 1) => ({
  extensions: { persistedQuery: { version, sha256Hash: hash } },
});
const ME = 'query Me { me { username } }';
const ADA = { data: { me: { username: 'ada' } } };

describe('automatic persisted queries', () => {
  it('are unknown, then registered, then known by their hash alone', async () => {
    const url = await started();
    const unknown = await post(url, named(sha256(ME)));
    expect([unknown.status, codes(unknown.body)]).toEqual([200, ['PERSISTED_QUERY_NOT_FOUND']]);
    expect(unknown.body.errors?.[0]?.message).toBe('PersistedQueryNotFound');
    expect(unknown.headers.get('cache-control')).toContain('no-cache');
    expect((await post(url, { query: ME, ...named(sha256(ME)) })).body).toEqual(ADA);
    expect((await post(url, named(sha256(ME)))).body).toEqual(ADA);
    expect((await post(url, { documentId: `sha256:${sha256(ME)}` })).body).toEqual(ADA);
  });

  it('work by GET, as caches between like it, and never run a mutation so', async () => {
    const url = await started();
    const RENAME = 'mutation { userRename(id: "u1", username: "ada") { id } }';
    for (const query of [ME, RENAME]) await post(url, { query, ...named(sha256(query)) });
    const get = async (hash: string) => {
      const search = new URLSearchParams({ extensions: JSON.stringify(named(hash).extensions) });
      const headers = { 'apollo-require-preflight': '1' };
      return read(await fetch(`${url}?${search}`, { headers }));
    };
    expect((await get(sha256(ME))).body).toEqual(ADA);
    expect((await get(sha256(RENAME))).status).toBe(405);
  });

  it('refuse a text under a foreign hash, and keep no text that is not valid', async () => {
    const url = await started();
    const foreign = await post(url, { query: ME, ...named(sha256('{ other }')) });
    expect([foreign.status, codes(foreign.body)]).toEqual([400, ['BAD_REQUEST']]);
    const nonsense = '{ nonsense }';
    const invalid = await post(url, { query: nonsense, ...named(sha256(nonsense)) });
    expect(codes(invalid.body)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    const again = await post(url, named(sha256(nonsense)));
    expect(codes(again.body)).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
  });

  it.each([
    ['another version', named(sha256(ME), 2)],
    ['a hash that is no text', { extensions: { persistedQuery: { version: 1, sha256Hash: 7 } } }],
    ['no hash', { extensions: { persistedQuery: {} } }],
    ['an id without end', { documentId: 'x'.repeat(257) }],
    ['an id that is no text', { documentId: 7 }],
    ['neither id nor text', { operationName: 'Me' }],
  ])('refuse what breaks the protocol: %s', async (_, body) => {
    const answer = await post(await started(), body);
    expect([answer.status, codes(answer.body)]).toEqual([400, ['BAD_REQUEST']]);
  });

  it('come over WebSocket too', async () => {
    const url = await started();
    await post(url, { query: ME, ...named(sha256(ME)) });
    const client = createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket });
    const events = client.iterate({ query: '', ...named(sha256(ME)) });
    expect((await events.next()).value).toEqual(ADA);
    const unknown = client.iterate({ query: '', ...named(sha256('{ other }')) });
    await expect(unknown.next()).rejects.toMatchObject([
      { extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } },
    ]);
    await client.dispose();
  });

  it('are what Apollo Client speaks', async () => {
    const url = await started();
    const texts: boolean[] = [];
    const spy: typeof fetch = (input, init) => {
      texts.push('query' in JSON.parse(String(init?.body)));
      return fetch(input, init);
    };
    const ask = () => {
      const persisted = new PersistedQueryLink({ sha256 });
      const link = ApolloLink.from([persisted, new HttpLink({ uri: url, fetch: spy })]);
      const client = new ApolloClient({ link, cache: new InMemoryCache() });
      return client.query({ query: gql(ME) });
    };
    expect((await ask()).data).toMatchObject(ADA.data);
    expect((await ask()).data).toMatchObject(ADA.data);
    expect(texts).toEqual([false, true, false]);
  });

  it('cost the client one more request, and nothing else, where the store fails', async () => {
    const away = () => Promise.reject(new RangeError('away'));
    const automatic = { get: away, set: away, close: async () => undefined };
    const url = await started({ persistedOperations: { automatic } });
    expect(codes((await post(url, named(sha256(ME)))).body)).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    expect((await post(url, { query: ME, ...named(sha256(ME)) })).body).toEqual(ADA);
  });

  it('are not supported where nothing is configured; a text beside a hash runs', async () => {
    const url = await started({});
    const unsupported = await post(url, named(sha256(ME)));
    expect(codes(unsupported.body)).toEqual(['PERSISTED_QUERY_NOT_SUPPORTED']);
    expect(unsupported.body.errors?.[0]?.message).toBe('PersistedQueryNotSupported');
    expect((await post(url, { query: ME, ...named(sha256(ME)) })).body).toEqual(ADA);
  });
});
