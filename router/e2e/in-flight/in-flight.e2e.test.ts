import { afterEach, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import {
  demandControl,
  type RouterConfig,
  type RouterPlugin,
  rateLimits,
} from '../../src/index.js';
import { codes, post, until } from '../../test/support/client.js';
import { shopRouter } from '../../test/support/shop.js';
import { type Behaviour, type Stock, startStock } from '../traffic-shaping/stock.js';

let stock: Stock | undefined;
afterEach(() => stock?.close());

const COUNT = { query: '{ count }' };
const counted = { data: { count: 3 } };

/** A stock whose calls wait until the test lets them go. */
async function startHeld(config: Partial<RouterConfig<string>> = {}, behaviour?: Behaviour) {
  let planned = 0;
  const held: (() => void)[] = [];
  const counter: RouterPlugin<string> = { name: 'counter', onPlan: () => void planned++ };
  stock = await startStock({
    deduplicate: true,
    ...config,
    plugins: [...(config.plugins ?? []), counter],
  });
  const { url, script, received, router } = stock;
  const hold: Behaviour = (response) => {
    held.push(() => {
      if (typeof behaviour === 'function') return behaviour(response);
      const body = JSON.stringify({ data: { count: 3, place: 'shelf', take: 2 } });
      response.writeHead(200, { 'content-type': 'application/json' }).end(body);
    });
  };
  for (let turn = 0; turn < 10; turn++) script.push(hold);
  return {
    url,
    received,
    router,
    /** Waits until so many operations are being executed, and so many calls have come of it. */
    async underWay(operations: number, calls: number): Promise<void> {
      await until(() => planned >= operations && received.length >= calls);
      for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
      expect(received).toHaveLength(calls);
    },
    release: () => {
      for (const answer of held.splice(0)) answer();
    },
  };
}

const principals: NonNullable<RouterConfig<string>['authentication']> = {
  authenticate: async ({ headers: { authorization } }) =>
    authorization === undefined ? { anonymous: true } : { principal: authorization },
  audience: (session) => session.split('/')[0] ?? '',
};

describe('equal queries under way', () => {
  it('are executed once, also in other words of the request', async () => {
    const { url, underWay, release, router } = await startHeld({ batching: true });
    const client = createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket });
    const answers = [
      post(url, COUNT),
      post(url, { ...COUNT, variables: {}, extensions: { mine: 1 } }),
      fetch(`${url}?query=${encodeURIComponent(COUNT.query)}`, {
        headers: { 'apollo-require-preflight': 'yes' },
      }).then(async (response) => ({ headers: response.headers, body: await response.json() })),
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
        body: JSON.stringify(COUNT),
      }).then(async (response) => {
        const data = /data: (.+)/.exec(await response.text())?.[1] ?? '';
        return { headers: response.headers, body: JSON.parse(data) };
      }),
    ];
    const batch = fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([COUNT, COUNT]),
    });
    const socket = client.iterate(COUNT)[Symbol.asyncIterator]();
    const next = socket.next();
    await underWay(7, 1);
    release();
    expect(await (await batch).json()).toEqual([counted, counted]);
    expect((await next).value).toEqual(counted);
    await client.dispose();
    const all = await Promise.all(answers);
    expect(all.map(({ body }) => body)).toEqual([counted, counted, counted, counted]);
    const ids = new Set(all.map(({ headers }) => headers.get('x-request-id')));
    expect(ids.size).toBe(4);
    expect(await router.metrics.metrics()).toContain('router_operations_deduplicated_total 6');
  });

  it('are executed by themselves where the host has not switched it on', async () => {
    const { url, underWay, release } = await startHeld({ deduplicate: false });
    const answers = [post(url, COUNT), post(url, COUNT)];
    await underWay(2, 2);
    release();
    for (const { body } of await Promise.all(answers)) expect(body).toEqual(counted);
  });

  it('are shared by sessions of one audience, and never by two', async () => {
    const { url, underWay, release } = await startHeld({ authentication: principals });
    const as = (authorization: string) => post(url, COUNT, { authorization });
    const answers = [as('ada/phone'), as('ada/desk'), as('bob/desk'), post(url, COUNT)];
    await underWay(4, 3);
    release();
    await Promise.all(answers);
  });

  it('are shared as the host itself says', async () => {
    const { url, underWay, release } = await startHeld({
      authentication: principals,
      deduplicate: ({ principal }) => (principal === null ? undefined : 'signed in'),
    });
    const as = (authorization: string) => post(url, COUNT, { authorization });
    const answers = [as('ada/desk'), as('bob/desk'), post(url, COUNT), post(url, COUNT)];
    await underWay(4, 3);
    release();
    await Promise.all(answers);
  });

  it('are not equal when their headers reach subgraphs', async () => {
    const headers = { propagate: ['accept-language'] };
    const { url, underWay, release } = await startHeld({ traffic: { default: { headers } } });
    const answers = ['de', 'fr', 'fr'].map((language) =>
      post(url, COUNT, { 'accept-language': language, 'x-other': language }),
    );
    await underWay(3, 2);
    release();
    await Promise.all(answers);
  });

  it('are mutations never', async () => {
    const { url, underWay, release } = await startHeld();
    const take = { query: 'mutation { take }' };
    const answers = [post(url, take), post(url, take)];
    await underWay(2, 2);
    release();
    await Promise.all(answers);
  });

  it('are subscriptions never: each client has its own events', async () => {
    const shop = await shopRouter({ deduplicate: true });
    const { url } = await shop.start({ port: 0 });
    const events = async (): Promise<string[]> => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
        body: JSON.stringify({ query: 'subscription { ticks(count: 2) }' }),
      });
      return (await response.text()).match(/data: \{.*/g) ?? [];
    };
    const both = await Promise.all([events(), events()]);
    const told = [1, 2].map((tick) => `data: {"data":{"ticks":${tick}}}`);
    expect(both).toEqual([told, told]);
    expect(await shop.metrics.metrics()).toContain('router_operations_deduplicated_total 0');
    await shop.close();
  });

  it('go on for the others when the first client hangs up', async () => {
    const { url, underWay, release, received } = await startHeld();
    const client = new AbortController();
    const first = fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(COUNT),
      signal: client.signal,
    }).catch(() => 'gone');
    await underWay(1, 1);
    const second = post(url, COUNT);
    await underWay(2, 1);
    client.abort();
    expect(await first).toBe('gone');
    await underWay(2, 1);
    release();
    expect((await second).body).toEqual(counted);
    expect(received).toHaveLength(1);
  });

  it('are each charged, refused and told what they cost', async () => {
    const cost = demandControl<string>({ max: 100 });
    const { url, underWay, release } = await startHeld({
      plugins: [cost, rateLimits({ capacity: 2, refillPerSecond: 0.001, key: () => 'all' })],
    });
    const answers = [post(url, { ...COUNT, extensions: { cost: true } }), post(url, COUNT)];
    await underWay(2, 1);
    const third = await post(url, COUNT);
    expect([third.status, codes(third.body)]).toEqual([429, ['RATE_LIMITED']]);
    release();
    const [first, second] = await Promise.all(answers);
    expect(first?.body).toMatchObject({ ...counted, extensions: { cost: { max: 100 } } });
    expect(second?.body).toEqual(counted);
  });

  it('are each told of what failed with the id of its own request', async () => {
    const { url, underWay, release } = await startHeld({}, (response) => response.destroy());
    const answers = [post(url, COUNT), post(url, COUNT)];
    await underWay(2, 1);
    release();
    for (const { body, headers } of await Promise.all(answers)) {
      expect(codes(body)).toEqual(['SUBGRAPH_UNAVAILABLE']);
      expect(body.errors?.[0]?.extensions?.requestId).toBe(headers.get('x-request-id'));
    }
  });
});
