import { afterEach, describe, expect, it } from '@jest/globals';
import type { Router, RouterConfig } from '../../src/index.js';
import { codes, until } from '../../test/support/client.js';
import { fragileReviews } from '../../test/support/fragile-reviews.js';
import { serveShop } from '../../test/support/served-shop.js';
import { shopRouter } from '../../test/support/shop.js';
import { eventLog } from '../../test/support/shop-events.js';

const routers: Router<string>[] = [];
afterEach(async () => {
  await Promise.all(routers.splice(0).map((router) => router.close()));
  await until(() => eventLog.readers === 0);
});

type Policy = NonNullable<RouterConfig['subscriptions']>;
const reconnect = { attempts: 100, firstDelayMs: 1, longestDelayMs: 2 };
const resume = { reviewAdded: { argument: 'after', field: 'sequence' } };

async function started(subscriptions?: Policy) {
  const reviews = fragileReviews();
  const router = await shopRouter({
    subgraphs: { reviews: reviews.transport },
    ...(subscriptions && { subscriptions }),
  });
  routers.push(router);
  return { reviews, router };
}

const ADDED = `subscription ($after: String) {
  reviewAdded(upc: "p2", after: $after) { node { body author { sharp } } }
}`;
const event = (body: string | null, sharp: string) => ({
  data: { reviewAdded: { node: { body, author: { sharp } } } },
});

describe('a subgraph whose stream breaks', () => {
  it('ends the streams of its clients, unless it is to be connected again', async () => {
    const { reviews, router } = await started();
    const events = router.subscribe({ query: 'subscription { reviewAdded(upc: "p1") { id } }' });
    const next = events.next();
    await until(() => eventLog.readers === 1);
    reviews.break();
    expect(codes((await next).value)).toEqual(['SUBGRAPH_UNAVAILABLE']);
    expect((await events.next()).done).toBe(true);
    expect(reviews.opened).toBe(1);
  });

  it('is connected again while clients wait, who hear that they may have missed something', async () => {
    const { reviews, router } = await started({ reconnect });
    const events = router.subscribe({ query: ADDED });
    const first = events.next();
    await until(() => eventLog.readers === 1);
    eventLog.append('p2', 'r3');
    expect((await first).value).toEqual(event(null, 'sharp u1'));
    reviews.down = true;
    reviews.break();
    await until(() => reviews.opened > 3);
    reviews.down = false;
    await until(() => eventLog.readers === 1);
    for (const review of ['r3', 'r3']) eventLog.append('p2', review);
    expect((await events.next()).value).toEqual({
      ...event(null, 'sharp u1'),
      extensions: { reconnected: true },
    });
    expect((await events.next()).value).toEqual(event(null, 'sharp u1'));
    await events.return?.();
  });

  it('is asked for what came after the last event, where it is known how', async () => {
    const { reviews, router } = await started({ reconnect, resume });
    const before = `${eventLog.length}`;
    const events = router.subscribe({ query: ADDED, variables: { after: before } });
    eventLog.append('p2', 'r3');
    expect((await events.next()).value).toEqual(event(null, 'sharp u1'));
    reviews.down = true;
    reviews.break();
    await until(() => eventLog.readers === 0 && reviews.opened > 1);
    for (const review of ['r3', 'r3', 'r3']) eventLog.append('p2', review);
    reviews.down = false;
    for (let missed = 0; missed < 3; missed++) {
      expect((await events.next()).value).toEqual(event(null, 'sharp u1'));
    }
    const next = events.next();
    await until(() => eventLog.readers === 1);
    eventLog.append('p2', 'r3');
    expect((await next).value).toEqual(event(null, 'sharp u1'));
    await events.return?.();
  });

  it('is given up after so many attempts', async () => {
    const { reviews, router } = await started({ reconnect: { ...reconnect, attempts: 3 } });
    const events = router.subscribe({ query: ADDED });
    const next = events.next();
    await until(() => eventLog.readers === 1);
    reviews.down = true;
    reviews.break();
    expect(codes((await next).value)).toEqual(['SUBGRAPH_UNAVAILABLE']);
    expect(reviews.opened).toBe(4);
  });

  it('is let go when the last client leaves meanwhile', async () => {
    const { reviews, router } = await started({ reconnect: { attempts: 3, firstDelayMs: 60_000 } });
    const events = router.subscribe({ query: ADDED });
    void events.next();
    await until(() => eventLog.readers === 1);
    reviews.break();
    await until(() => eventLog.readers === 0);
    await events.return?.();
    expect(reviews.opened).toBe(1);
  });
});

it('goes on over WebSockets that were cut, and misses nothing', async () => {
  const served = await serveShop();
  const router = await shopRouter({
    subgraphs: served.transports(),
    subscriptions: { reconnect, resume },
  });
  const events = router.subscribe({ query: ADDED });
  const first = events.next();
  await until(() => eventLog.readers === 1);
  eventLog.append('p2', 'r3');
  expect((await first).value).toEqual(event(null, 'sharp u1'));
  served.subgraphs.reviews.cut();
  eventLog.append('p2', 'r3');
  expect((await events.next()).value).toEqual(event(null, 'sharp u1'));
  await events.return?.();
  await router.close();
  await served.close();
});
