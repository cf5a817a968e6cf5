import { afterEach, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import {
  type AuthenticationPort,
  type BucketStore,
  demandControl,
  type Router,
  type RouterPlugin,
  rateLimits,
  redisBuckets,
} from '../../src/index.js';
import { libraryRouter } from '../../test/demand/serve-library.js';
import { codes, post } from '../../test/support/client.js';
import { hasRedis, startRedis } from '../../test/support/redis-server.js';

/** Milliseconds; a busy machine is no Redis that is away. */
const PATIENT = 30_000;

let router: Router | undefined;
afterEach(() => router?.close());

const authentication: AuthenticationPort<unknown> = {
  authenticate: async ({ headers, connectionParams, ip }) => {
    const token = headers.authorization ?? connectionParams?.authorization;
    const attributes = { ip: headers['x-test-ip'] ?? ip };
    return token ? { principal: { id: token }, attributes } : { anonymous: true, attributes };
  },
};

async function start(...plugins: RouterPlugin[]): Promise<string> {
  router = await libraryRouter({ plugins, authentication });
  return `${(await router.start({ port: 0 })).url}/graphql`;
}

// Refilled so slowly that no test waits for it.
const bucket = { capacity: 20, refillPerSecond: 0.01 };
const BOOK = { query: '{ book(id: 1) { id } }' }; // costs 5
const demand = demandControl({ max: 1_000 });
const byCost = () => rateLimits({ ...bucket, cost: demand.estimate });

describe('rate limits', () => {
  it('let a client spend its budget, then tell it when to come back', async () => {
    const url = await start(demand, byCost());
    const ada = { authorization: 'ada' };
    for (let turn = 0; turn < 4; turn++) expect((await post(url, BOOK, ada)).status).toBe(200);
    const { status, headers, body } = await post(url, BOOK, ada);
    expect([status, codes(body), 'data' in body]).toEqual([429, ['RATE_LIMITED'], false]);
    const seconds = Number(headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(490);
    expect(seconds).toBeLessThanOrEqual(500);
    const retryAfterMs = body.errors?.[0]?.extensions?.retryAfterMs as number;
    expect(Math.ceil(retryAfterMs / 1000)).toBe(seconds);
  });

  it('take nobody for somebody else', async () => {
    const url = await start(rateLimits({ ...bucket, capacity: 1 }));
    const ask = async (headers: Record<string, string>) => (await post(url, BOOK, headers)).status;
    expect([await ask({ authorization: 'ada' }), await ask({ authorization: 'ada' })]).toEqual([
      200, 429,
    ]);
    expect(await ask({ authorization: 'bob' })).toBe(200);
    expect([await ask({ 'x-test-ip': 'ada' }), await ask({ 'x-test-ip': 'ada' })]).toEqual([
      200, 429,
    ]);
    expect(await ask({ 'x-test-ip': '10.0.0.2' })).toBe(200);
  });

  it('charge what an operation may cost, at least 1', async () => {
    const url = await start(demand, byCost());
    const shelf = '{ page(first: 3) { edges { node { id } } } }'; // 19
    expect((await post(url, { query: shelf })).status).toBe(200);
    expect((await post(url, { query: '{ __typename }' })).status).toBe(200);
    expect((await post(url, { query: '{ __typename }' })).status).toBe(429);
  });

  it('tell who asks for more than a bucket holds that waiting is in vain', async () => {
    const url = await start(demand, byCost());
    const { status, headers, body } = await post(url, { query: '{ shelf { id } }' });
    expect([status, headers.get('retry-after')]).toEqual([400, null]);
    expect(body.errors?.[0]?.extensions).toMatchObject({
      code: 'COST_ESTIMATED_TOO_EXPENSIVE',
      estimated: 50,
      max: 20,
    });
  });

  it('are told over WebSocket as an error with the time to wait', async () => {
    const url = await start(rateLimits({ ...bucket, capacity: 1 }));
    const client = createClient({
      url: url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: { authorization: 'ada' },
    });
    await client.iterate(BOOK).next();
    const [error] = await client
      .iterate({ query: 'subscription { lent { id } }' })
      .next()
      .catch((errors) => errors);
    await client.dispose();
    expect(error.extensions).toMatchObject({
      code: 'RATE_LIMITED',
      retryAfterMs: expect.any(Number),
    });
  });

  it("do not count the host's own operations", async () => {
    await start(rateLimits({ ...bucket, capacity: 1 }));
    for (let turn = 0; turn < 3; turn++) {
      expect(await router?.execute(BOOK)).not.toHaveProperty('errors');
    }
  });

  it('count by whatever key the host knows, or not at all', async () => {
    const key = ({ operation }: { operation: { name: string | undefined } }) => operation.name;
    const url = await start(rateLimits({ ...bucket, capacity: 1, key }));
    const ask = async (query: string) => (await post(url, { query })).status;
    expect([await ask('query A { hue }'), await ask('query A { hue }')]).toEqual([200, 429]);
    expect([await ask('{ hue }'), await ask('{ hue }')]).toEqual([200, 200]);
  });

  (hasRedis ? it : it.skip)('are shared by routers that share a Redis', async () => {
    const redis = await startRedis();
    const client = redis.connect();
    const plugins = [
      rateLimits({ ...bucket, capacity: 2, store: redisBuckets({ client, timeoutMs: PATIENT }) }),
    ];
    const routers = [await libraryRouter({ plugins }), await libraryRouter({ plugins })];
    const urls = await Promise.all(
      routers.map(async (each) => `${(await each.start({ port: 0 })).url}/graphql`),
    );
    const statuses: number[] = [];
    for (const url of [...urls, ...urls]) statuses.push((await post(url, BOOK)).status);
    expect(statuses).toEqual([200, 200, 429, 429]);
    await Promise.all(routers.map((each) => each.close()));
    await redis.stop();
  });

  describe('while the store is away', () => {
    const store: BucketStore = { take: async () => Promise.reject(new TypeError('no Redis')) };

    it('let everybody through, and tell the host', async () => {
      const told: unknown[] = [];
      const onUnavailable = (error: unknown) => void told.push(error);
      const url = await start(rateLimits({ ...bucket, store, onUnavailable }));
      expect((await post(url, BOOK)).status).toBe(200);
      expect(told).toEqual([new TypeError('no Redis')]);
    });

    it('or nobody, where that is wanted', async () => {
      const url = await start(rateLimits({ ...bucket, store, whenUnavailable: 'refuse' }));
      const { status, headers, body } = await post(url, BOOK);
      expect([status, headers.get('retry-after')]).toEqual([503, '1']);
      expect(codes(body)).toEqual(['RATE_LIMIT_UNAVAILABLE']);
      expect(JSON.stringify(body)).not.toContain('Redis');
    });
  });

  it.each([{ capacity: 0.5 }, { refillPerSecond: 0 }, { capacity: Number.NaN }])(
    'refuse %j',
    (options) => {
      expect(() => rateLimits({ ...bucket, ...options })).toThrow(RangeError);
    },
  );
});
