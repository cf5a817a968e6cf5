import { afterEach, expect, it } from '@jest/globals';
import type { Router, RouterPlugin } from '../../src/index.js';
import { streamFormats } from '../../src/server/stream-formats.js';
import { codes, post, until } from '../../test/support/client.js';
import { openMultipart } from '../../test/support/multipart.js';
import { shopRouter } from '../../test/support/shop.js';
import { eventLog } from '../../test/support/shop-events.js';

const routers: Router<string>[] = [];
afterEach(async () => {
  await Promise.all(routers.splice(0).map((router) => router.close()));
  expect(eventLog.readers).toBe(0);
});

async function started(config: Parameters<typeof shopRouter>[0] = {}) {
  const router = await shopRouter(config);
  routers.push(router);
  return `${(await router.start({ port: 0 })).url}/graphql`;
}

const ADDED =
  'subscription { reviewAdded(upc: "p1") { node { body product { ... on Book { name } } } } }';

it('answers a subscription part by part, and ends it as the protocol says', async () => {
  const url = await started();
  const stream = await openMultipart(url, { query: 'subscription { ticks(count: 2) }' });
  expect([stream.status, stream.headers.get('content-type')]).toEqual([
    200,
    'multipart/mixed;boundary="graphql";subscriptionSpec=1.0',
  ]);
  expect(await stream.next()).toEqual({ payload: { data: { ticks: 1 } } });
  expect(await stream.next()).toEqual({ payload: { data: { ticks: 2 } } });
  expect(await stream.next()).toEqual({ payload: null });
  expect(await stream.next()).toBeUndefined();
  expect(stream.whole).toBe(true);
});

it('joins each event with other subgraphs, and ends its source when the client leaves', async () => {
  const transports: string[] = [];
  const ear: RouterPlugin<string> = {
    name: 'ear',
    onPlan: ({ transport }) => void transports.push(transport),
  };
  const url = await started({ plugins: [ear] });
  const stream = await openMultipart(url, { query: ADDED });
  await until(() => eventLog.readers === 1);
  eventLog.append('p1', 'r1');
  expect(await stream.next()).toMatchObject({ payload: { data: { reviewAdded: { node: {} } } } });
  stream.close();
  await until(() => eventLog.readers === 0);
  expect(transports).toEqual(['multipart']);
});

it('answers a query, and what is no valid operation, as JSON', async () => {
  const url = await started();
  const accept = 'multipart/mixed;subscriptionSpec="1.0", application/graphql-response+json';
  const query = await post(url, { query: '{ me { id } }' }, { accept });
  expect([query.status, query.body]).toEqual([200, { data: { me: { id: 'u1' } } }]);
  const invalid = await post(url, { query: 'subscription { nope }' }, { accept });
  expect([invalid.status, codes(invalid.body)]).toEqual([400, ['GRAPHQL_VALIDATION_FAILED']]);
});

it('answers a query in one part to those who take nothing else', async () => {
  const url = await started();
  const accept = 'multipart/mixed;subscriptionSpec=1.0';
  const stream = await openMultipart(url, { query: '{ me { id } }' }, { accept });
  expect(await stream.next()).toEqual({ payload: { data: { me: { id: 'u1' } } } });
  expect(await stream.next()).toEqual({ payload: null });
});

it('tells the errors of an event in its payload', async () => {
  const url = await started();
  const stream = await openMultipart(url, { query: 'subscription { broken }' });
  expect(await stream.next()).toMatchObject({
    payload: {
      data: { broken: null },
      errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    },
  });
  expect(await stream.next()).toEqual({ payload: null });
});

it('keeps the connection open with empty parts', () => {
  expect(streamFormats['multipart/mixed'].heartbeat).toBe(
    '\r\ncontent-type: application/json\r\n\r\n{}\r\n--graphql',
  );
});
