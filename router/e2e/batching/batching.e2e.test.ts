import { afterEach, expect, it } from '@jest/globals';
import type { Router, RouterPlugin, RouterResult } from '../../src/index.js';
import { codes, post } from '../../test/support/client.js';
import { shopRouter } from '../../test/support/shop.js';

const routers: Router<string>[] = [];
afterEach(async () => {
  await Promise.all(routers.splice(0).map((router) => router.close()));
});

async function started(config: Parameters<typeof shopRouter>[0] = {}) {
  const router = await shopRouter({ batching: true, ...config });
  routers.push(router);
  const url = `${(await router.start({ port: 0 })).url}/graphql`;
  return async (operations: unknown, headers: Record<string, string> = {}) => {
    const answer = await post(url, operations, headers);
    return { ...answer, results: answer.body as unknown as RouterResult[] };
  };
}

const me = { query: '{ me { id } }' };

it('answers each operation of a list in its place, right or wrong', async () => {
  const send = await started();
  const { status, headers, results } = await send([
    me,
    { query: '{ nope }' },
    { query: 'query ($id: ID!) { user(id: $id) { username } }', variables: { id: 'u2' } },
    { query: 'mutation { reviewAdd(upc: "p1", body: "Good") { id } }' },
    { query: 'subscription { ticks(count: 1) }' },
    { variables: {} },
    null,
    { query: '{ me { boom } }' },
  ]);
  expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
  expect(results.map(({ data }) => data)).toEqual([
    { me: { id: 'u1' } },
    undefined,
    { user: { username: 'bob' } },
    { reviewAdd: { id: 'r9' } },
    undefined,
    undefined,
    undefined,
    { me: { boom: null } },
  ]);
  expect(results.map(codes)).toEqual([
    [],
    ['GRAPHQL_VALIDATION_FAILED'],
    [],
    [],
    ['BAD_REQUEST'],
    ['BAD_REQUEST'],
    ['BAD_REQUEST'],
    ['INTERNAL_SERVER_ERROR'],
  ]);
  for (const { extensions } of results.flatMap(({ errors = [] }) => errors)) {
    expect(extensions?.requestId).toEqual(expect.any(String));
  }
});

it('gives each operation a caller of its own, and each answer to the plugins', async () => {
  const callers = new Set<unknown>();
  const heard: unknown[] = [];
  const ear: RouterPlugin<string> = {
    name: 'ear',
    onPlan: ({ caller }) => void callers.add(caller),
    onResponse: ({ result }) => void heard.push(result.data),
  };
  const send = await started({ plugins: [ear] });
  await send([me, me, { query: '{ nope }' }]);
  expect(callers.size).toBe(2);
  expect(heard).toHaveLength(3);
});

it.each([
  ['nothing', 0, 'BAD_REQUEST'],
  ['more than ten', 11, 'BATCH_TOO_LARGE'],
])('refuses a list of %s', async (_, length, code) => {
  const send = await started();
  const { status, body } = await send(Array(length).fill(me));
  expect([status, codes(body)]).toEqual([400, [code]]);
  expect((await send(Array(10).fill(me))).results).toHaveLength(10);
});

it('takes as many as it is told', async () => {
  const send = await started({ limits: { batch: 2 } });
  expect((await send([me, me])).results).toHaveLength(2);
  expect(codes((await send([me, me, me])).body)).toEqual(['BATCH_TOO_LARGE']);
});

it('refuses every list unless it is configured', async () => {
  const send = await started({ batching: false });
  const { status, body } = await send([me]);
  expect([status, codes(body)]).toEqual([400, ['BAD_REQUEST']]);
});

it('refuses a list to those who take no JSON', async () => {
  const send = await started();
  const accept = 'multipart/mixed;subscriptionSpec=1.0';
  expect(codes((await send([me], { accept })).body)).toEqual(['NOT_ACCEPTABLE']);
});
