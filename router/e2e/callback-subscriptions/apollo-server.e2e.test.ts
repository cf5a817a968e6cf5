import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginSubscriptionCallback } from '@apollo/server/plugin/subscriptionCallback';
import { startStandaloneServer } from '@apollo/server/standalone';
import { afterEach, describe, expect, it } from '@jest/globals';
import { callback, http, type Router, type RouterConfig } from '../../src/index.js';
import { codes, until } from '../../test/support/client.js';
import { shopRouter } from '../../test/support/shop.js';
import { eventLog } from '../../test/support/shop-events.js';
import { shopSchema } from '../../test/support/shop-subgraphs.js';
import { openEvents } from '../../test/support/sse.js';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await until(() => eventLog.readers === 0);
});

/** The shop's reviews behind Apollo Server, as its documentation sets callbacks up. */
async function apolloReviews() {
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };
  const answers: number[] = [];
  const fetcher: typeof fetch = async (...asked) => {
    const response = await fetch(...asked);
    answers.push(response.status);
    return response;
  };
  const options = { retry: { retries: 0 }, fetcher: fetcher as never };
  const server = new ApolloServer({
    schema: shopSchema('reviews'),
    logger: quiet,
    plugins: [ApolloServerPluginSubscriptionCallback(options)],
  });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= server.stop());
  closing.push(stop);
  return { url, stop, answers };
}

interface Options extends Partial<RouterConfig<string>> {
  heartbeatIntervalMs?: number;
  publicUrl?: string;
}

async function start({ heartbeatIntervalMs = 5_000, publicUrl, ...config }: Options = {}) {
  const reviews = await apolloReviews();
  let own = 'http://127.0.0.1:1';
  const callbacks = callback({ publicUrl: () => publicUrl ?? own, heartbeatIntervalMs });
  const transport = http<string>({ url: reviews.url, subscriptions: callbacks });
  const router: Router<string> = await shopRouter({
    callbacks,
    ...config,
    subgraphs: { reviews: transport },
  });
  closing.push(() => router.close());
  own = (await router.start({ port: 0 })).url;
  return { router, reviews, url: `${own}/graphql` };
}

const ADDED = `subscription { reviewAdded(upc: "p2") { node { body author { username badge } } } }`;
const event = (body: string | null, username: string) => ({
  data: { reviewAdded: { node: { body, author: { username, badge: `*${username}*` } } } },
});

describe('subscriptions of an Apollo Server by callbacks', () => {
  it('reach the clients, joined with other subgraphs, and end with the last of them', async () => {
    const { url } = await start();
    const events = await openEvents(url, { query: ADDED });
    await until(() => eventLog.readers === 1);
    for (const review of ['r2', 'r3']) eventLog.append('p2', review);
    expect((await events.next()).data).toEqual(event('Bright', 'bob'));
    expect((await events.next()).data).toEqual(event(null, 'ada'));
    events.close();
    // Apollo Server hears of it when it next calls.
    await until(() => {
      eventLog.append('p2', 'r2');
      return eventLog.readers === 0;
    });
  });

  it('end when the subgraph ends them', async () => {
    const { router } = await start();
    const events = router.subscribe({ query: 'subscription { ticks(count: 3) }' });
    const heard: unknown[] = [];
    for await (const { data } of events) heard.push(data?.ticks);
    expect(heard).toEqual([1, 2, 3]);
  });

  it('that the subgraph refuses tell why', async () => {
    const { router } = await start();
    const events = router.subscribe({ query: 'subscription { broken }' });
    const { value } = await events.next();
    expect(value).toMatchObject({ data: { broken: null }, errors: [{ path: ['broken'] }] });
    expect((await events.next()).done).toBe(true);
  });

  it('are kept up by heartbeats, and end with the server', async () => {
    const { router, reviews } = await start({ heartbeatIntervalMs: 700 });
    const events = router.subscribe({ query: ADDED });
    const first = events.next();
    await until(() => eventLog.readers === 1);
    // The first one is no heartbeat: by it the subscription began.
    while (reviews.answers.length < 3) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(reviews.answers).toEqual([204, 204, 204]);
    eventLog.append('p2', 'r2');
    expect((await first).value).toEqual(event('Bright', 'bob'));
    const end = events.next();
    await reviews.stop();
    expect((await end).done).toBe(true);
  });

  it('are unavailable where the subgraph does not reach the router', async () => {
    const { router } = await start({ publicUrl: 'http://127.0.0.1:1' });
    const events = router.subscribe({ query: ADDED });
    expect(codes((await events.next()).value)).toEqual(['SUBGRAPH_UNAVAILABLE']);
    expect((await events.next()).done).toBe(true);
    expect(eventLog.readers).toBe(0);
  });
});
