import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { AuthenticationFailed, type Router, type RouterResult } from '../src/index.js';
import { codes, until } from './support/client.js';
import { shopRouter } from './support/shop.js';
import { eventLog } from './support/shop-events.js';
import { openEvents } from './support/sse.js';

const revoked = new Set<string>();
let announce: (concerns: (principal: string) => boolean) => void = () => undefined;
let router: Router<string>;
let url: string;

beforeAll(async () => {
  router = await shopRouter({
    limits: { eventQueue: 50, subscriptionsPerSocket: 3 },
    authentication: {
      async authenticate({ headers, connectionParams }) {
        const authorization = connectionParams?.authorization ?? headers.authorization;
        if (authorization === undefined) return { anonymous: true };
        const principal = String(authorization).replace('Bearer ', '');
        if (principal === 'eve') throw new AuthenticationFailed();
        return { principal };
      },
      // `ann@phone` and `ann@desk` are one person.
      audience: (principal) => principal.replace(/@.*/, ''),
      stillAllowed: (principal) => !revoked.has(principal),
      onRevoked(listener) {
        announce = listener;
        return () => {
          announce = () => undefined;
        };
      },
    },
  });
  url = `${(await router.start({ port: 0 })).url}/graphql`;
});
afterAll(() => router.close());

const ADDED = `subscription ($upc: ID!, $after: String) {
  reviewAdded(upc: $upc, after: $after) {
    sequence
    node { body author { username email } product { ... on Gadget { name shipping } } }
  }
}`;
const lamp = (sequence: string, username: string, email: string | null, body: string | null) => ({
  data: {
    reviewAdded: {
      sequence,
      node: { body, author: { username, email }, product: { name: 'Lamp', shipping: 15 } },
    },
  },
});

function socketClient(authorization?: string) {
  return createClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...(authorization && { connectionParams: { authorization } }),
  });
}

describe('subscriptions over WebSocket', () => {
  it('joins each event with other subgraphs', async () => {
    const client = socketClient();
    const events = client.iterate({ query: ADDED, variables: { upc: 'p2' } });
    const first = events.next();
    await until(() => eventLog.readers > 0);
    eventLog.append('p2', 'r2');
    eventLog.append('p1', 'r1');
    eventLog.append('p2', 'r3');
    const last = eventLog.length;
    expect((await first).value).toEqual(lamp(`${last - 2}`, 'bob', null, 'Bright'));
    expect((await events.next()).value).toEqual(lamp(`${last}`, 'ada', 'ada@example.org', null));
    await events.return?.();
    await until(() => eventLog.readers === 0);
    await client.dispose();
  });

  it('hands the argument to resume through to the subgraph', async () => {
    const before = `${eventLog.length}`;
    eventLog.append('p2', 'r2');
    const client = socketClient();
    const events = client.iterate<Record<string, never>>({
      query: ADDED,
      variables: { upc: 'p2', after: before },
    });
    expect((await events.next()).value).toEqual(lamp(`${eventLog.length}`, 'bob', null, 'Bright'));
    await client.dispose();
    await until(() => eventLog.readers === 0);
  });

  it('carries queries and mutations too', async () => {
    const client = socketClient('Bearer ada');
    const query = client.iterate({ query: '{ whoAmI me { badge } }' });
    expect((await query.next()).value).toEqual({ data: { whoAmI: 'ada', me: { badge: '*ada*' } } });
    const rename = 'mutation { userRename(id: "u2", username: "rob") { username badge } }';
    const mutation = client.iterate({ query: rename });
    expect((await mutation.next()).value).toEqual({
      data: { userRename: { username: 'rob', badge: '*rob*' } },
    });
    await client.dispose();
  });

  it('ends a finished subscription', async () => {
    const client = socketClient();
    const results: unknown[] = [];
    for await (const result of client.iterate({ query: 'subscription { ticks(count: 3) }' })) {
      results.push(result.data);
    }
    expect(results).toEqual([{ ticks: 1 }, { ticks: 2 }, { ticks: 3 }]);
    await client.dispose();
  });

  it('closes a connection with bad credentials with 4403', async () => {
    const client = socketClient('Bearer eve');
    const events = client.iterate({ query: '{ me { id } }' });
    await expect(events.next()).rejects.toMatchObject({ code: 4403 });
  });

  it('tells errors of the operation, and of a subgraph that cannot subscribe', async () => {
    const client = socketClient();
    const invalid = client.iterate({ query: 'subscription { nope }' });
    await expect(invalid.next()).rejects.toEqual([
      expect.objectContaining({
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED', requestId: expect.any(String) },
      }),
    ]);
    const nul = client.iterate({ query: ADDED, variables: { upc: 'a\0' } });
    await expect(nul.next()).rejects.toEqual([
      expect.objectContaining({ message: 'Variable "$upc" contains a NUL character.' }),
    ]);
    const broken = await client.iterate({ query: 'subscription { broken }' }).next();
    expect(codes(broken.value as RouterResult)).toEqual(['INTERNAL_SERVER_ERROR']);
    await client.dispose();
  });

  it('bounds what one connection may hold open', async () => {
    const client = socketClient();
    const open = ['p1', 'p2', 'p3'].map((upc) =>
      client.iterate({ query: ADDED, variables: { upc } }),
    );
    for (const events of open) void events.next();
    await until(() => eventLog.readers === 3);
    const fourth = client.iterate({ query: ADDED, variables: { upc: 'p1' } });
    await expect(fourth.next()).rejects.toEqual([
      expect.objectContaining({
        extensions: expect.objectContaining({ code: 'TOO_MANY_SUBSCRIPTIONS' }),
      }),
    ]);
    await client.dispose();
    await until(() => eventLog.readers === 0);
  });
});

describe('subscriptions as server-sent events', () => {
  it.each(['GET', 'POST'] as const)('joins each event (%s)', async (method) => {
    const events = await openEvents(url, { query: ADDED, variables: { upc: 'p2' } }, { method });
    expect(events.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(events.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    await until(() => eventLog.readers > 0);
    eventLog.append('p2', 'r2');
    const { raw, data } = await events.next();
    expect(data).toEqual(lamp(`${eventLog.length}`, 'bob', null, 'Bright'));
    expect(raw).toMatch(/^event: next\ndata: \{.*\}$/);
    events.close();
    await until(() => eventLog.readers === 0);
  });

  it('is understood by the graphql-sse client, at the address of its own', async () => {
    const client = createSseClient({ url: `${url}/stream`, retryAttempts: 0 });
    const results: unknown[] = [];
    for await (const result of client.iterate({ query: 'subscription { ticks(count: 2) }' })) {
      results.push(result.data);
    }
    for await (const result of client.iterate({ query: '{ me { id } }' }))
      results.push(result.data);
    expect(results).toEqual([{ ticks: 1 }, { ticks: 2 }, { me: { id: 'u1' } }]);
    client.dispose();
  });

  it('refuses by status what is no operation, and mutations by GET', async () => {
    const accept = { accept: 'text/event-stream' };
    const mutation = encodeURIComponent('mutation { reviewAdd(upc: "p1", body: "x") { id } }');
    expect((await fetch(`${url}?query=${mutation}`, { headers: accept })).status).toBe(405);
    expect((await fetch(`${url}?query=%7B`, { headers: accept })).status).toBe(400);
    expect((await fetch(url, { headers: accept })).status).toBe(400);
    const headers = { ...accept, authorization: 'Bearer eve' };
    expect((await fetch(`${url}?query=%7Bme%7Bid%7D%7D`, { headers })).status).toBe(401);
    const invalid = await openEvents(url, { query: 'subscription { nope }' });
    const { data } = await invalid.next();
    expect(codes(data as RouterResult)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  it('ends a client that reads too slowly, and says so', async () => {
    const stream = router.subscribe({
      query: 'subscription { reviewAdded(upc: "p3") { sequence } }',
    });
    await until(() => eventLog.readers > 0);
    for (let index = 0; index < 60; index++) eventLog.append('p3', 'r4');
    await until(() => eventLog.readers === 0);
    const result = await stream.next();
    expect(codes(result.value as RouterResult)).toEqual(['SUBSCRIPTION_OVERFLOW']);
    expect((await stream.next()).done).toBe(true);
  });
});

describe('equal subscriptions', () => {
  const follow = (authorization: string | undefined, variables: Record<string, unknown>) => {
    const client = socketClient(authorization);
    const heard: unknown[] = [];
    const done = new Promise<void>((resolve) => {
      client.subscribe(
        { query: ADDED, variables },
        { next: (result) => heard.push(result), error: () => resolve(), complete: resolve },
      );
    });
    return { heard, done, close: () => void client.dispose() };
  };

  it('of one audience are served from one stream, which ends with the last of them', async () => {
    const before = eventLog.readers;
    const phone = follow('ann@phone', { upc: '1' });
    const desk = follow('ann@desk', { upc: '1' });
    await until(() => eventLog.readers === before + 1);
    const bob = follow('bob@phone', { upc: '1' });
    const elsewhere = follow('ann@phone', { upc: '2' });
    await until(() => eventLog.readers === before + 3);
    eventLog.append('1', 'r1');
    await until(() => [phone, desk, bob].every(({ heard }) => heard.length === 1));
    expect(desk.heard).toEqual(phone.heard);
    expect(elsewhere.heard).toEqual([]);
    phone.close();
    await phone.done;
    eventLog.append('1', 'r1');
    await until(() => desk.heard.length === 2);
    expect(phone.heard).toHaveLength(1);
    for (const each of [desk, bob, elsewhere]) each.close();
    await until(() => eventLog.readers === before);
  });

  it('that resume have each a stream of its own, with its own past', async () => {
    const before = eventLog.readers;
    const after = String(eventLog.length);
    const first = follow('ann', { upc: '1', after });
    await until(() => eventLog.readers === before + 1);
    eventLog.append('1', 'r1');
    await until(() => first.heard.length === 1);
    const second = follow('ann', { upc: '1', after });
    await until(() => second.heard.length === 1);
    expect(second.heard).toEqual(first.heard);
    first.close();
    second.close();
    await until(() => eventLog.readers === before);
  });

  it('lose no more than the one whose session ends', async () => {
    const before = eventLog.readers;
    const lost = follow('zoe@lost', { upc: '1' });
    const kept = follow('zoe@kept', { upc: '1' });
    await until(() => eventLog.readers === before + 1);
    announce((principal) => principal === 'zoe@lost');
    await lost.done;
    expect(codes(lost.heard[0] as RouterResult)).toEqual(['SESSION_EXPIRED']);
    eventLog.append('1', 'r1');
    await until(() => kept.heard.length === 1);
    expect(lost.heard).toHaveLength(1);
    kept.close();
    await until(() => eventLog.readers === before);
  });
});

describe('a session that ends', () => {
  it('ends its idle streams at once when the host announces it, and only its own', async () => {
    const variables = { upc: 'p1' };
    const ada = await openEvents(
      url,
      { query: ADDED, variables },
      { headers: { authorization: 'Bearer ada' } },
    );
    const bob = await openEvents(
      url,
      { query: ADDED, variables },
      { headers: { authorization: 'Bearer bob' } },
    );
    await until(() => eventLog.readers === 2);
    announce((principal) => principal === 'ada');
    const { data } = await ada.next();
    expect(codes(data as RouterResult)).toEqual(['SESSION_EXPIRED']);
    expect((await ada.next()).raw).toMatch(/^event: complete/);
    await until(() => eventLog.readers === 1);
    eventLog.append('p1', 'r1');
    expect((await bob.next()).data).toHaveProperty('data.reviewAdded.sequence');
    bob.close();
    await until(() => eventLog.readers === 0);
  });

  it('sees no event after it ended, announced or not', async () => {
    const client = socketClient('Bearer cyd');
    const events = client.iterate({ query: ADDED, variables: { upc: 'p1' } });
    const first = events.next();
    await until(() => eventLog.readers > 0);
    revoked.add('cyd');
    eventLog.append('p1', 'r1');
    expect(codes((await first).value as RouterResult)).toEqual(['SESSION_EXPIRED']);
    expect((await events.next()).done).toBe(true);
    const query = client.iterate({ query: '{ me { id } }' });
    await expect(query.next()).rejects.toEqual([
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'SESSION_EXPIRED' }) }),
    ]);
    await client.dispose();
  });
});
