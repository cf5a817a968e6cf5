import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { createNexus, type EventStream, type Nexus } from '../src/index.js';
import { type SampleServer, startSampleServer } from './support/sample-server.js';

const CHANGED = `subscription Changed($after: String) {
  counterChanged(after: $after) { sequence value }
}`;

interface Changed {
  counterChanged: { sequence: string; value: number };
}

let server: SampleServer;
let nexus: Nexus;

beforeEach(async () => {
  server = await startSampleServer();
  nexus = createNexus({ url: server.url, WebSocket, retry: { baseMs: 5 } });
  await nexus.signIn({ email: 'mara@demo.test', password: 'right' });
});

afterEach(async () => {
  nexus.close();
  await server.close();
});

async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition(); waited += 5) {
    if (waited > 5_000) throw new RangeError('It did not come to that within 5 s.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Subscribes, and waits until the server knows it. */
async function follow(after?: string): Promise<EventStream<Changed>> {
  const count = server.subscribed.length;
  const stream = nexus.subscribe<Changed>(CHANGED, {}, after === undefined ? {} : { after });
  await until(() => server.subscribed.length > count);
  return stream;
}

async function read(stream: EventStream<Changed>, count: number): Promise<number[]> {
  const values: number[] = [];
  while (values.length < count) {
    const { value, done } = await stream.next();
    if (done) break;
    values.push(value.counterChanged.value);
  }
  return values;
}

const add = (count: number) => {
  for (let added = 0; added < count; added++) server.counter.add(1);
};
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('following', () => {
  it('delivers events as they happen, and tells where it stands', async () => {
    const stream = await follow();
    add(3);
    expect(await read(stream, 3)).toEqual([1, 2, 3]);
    expect(stream.sequence).toBe('s3');
  });

  it('begins after a sequence', async () => {
    add(5);
    expect(await read(await follow('s2'), 3)).toEqual([3, 4, 5]);
  });

  it('shares one socket, opened by the first and closed by the last', async () => {
    expect(server.connections).toBe(0);
    const first = await follow();
    const second = await follow();
    expect(server.connections).toBe(1);
    await first.return?.();
    add(1);
    expect(await read(second, 1)).toEqual([1]);
    await second.return?.();
    await until(() => server.connections === 0);
  });

  it('ends when the reader leaves the loop', async () => {
    const stream = await follow();
    add(2);
    for await (const { counterChanged } of stream) if (counterChanged.value === 1) break;
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  });

  it('ends at the signal, while a reader waits', async () => {
    const controller = new AbortController();
    const stream = nexus.subscribe<Changed>(CHANGED, {}, { signal: controller.signal });
    const waiting = stream.next();
    controller.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  it('throws what the server says to the subscription', async () => {
    const stream = nexus.subscribe('subscription { nothingLikeIt { sequence } }');
    await expect(stream.next()).rejects.toMatchObject({ name: 'NexusError' });
    expect(await stream.next()).toMatchObject({ done: true });
  });
});

describe('broken connections', () => {
  it.each([
    ['cut without a word', undefined],
    ['closed as going away', 1001],
    ['closed as normal', 1000],
    ['closed as restarting', 1012],
  ])('skips and doubles nothing when it is %s', async (_, code) => {
    const stream = await follow();
    add(2);
    expect(await read(stream, 2)).toEqual([1, 2]);
    server.drop(code);
    add(3);
    await until(() => server.subscribed.length === 2);
    add(1);
    expect(await read(stream, 4)).toEqual([3, 4, 5, 6]);
    expect(server.subscribed[1]).toEqual({ after: 's2' });
  });

  it('survives one drop after the other under load', async () => {
    const stream = await follow();
    add(1);
    expect(await read(stream, 1)).toEqual([1]);
    const total = 400;
    const load = (async () => {
      for (let added = 1; added < total; added++) {
        server.counter.add(1);
        if (added % 40 === 0) server.drop(added % 80 === 0 ? 1001 : undefined);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    })();
    expect(await read(stream, total - 1)).toEqual(range(2, total));
    await load;
    expect(server.subscribed.length).toBeGreaterThan(3);
  });

  it('says when events come, when the line breaks, and when they come again', async () => {
    const states: string[] = [];
    const onState = (state: string) => states.push(state);
    const stream = nexus.subscribe<Changed>(CHANGED, {}, { onState });
    await until(() => states.length === 1);
    server.drop();
    await until(() => states.length === 3);
    expect(states).toEqual(['listening', 'reconnecting', 'listening']);
    // Another one on the open socket hears at once.
    const second: string[] = [];
    nexus.subscribe<Changed>(CHANGED, {}, { onState: (state) => second.push(state) });
    await until(() => second.length === 1);
    expect(second).toEqual(['listening']);
    await stream.return?.();
    server.drop();
    await until(() => second.length === 3);
    expect(states).toHaveLength(3);
  });

  it('resumes each of many subscriptions from its own last event', async () => {
    add(4);
    const [first, second] = [await follow('s0'), await follow('s3')];
    expect([await read(first, 2), await read(second, 1)]).toEqual([[1, 2], [4]]);
    server.drop();
    await until(() => server.subscribed.length === 4);
    add(1);
    expect([await read(first, 3), await read(second, 1)]).toEqual([[3, 4, 5], [5]]);
  });

  it('tries again after a fault of the server, a few times', async () => {
    const stream = await follow();
    add(1);
    expect(await read(stream, 1)).toEqual([1]);
    server.failSubscriptions(3);
    server.drop();
    add(1);
    expect(await read(stream, 1)).toEqual([2]);
    server.failSubscriptions(9);
    server.drop();
    await expect(stream.next()).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  });

  it('passes over an event that the server repeats at the seam', async () => {
    // Without `$after` in the document the server begins anew from where the text says.
    const stream = nexus.subscribe<Changed>(
      'subscription { counterChanged(after: "s0") { sequence value } }',
    );
    add(2);
    expect(await read(stream, 2)).toEqual([1, 2]);
    server.drop();
    await until(() => server.subscribed.length === 2);
    add(1);
    expect(await read(stream, 1)).toEqual([3]);
  });
});

describe('tokens and subscriptions', () => {
  it('renews a refused token and goes on', async () => {
    const stream = await follow();
    add(1);
    expect(await read(stream, 1)).toEqual([1]);
    server.sessions.expire();
    server.drop();
    add(1);
    expect(await read(stream, 1)).toEqual([2]);
    expect(server.sessions.refreshes).toBe(1);
  });

  it('takes the others along when one renews', async () => {
    const streams = [await follow(), await follow()];
    server.sessions.expire();
    server.drop(4403);
    await until(() => server.connections === 1 && server.subscribed.length >= 4);
    await until(() => server.sessions.refreshes === 1);
    add(1);
    const values = await Promise.all(streams.map((stream) => stream.next()));
    expect(values.map(({ value }) => value.counterChanged.value)).toEqual([1, 1]);
    expect(server.sessions.refreshes).toBe(1);
  });

  it('tells the reader when the session is over', async () => {
    const stream = await follow();
    const waiting = stream.next();
    server.sessions.end();
    server.drop();
    await expect(waiting).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('ends with the sign-out', async () => {
    const stream = await follow();
    await nexus.signOut();
    expect(await stream.next()).toEqual({ done: true, value: undefined });
    await until(() => server.connections === 0);
  });
});
