import { afterEach, expect, it } from '@jest/globals';
import type { Router, RouterConfig } from '../../src/index.js';
import { codes, until } from '../../test/support/client.js';
import { shopRouter } from '../../test/support/shop.js';
import { eventLog } from '../../test/support/shop-events.js';

const routers: Router<string>[] = [];
afterEach(async () => {
  await Promise.all(routers.splice(0).map((router) => router.close()));
  await until(() => eventLog.readers === 0);
});

const query = 'subscription { reviewAdded(upc: "p2") { sequence } }';

/** Two clients of one stream: one that reads each event, and one that reads none of five. */
async function fiveEvents(slowClients?: 'close' | 'lose-oldest') {
  const subscriptions: RouterConfig['subscriptions'] = slowClients && { slowClients };
  const router = await shopRouter({
    limits: { eventQueue: 2 },
    ...(subscriptions && { subscriptions }),
  });
  routers.push(router);
  const [slow, quick] = [router.subscribe({ query }), router.subscribe({ query })];
  const told: unknown[] = [];
  for (let count = 0; count < 5; count++) {
    const next = quick.next();
    await until(() => eventLog.readers === 1);
    eventLog.append('p2', 'r2');
    told.push((await next).value);
  }
  const last = eventLog.length;
  const event = (sequence: number) => ({ data: { reviewAdded: { sequence: `${sequence}` } } });
  expect(told).toEqual([4, 3, 2, 1, 0].map((back) => event(last - back)));
  await quick.return?.();
  return { slow, last, event };
}

it('ends the stream of a client that falls behind, and of no other', async () => {
  const { slow } = await fiveEvents();
  expect(codes((await slow.next()).value)).toEqual(['SUBSCRIPTION_OVERFLOW']);
  expect((await slow.next()).done).toBe(true);
});

it('or drops what waited longest, and says how many', async () => {
  const { slow, last, event } = await fiveEvents('lose-oldest');
  expect((await slow.next()).value).toEqual({ ...event(last - 1), extensions: { dropped: 3 } });
  expect((await slow.next()).value).toEqual(event(last));
  const next = slow.next();
  eventLog.append('p2', 'r2');
  expect((await next).value).toEqual(event(last + 1));
  await slow.return?.();
});
