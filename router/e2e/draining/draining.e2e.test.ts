import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execute } from 'graphql';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { inProcess, type Router, type SubgraphResult } from '../../src/index.js';
import { post, until } from '../../test/support/client.js';
import { openMultipart } from '../../test/support/multipart.js';
import { shopRouter } from '../../test/support/shop.js';
import { eventLog } from '../../test/support/shop-events.js';
import { shopSchema } from '../../test/support/shop-subgraphs.js';
import { openEvents } from '../../test/support/sse.js';

const RENAME = 'mutation { userRename(id: "u1", username: "x") { id } }';
const RENAMED = { data: { userRename: { id: 'u1' } } };
const ADDED = 'subscription { reviewAdded(upc: "p1") { id } }';

let router: Router<string>;
let base: string;
let url: string;
let asked: number;
let release: () => void;
beforeEach(async () => {
  asked = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  release = resolve;
  const schema = shopSchema('accounts');
  const accounts = inProcess<string>({
    execute: async ({ document, variables: variableValues }) => {
      asked++;
      await promise;
      return execute({ schema, document, variableValues }) as SubgraphResult;
    },
  });
  router = await shopRouter({ subgraphs: { accounts } });
  base = (await router.start({ port: 0 })).url;
  url = `${base}/graphql`;
});
afterEach(() => {
  release();
  return router.close();
});

/** A client that tells by which code its socket was closed, and tries nothing again. */
function connect() {
  const codes: number[] = [];
  const client = createClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazy: false,
    onNonLazyError: () => undefined,
    on: { closed: (event) => void codes.push((event as { code: number }).code) },
  });
  return { client, codes };
}

describe('a router that goes down', () => {
  it('says first that it is not ready, while it still serves everything', async () => {
    const closed = router.close({ graceMs: 2_000 });
    const ready = await fetch(`${base}/ready`);
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'not ready' }]);
    expect((await fetch(`${base}/health`)).status).toBe(200);
    expect((await post(url, { query: '{ warehouse }' })).body).toEqual({
      data: { warehouse: 'W1' },
    });
    const { client, codes } = connect();
    await client.iterate({ query: '{ warehouse }' }).next();
    await closed;
    await until(() => codes.length === 1);
    expect(codes).toEqual([1001]);
    await expect(fetch(`${base}/health`)).rejects.toThrow();
  });

  it('lets requests finish', async () => {
    const running = post(url, { query: RENAME });
    await until(() => asked === 1);
    const closed = router.close();
    release();
    expect((await running).body).toEqual(RENAMED);
    await closed;
  });

  it('closes a WebSocket with 1001 only once its answers are there; subscriptions on it never complete', async () => {
    const { client, codes } = connect();
    const heard: unknown[] = [];
    client.subscribe(
      { query: ADDED },
      {
        next: (event) => void heard.push(event),
        error: () => void heard.push('error'),
        complete: () => void heard.push('complete'),
      },
    );
    const mutation = client.iterate({ query: RENAME });
    const answer = mutation.next();
    await until(() => asked === 1 && eventLog.readers === 1);
    const closed = router.close();
    eventLog.append('p1', 'r1');
    await until(() => heard.length === 1);
    const late = client.iterate({ query: '{ warehouse }' }).next();
    await expect(late).rejects.toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE' } }]);
    expect(codes).toEqual([]);
    release();
    expect((await answer).value).toEqual(RENAMED);
    expect((await mutation.next()).done).toBe(true);
    await closed;
    await until(() => codes.length === 1);
    expect(codes).toEqual([1001]);
    await until(() => heard.length === 2);
    expect(heard).toEqual([{ data: { reviewAdded: { id: expect.any(String) } } }, 'error']);
    expect(eventLog.readers).toBe(0);
  });

  it('takes no new request while somebody still waits for an answer on a WebSocket', async () => {
    const { client } = connect();
    const answer = client.iterate({ query: RENAME }).next();
    await until(() => asked === 1);
    const closed = router.close();
    await expect(fetch(`${base}/health`)).rejects.toThrow();
    release();
    expect((await answer).value).toEqual(RENAMED);
    await closed;
  });

  it('ends event streams of subscriptions without "complete", and those of answers with it', async () => {
    const events = await openEvents(url, { query: ADDED });
    const opening = openEvents(url, { query: RENAME });
    await until(() => asked === 1 && eventLog.readers === 1);
    const closed = router.close();
    expect((await events.next()).raw).toBe('');
    release();
    const answer = await opening;
    expect((await answer.next()).data).toEqual(RENAMED);
    expect((await answer.next()).raw).toContain('event: complete');
    await closed;
  });

  it('ends a shared event stream once its answers are there', async () => {
    const put = await fetch(`${url}/stream`, { method: 'PUT' });
    const token = await put.text();
    const stream = await fetch(`${url}/stream?token=${token}`, {
      headers: { accept: 'text/event-stream' },
    });
    const run = (query: string, operationId: string) =>
      post(
        url.concat('/stream'),
        { query, extensions: { operationId } },
        {
          'x-graphql-event-stream-token': token,
        },
      ).catch(() => undefined);
    await Promise.all([run(ADDED, 'added'), run(RENAME, 'rename')]);
    await until(() => asked === 1 && eventLog.readers === 1);
    const closed = router.close();
    await until(() => eventLog.readers === 0);
    release();
    const text = await stream.text();
    expect(text).toContain(`data: {"id":"rename","payload":${JSON.stringify(RENAMED)}}`);
    expect(text).toContain('event: complete\ndata: {"id":"rename"}');
    expect(text).not.toContain('"id":"added"');
    await closed;
  });

  it('ends multipart streams with the error that tells clients to come back', async () => {
    const stream = await openMultipart(url, { query: ADDED });
    await until(() => eventLog.readers === 1);
    const closed = router.close();
    expect(await stream.next()).toMatchObject({
      payload: null,
      errors: [{ extensions: { code: 'GOING_AWAY' } }],
    });
    expect(await stream.next()).toBeUndefined();
    expect(stream.whole).toBe(true);
    await closed;
  });

  it('cuts off what takes too long, on a WebSocket too', async () => {
    const running = post(url, { query: RENAME });
    const { client } = connect();
    const answer = client.iterate({ query: RENAME }).next();
    const refused = [expect(running).rejects.toThrow(), expect(answer).rejects.toBeDefined()];
    await until(() => asked === 2);
    await router.close({ timeoutMs: 50 });
    await Promise.all(refused);
  });
});
