import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-sse';
import type { Router } from '../../src/index.js';
import { codes, read, until } from '../../test/support/client.js';
import { shopRouter } from '../../test/support/shop.js';
import { eventLog } from '../../test/support/shop-events.js';

const ADDED = 'subscription ($upc: ID!) { reviewAdded(upc: $upc) { node { body } } }';

let router: Router<{ user: string; session: string }>;
let url: string;
beforeAll(async () => {
  router = (await shopRouter({
    limits: { eventReservations: 2, subscriptionsPerSocket: 2 },
    authentication: {
      async authenticate({ headers: { authorization } }) {
        return authorization === undefined ? { anonymous: true } : { principal: authorization };
      },
      // `ann 1` and `ann 2` are sessions of one person.
      audience: (principal) => principal.split(' ')[0] ?? '',
    },
  })) as unknown as typeof router;
  url = `${(await router.start({ port: 0 })).url}/graphql/stream`;
});
afterAll(() => router.close());
afterEach(() => until(() => eventLog.readers === 0));

const put = (headers: Record<string, string> = {}) => fetch(url, { method: 'PUT', headers });
const stream = (token: string, more: RequestInit & { headers?: Record<string, string> } = {}) =>
  fetch(url, { ...more, headers: { 'x-graphql-event-stream-token': token, ...more.headers } });
const run = (token: string, body: object, headers: Record<string, string> = {}) =>
  stream(token, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const reserved = async (headers: Record<string, string> = {}) => (await put(headers)).text();

/** Connects to a stream; the text that came so far, and how to leave. */
async function connected(token: string) {
  const abort = new AbortController();
  const response = await stream(token, {
    headers: { accept: 'text/event-stream' },
    signal: abort.signal,
  });
  const heard = { text: '' };
  const decoder = new TextDecoder();
  const reading = (async () => {
    for await (const chunk of response.body ?? []) heard.text += decoder.decode(chunk);
  })().catch(() => undefined);
  return { status: response.status, heard, leave: () => abort.abort(), reading };
}

describe("graphql-sse's client on a single connection", () => {
  it('runs several operations at once, and stops one', async () => {
    const client = createClient({ url, singleConnection: true, retryAttempts: 0 });
    const of = (upc: string) => client.iterate({ query: ADDED, variables: { upc } });
    const [one, two] = [of('p1'), of('p2')];
    const nexts = [one.next(), two.next()];
    await until(() => eventLog.readers === 2);
    eventLog.append('p2', 'r2');
    eventLog.append('p1', 'r1');
    const [first, second] = await Promise.all(nexts);
    expect(first?.value?.data).toMatchObject({ reviewAdded: { node: expect.any(Object) } });
    expect(second?.value).toEqual({ data: { reviewAdded: { node: { body: 'Bright' } } } });
    await one.return?.();
    await until(() => eventLog.readers === 1);
    const query = client.iterate({ query: '{ me { username } }' });
    expect((await query.next()).value).toEqual({ data: { me: { username: 'ada' } } });
    expect((await query.next()).done).toBe(true);
    await two.return?.();
    client.dispose();
  });

  it('hears of an invalid operation by status', async () => {
    const client = createClient({ url, singleConnection: true, retryAttempts: 0 });
    await expect(client.iterate({ query: '{ nope }' }).next()).rejects.toThrow('400');
    client.dispose();
  });
});

describe('a reservation', () => {
  it('is a secret of its own, answered in plain text', async () => {
    const answer = await put();
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([201, 'no-store']);
    const token = await answer.text();
    expect(token).toMatch(/^[\w-]{43}$/);
    (await connected(token)).leave();
  });

  it('keeps what is sent before its connection, and carries one connection at a time', async () => {
    const token = await reserved();
    const asked = { query: '{ me { id } }', extensions: { operationId: 'a' } };
    expect((await run(token, asked)).status).toBe(202);
    const connection = await connected(token);
    await until(() => connection.heard.text.includes('event: complete'));
    expect(connection.heard.text).toContain(
      'event: next\ndata: {"id":"a","payload":{"data":{"me":{"id":"u1"}}}}\n\nevent: complete\ndata: {"id":"a"}\n\n',
    );
    expect((await connected(token)).status).toBe(409);
    connection.leave();
  });

  it('belongs to its caller, whatever session it comes by', async () => {
    const token = await reserved({ authorization: 'ann 1' });
    const asked = (operationId: string) => ({
      query: '{ whoAmI }',
      extensions: { operationId },
    });
    const foreign = await read(await run(token, asked('a'), { authorization: 'eve 1' }));
    expect([foreign.status, codes(foreign.body)]).toEqual([404, ['STREAM_NOT_FOUND']]);
    expect((await run(token, asked('b'))).status).toBe(404);
    const connection = await connected(token);
    expect((await run(token, asked('c'), { authorization: 'ann 2' })).status).toBe(202);
    await until(() => connection.heard.text.includes('{"whoAmI":"ann 2"}'));
    connection.leave();
  });

  it('waits with few others', async () => {
    const tokens = [await reserved(), await reserved()];
    const third = await put();
    expect([third.status, third.headers.get('retry-after')]).toEqual([503, '10']);
    for (const token of tokens) (await connected(token)).leave();
  });

  it('ends with its connection, and so do its operations', async () => {
    const token = await reserved();
    const connection = await connected(token);
    const asked = (operationId: string) => ({
      ...{ query: ADDED, variables: { upc: 'p1' } },
      extensions: { operationId },
    });
    expect((await run(token, asked('a'))).status).toBe(202);
    expect((await run(token, asked('a'))).status).toBe(409);
    expect((await run(token, asked('b'))).status).toBe(202);
    const third = await read(await run(token, asked('c')));
    expect([third.status, codes(third.body)]).toEqual([400, ['TOO_MANY_SUBSCRIPTIONS']]);
    await until(() => eventLog.readers > 0);
    connection.leave();
    await until(() => eventLog.readers === 0);
    expect((await run(token, asked('d'))).status).toBe(404);
  });
});

it.each([
  ['no token of ours', 'POST', { query: '{ me { id } }', extensions: { operationId: 'a' } }, 404],
  ['no operation to stop', 'DELETE', undefined, 404],
] as const)('%s is refused', async (_, method, body, status) => {
  const answer = await stream('nonsense', {
    method,
    ...(body && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  });
  expect(answer.status).toBe(status);
});

it.each([undefined, {}, { operationId: 5 }, { operationId: '' }, { operationId: 'x'.repeat(129) }])(
  'an operation with extensions %j has no id',
  async (extensions) => {
    const token = await reserved();
    const answer = await read(await run(token, { query: '{ me { id } }', extensions }));
    expect([answer.status, codes(answer.body)]).toEqual([400, ['BAD_REQUEST']]);
    const connection = await connected(token);
    expect((await stream(token, { method: 'DELETE' })).status).toBe(400);
    connection.leave();
    await connection.reading;
  },
);

it('ends without a word when the router goes, so that the client comes back', async () => {
  const going = await shopRouter();
  const target = `${(await going.start({ port: 0 })).url}/graphql/stream`;
  const client = createClient({ url: target, singleConnection: true, retryAttempts: 0 });
  const next = client.iterate({ query: ADDED, variables: { upc: 'p1' } }).next();
  await until(() => eventLog.readers === 1);
  const closed = going.close();
  await expect(next).rejects.toThrow();
  await closed;
  client.dispose();
});
