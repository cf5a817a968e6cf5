import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuthenticationFailed, type Router } from '../src/index.js';
import { codes, post, read } from './support/client.js';
import { shopRouter } from './support/shop.js';

let router: Router<string>;
let url: string;

beforeAll(async () => {
  router = await shopRouter({
    authentication: {
      async authenticate({ headers }) {
        const token = headers.authorization?.replace('Bearer ', '');
        if (token === undefined) return { anonymous: true };
        if (token === 'fault') throw new TypeError('the key store is on fire');
        if (token !== 'ada') throw new AuthenticationFailed();
        return { principal: token };
      },
    },
    plugins: [
      {
        name: 'cookies',
        onResponse({ operation, reply, subgraphExtensions }) {
          if (operation?.name === 'Cookie')
            reply?.setCookie('seen', `${subgraphExtensions.length}`);
        },
      },
    ],
  });
  const started = await router.start({ port: 0 });
  url = `${started.url}/graphql`;
});
afterAll(() => router.close());

describe('queries and mutations over HTTP', () => {
  it('answers a POST', async () => {
    const answer = await post(url, { query: '{ me { username } }' });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ data: { me: { username: 'ada' } } });
  });

  it('answers a GET that a browser page cannot forge', async () => {
    const target = `${url}?query=${encodeURIComponent('{ me { id } }')}`;
    const forged = await read(await fetch(target));
    expect(forged.status).toBe(400);
    const answer = await read(
      await fetch(target, { headers: { 'apollo-require-preflight': '1' } }),
    );
    expect(answer.body).toEqual({ data: { me: { id: 'u1' } } });
  });

  it('refuses a mutation by GET', async () => {
    const query = encodeURIComponent('mutation { userRename(id: "u1", username: "x") { id } }');
    const response = await fetch(`${url}?query=${query}`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  it('refuses a subscription without a stream, and says what to do', async () => {
    const { status, body } = await post(url, { query: 'subscription { ticks(count: 1) }' });
    expect(status).toBe(400);
    expect(body.errors?.[0]?.message).toContain('text/event-stream');
  });

  it('hands the principal to the subgraphs, and refuses bad credentials', async () => {
    const query = '{ whoAmI }';
    expect((await post(url, { query }, { authorization: 'Bearer ada' })).body).toEqual({
      data: { whoAmI: 'ada' },
    });
    expect((await post(url, { query })).body).toEqual({ data: { whoAmI: null } });
    const refused = await post(url, { query }, { authorization: 'Bearer eve' });
    expect([refused.status, codes(refused.body)]).toEqual([401, ['UNAUTHENTICATED']]);
    const fault = await post(url, { query }, { authorization: 'Bearer fault' });
    expect([fault.status, fault.body.errors?.[0]?.message]).toEqual([500, 'Internal server error']);
  });

  it('keeps a well-formed request id, replaces any other, and puts it into errors', async () => {
    const query = '{ me { boom } }';
    const kept = await post(url, { query }, { 'x-request-id': 'client-12345' });
    expect(kept.headers.get('x-request-id')).toBe('client-12345');
    expect(kept.body.errors?.[0]?.extensions?.requestId).toBe('client-12345');
    const replaced = await post(url, { query: '{' }, { 'x-request-id': 'a b' });
    const id = replaced.headers.get('x-request-id');
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(replaced.body.errors?.[0]?.extensions?.requestId).toBe(id);
  });

  it('masks what is unexpected and shows what is meant to be seen', async () => {
    const { body } = await post(url, { query: '{ me { boom } users { id sharp } }' });
    expect(body.data).toBeNull();
    expect(body.errors).toEqual([
      expect.objectContaining({
        message: 'Internal server error',
        path: ['me', 'boom'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.any(String) },
      }),
      expect.objectContaining({
        message: 'Cut',
        path: ['users', 1, 'sharp'],
        extensions: { code: 'FORBIDDEN', reason: 'sharp', requestId: expect.any(String) },
      }),
    ]);
    expect(JSON.stringify(body)).not.toContain('hunter2');
  });

  it('says so when no plan serves an operation, instead of a wrong answer', async () => {
    const native = await shopRouter({ planner: 'native' });
    const started = await native.start({ port: 0 });
    const query = '{ me { reviews { author { badge } } } }';
    const { status, body } = await post(`${started.url}/graphql`, { query });
    await native.close();
    expect([status, codes(body)]).toEqual([400, ['QUERY_PLANNING_FAILED']]);
    expect(body).not.toHaveProperty('data');
  });

  it('lets the host write a cookie with an answer', async () => {
    const answer = await post(url, { query: 'query Cookie { me { id } }' });
    expect(answer.headers.get('set-cookie')).toMatch(/^seen=0;/);
  });

  it('answers introspection, hidden elements left out', async () => {
    const query = `query ($name: String!) {
      __schema { queryType { name } }
      __type(name: $name) { name enumValues { name } }
      me { id __typename }
    }`;
    const { body } = await post(url, { query, variables: { name: 'Condition' } });
    expect(body.data).toEqual({
      __schema: { queryType: { name: 'Query' } },
      __type: { name: 'Condition', enumValues: [{ name: 'NEW' }, { name: 'USED' }] },
      me: { id: 'u1', __typename: 'User' },
    });
  });

  it('tells health, readiness and numbers', async () => {
    const base = url.replace('/graphql', '');
    expect((await fetch(`${base}/health`)).status).toBe(200);
    expect((await fetch(`${base}/ready`)).status).toBe(200);
    const metrics = await (await fetch(`${base}/metrics`)).text();
    expect(metrics).toMatch(/router_subgraph_request_duration_seconds_count\{[^}]*"accounts"/);
    expect(metrics).toMatch(/router_operation_duration_seconds_count\{kind="query",outcome="ok"\}/);
    const lost = await read(await fetch(`${base}/nowhere`));
    expect([lost.status, codes(lost.body)]).toEqual([404, ['NOT_FOUND']]);
  });
});
