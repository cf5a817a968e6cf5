import { describe, expect, it } from '@jest/globals';
import { EventQueue } from '../src/support/event-queue.js';
import { until } from './support/client.js';
import { shopRouter } from './support/shop.js';
import { eventLog } from './support/shop-events.js';

describe('a queue of events', () => {
  it('serves everybody who waits, in the order in which they asked', async () => {
    const queue = new EventQueue<number>(10);
    const [first, second, third] = [queue.next(), queue.next(), queue.next()];
    for (const item of [1, 2]) queue.push(item);
    expect(await Promise.all([first, second])).toEqual([1, 2]);
    queue.end();
    expect(await third).toBeUndefined();
    expect(await queue.next()).toBeUndefined();
  });

  it('lets nobody wait once it has ended, with or without what was left', async () => {
    const queue = new EventQueue<number>(10);
    const waiting = [queue.next(), queue.next()];
    queue.end(true);
    expect(await Promise.all(waiting)).toEqual([undefined, undefined]);
    queue.push(1);
    expect(await queue.next()).toBeUndefined();
  });

  it('holds no more than its capacity, for which those who wait do not count', () => {
    const queue = new EventQueue<number>(1);
    void queue.next();
    expect([queue.push(1), queue.push(2), queue.push(3)]).toEqual([true, true, false]);
  });

  it('drops the oldest where it may, and counts them', async () => {
    const queue = new EventQueue<number>(2, true);
    for (const item of [1, 2, 3, 4]) queue.push(item);
    expect(await queue.next()).toBe(3);
    expect([queue.takeLost(), queue.takeLost()]).toEqual([2, 0]);
  });
});

describe('several calls of `next` at once', () => {
  const query = 'subscription { reviewAdded(upc: "p2") { node { body } } }';
  const event = (body: string | null) => ({ data: { reviewAdded: { node: { body } } } });

  it('get an event each, and the end', async () => {
    const router = await shopRouter();
    const events = router.subscribe({ query });
    const waiting = [events.next(), events.next(), events.next(), events.next()];
    await until(() => eventLog.readers === 1);
    for (const review of ['r2', 'r3']) eventLog.append('p2', review);
    const [first, second] = await Promise.all(waiting.slice(0, 2));
    expect([first?.value, second?.value]).toEqual([event('Bright'), event(null)]);
    await events.return?.();
    expect(await Promise.all(waiting.slice(2))).toEqual(
      Array(2).fill({ done: true, value: undefined }),
    );
    await router.close();
  });
});
