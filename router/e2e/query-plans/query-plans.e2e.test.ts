import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import {
  type AuthenticationPort,
  demandControl,
  type ExplainedFetch,
  type ExplainedNode,
  type ExplainedPlan,
  type Router,
  type RouterResult,
} from '../../src/index.js';
import { codes, post, until } from '../../test/support/client.js';
import { type ServedShop, serveShop } from '../../test/support/served-shop.js';
import { shopRouter } from '../../test/support/shop.js';
import { eventLog } from '../../test/support/shop-events.js';

const STOCK = 'query Stock { latestReviews(first: 2) { id author { id email } } }';
const asked = { 'nexus-explain': 'plan', authorization: 'operator' };
const dry = { ...asked, 'nexus-explain': 'dry-run' };

let shop: ServedShop;
let router: Router<string>;
let silent: Router<string>;
let url: string;
beforeAll(async () => {
  shop = await serveShop();
  const authentication: AuthenticationPort<string> = {
    authenticate: async ({ headers, connectionParams }) => ({
      principal: String(connectionParams?.authorization ?? headers.authorization),
    }),
  };
  router = await shopRouter({
    authentication,
    subgraphs: shop.transports(),
    explain: ({ principal }) => principal === 'operator',
    plugins: [demandControl({ max: 1_000 })],
  });
  silent = await shopRouter();
  url = `${(await router.start({ port: 0 })).url}/graphql`;
});
afterAll(async () => {
  await Promise.all([router.close(), silent.close()]);
  await shop.close();
});

function planOf({ extensions }: RouterResult): ExplainedPlan {
  return extensions?.queryPlan as ExplainedPlan;
}

function fetchesOf(node: ExplainedNode | null): ExplainedFetch[] {
  switch (node?.kind) {
    case 'Fetch':
      return [node];
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(fetchesOf);
    default:
      return [];
  }
}

describe('a query plan', () => {
  it('is told beside the data, with what each fetch took and moved', async () => {
    const { body, status } = await post(url, { query: STOCK }, asked);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ latestReviews: { length: 2 } });
    const { mode, plan, text, timings, cost } = planOf(body);
    expect([mode, plan?.kind]).toEqual(['plan', 'Sequence']);
    const [reviews, accounts] = fetchesOf(plan);
    expect(reviews).toMatchObject({
      subgraph: 'reviews',
      operationKind: 'query',
      operation: expect.stringContaining('latestReviews(first:'),
      measured: { calls: 1, outcome: 'ok', status: 200 },
    });
    expect(reviews).not.toHaveProperty('paths');
    expect(accounts).toMatchObject({
      subgraph: 'accounts',
      paths: expect.arrayContaining([expect.stringContaining('latestReviews.@.author')]),
      measured: { representations: 2, outcome: 'ok' },
    });
    const { ms, startMs, sentBytes, receivedBytes } = accounts?.measured ?? {};
    expect(ms).toBeGreaterThan(0);
    expect(startMs).toBeGreaterThanOrEqual(reviews?.measured?.startMs ?? Infinity);
    const sent = shop.subgraphs.accounts.requests.at(-1);
    expect(sentBytes).toBe(Number(sent?.headers['content-length']));
    expect(receivedBytes).toBeGreaterThan(0);
    expect(timings.totalMs).toBeGreaterThanOrEqual(timings.executeMs ?? Infinity);
    expect(cost).toMatchObject({ estimated: 20, max: 1_000 });
    expect(text).toMatch(/Fetch accounts for \w+\.@\.author \(/);
    expect(text).toContain(`${ms} ms`);
  });

  it('says nothing of parsing where the document was known', async () => {
    const query = 'query Again { me { id } }';
    expect(planOf((await post(url, { query }, asked)).body).timings).toHaveProperty('parseMs');
    expect(planOf((await post(url, { query }, asked)).body).timings).not.toHaveProperty('parseMs');
  });

  it('is told without asking any subgraph', async () => {
    const received = shop.subgraphs.accounts.requests.length;
    const query = 'mutation { userRename(id: "u1", username: "x") { id } }';
    const { body, status } = await post(url, { query }, dry);
    expect([status, body.data]).toEqual([200, null]);
    const { mode, plan, timings, cost } = planOf(body);
    expect([mode, cost?.estimated]).toEqual(['dry-run', 11]);
    expect(fetchesOf(plan)).toMatchObject([{ subgraph: 'accounts', operationKind: 'mutation' }]);
    expect(fetchesOf(plan)[0]).not.toHaveProperty('measured');
    expect(timings).not.toHaveProperty('executeMs');
    expect(shop.subgraphs.accounts.requests).toHaveLength(received);
  });

  it('is refused whoever may not see it, and then nothing is run', async () => {
    const received = shop.subgraphs.accounts.requests.length;
    const query = 'mutation { userRename(id: "u1", username: "x") { id } }';
    const { status, body } = await post(url, { query }, { ...dry, authorization: 'anybody' });
    expect([status, codes(body)]).toEqual([403, ['EXPLAIN_NOT_ALLOWED']]);
    expect(shop.subgraphs.accounts.requests).toHaveLength(received);
    const { url: base } = await silent.start({ port: 0 });
    expect(codes((await post(`${base}/graphql`, { query }, dry)).body)).toEqual([
      'EXPLAIN_NOT_ALLOWED',
    ]);
  });

  it('is asked for by two words only', async () => {
    const headers = { ...asked, 'nexus-explain': 'yes' };
    const { status, body } = await post(url, { query: STOCK }, headers);
    expect([status, codes(body)]).toEqual([400, ['BAD_REQUEST']]);
  });

  it('is told over WebSocket to who asks in the extensions of an operation', async () => {
    const client = createClient({
      url: url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: { authorization: 'operator' },
    });
    const query = 'subscription { reviewAdded(upc: "p1") { id } }';
    const planned = client.iterate({ query, extensions: { explain: 'dry-run' } });
    expect(planOf((await planned.next()).value as RouterResult).plan).toMatchObject({
      kind: 'Subscription',
      primary: { subgraph: 'reviews', operationKind: 'subscription' },
    });
    expect(await planned.next()).toMatchObject({ done: true });
    expect(eventLog.readers).toBe(0);

    const events = client.iterate({ query, extensions: { explain: 'plan' } });
    const first = events.next();
    await until(() => eventLog.readers === 1);
    eventLog.append('p1', 'r1');
    expect(planOf((await first).value as RouterResult).text).toContain('Fetch reviews');
    const second = events.next();
    eventLog.append('p1', 'r2');
    expect((await second).value).not.toHaveProperty('extensions');
    await events.return?.();
    await client.dispose();
  });

  it('is told of a query that came without HTTP, in process: no bytes were moved', async () => {
    const local = await shopRouter({ explain: () => true });
    const extensions = { explain: 'plan' };
    const { url: base } = await local.start({ port: 0 });
    const { body } = await post(`${base}/graphql`, { query: '{ me { id } }', extensions });
    const [fetched] = fetchesOf(planOf(body).plan);
    expect(fetched?.measured).toMatchObject({ calls: 1, outcome: 'ok' });
    expect(fetched?.measured).not.toHaveProperty('sentBytes');
    await local.close();
  });

  it('says that there is nothing to fetch', async () => {
    const { body } = await post(url, { query: '{ __typename }' }, asked);
    expect(planOf(body)).toMatchObject({ plan: null, text: expect.stringContaining('Nothing') });
  });
});
