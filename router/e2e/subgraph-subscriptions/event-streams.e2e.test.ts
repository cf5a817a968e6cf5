import type { IncomingMessage, RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { execute, parse } from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/http';
import {
  type HttpTransportOptions,
  http,
  type RouterConfig,
  type RouterResult,
  serverSentEvents,
} from '../../src/index.js';
import { codes, until } from '../../test/support/client.js';
import { serveHttp } from '../../test/support/http-server.js';
import { shopRouter } from '../../test/support/shop.js';
import { eventLog } from '../../test/support/shop-events.js';
import { shopSchema } from '../../test/support/shop-subgraphs.js';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await until(() => eventLog.readers === 0);
});

interface Options extends Partial<RouterConfig<string>> {
  transport?: Partial<HttpTransportOptions<string>>;
  silenceMs?: number;
}

/** A router whose reviews are whatever `listener` makes of them. */
async function start(
  listener: RequestListener,
  { transport, silenceMs = 0, ...config }: Options = {},
) {
  const { origin, server, close } = await serveHttp(listener);
  const reviews = http<string>({
    url: `${origin}/graphql`,
    subscriptions: serverSentEvents({ silenceMs }),
    ...transport,
  });
  const router = await shopRouter({ ...config, subgraphs: { reviews } });
  closing.push(() => router.close());
  closing.push(close);
  return { router, server };
}

const schema = shopSchema('reviews');
const events = createHandler({ schema });
/** Subscriptions by graphql-sse, everything else as plain HTTP. */
const library: RequestListener = async (request, response) => {
  if (request.headers.accept === 'text/event-stream') return void (await events(request, response));
  const { query, variables: variableValues } = JSON.parse(await bodyOf(request));
  const result = await execute({ schema, document: parse(query), variableValues });
  response.setHeader('content-type', 'application/json').end(JSON.stringify(result));
};
async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
const ADDED =
  'subscription ($after: String) { reviewAdded(upc: "p2", after: $after) { node { body author { badge } } } }';
const added = (body: string | null, badge: string) => ({
  data: { reviewAdded: { node: { body, author: { badge } } } },
});

describe('events of a subgraph that serves graphql-sse', () => {
  it('are joined with other subgraphs, and the stream ends with its last client', async () => {
    const { router, server } = await start(library);
    const events = router.subscribe({ query: ADDED });
    const first = events.next();
    await until(() => eventLog.readers === 1);
    for (const review of ['r2', 'r3']) eventLog.append('p2', review);
    expect((await first).value).toEqual(added('Bright', '*bob*'));
    expect((await events.next()).value).toEqual(added(null, '*ada*'));
    await events.return?.();
    await until(() => eventLog.readers === 0);
    const open = () => new Promise<number>((done) => server.getConnections((_, n) => done(n)));
    while ((await open()) > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  });

  it('end when they are all there', async () => {
    const { router } = await start(library);
    const heard: unknown[] = [];
    for await (const { data } of router.subscribe({ query: 'subscription { ticks(count: 3) }' })) {
      heard.push(data?.ticks);
    }
    expect(heard).toEqual([1, 2, 3]);
  });

  it('leave the connections of queries alone, however many they are', async () => {
    const { router } = await start(library, { transport: { connections: 1 } });
    const streams = ['ann', 'bob', 'cat'].map((principal) =>
      router.subscribe({ query: ADDED, principal }),
    );
    for (const stream of streams) void stream.next();
    await until(() => eventLog.readers === 3);
    const { errors } = await router.execute({ query: '{ latestReviews(first: 1) { body } }' });
    expect(errors).toBeUndefined();
    await Promise.all(streams.map((stream) => stream.return?.()));
  });

  it('go on after the connection was cut, and miss nothing', async () => {
    const reconnect = { attempts: 100, firstDelayMs: 1, longestDelayMs: 2 };
    const resume = { reviewAdded: { argument: 'after', field: 'sequence' } };
    const { router, server } = await start(library, { subscriptions: { reconnect, resume } });
    const events = router.subscribe({ query: ADDED });
    const first = events.next();
    await until(() => eventLog.readers === 1);
    eventLog.append('p2', 'r3');
    expect((await first).value).toEqual(added(null, '*ada*'));
    server.closeAllConnections();
    eventLog.append('p2', 'r2');
    expect((await events.next()).value).toEqual(added('Bright', '*bob*'));
    await events.return?.();
  });
});

const stream = { 'content-type': 'text/event-stream; charset=utf-8' };
/** A listener that writes these pieces, one at a time, and then what `end` says. */
const writing =
  (pieces: (name: string) => readonly (string | Buffer)[], end = true): RequestListener =>
  async (request, response) => {
    // The planners may ask for the field under a name of their own.
    const [, name = ''] = /{\s*(\w+)/.exec(JSON.parse(await bodyOf(request)).query) ?? [];
    response.writeHead(200, stream);
    for (const piece of pieces(name)) {
      response.write(piece);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    if (end) response.end();
  };
const next = (name: string, value: number) =>
  `event: next\ndata: {"data":{"${name}":${value}}}\n\n`;
const COMPLETE = 'event: complete\ndata:\n\n';

async function heardOf(listener: RequestListener, options?: Options): Promise<RouterResult[]> {
  const { router } = await start(listener, options);
  const heard: RouterResult[] = [];
  for await (const result of router.subscribe({ query: 'subscription { ticks(count: 9) }' })) {
    heard.push(result);
  }
  return heard;
}

describe('an event stream', () => {
  it('may come in any pieces, with comments and unknown fields in between', async () => {
    const listener = writing((name) => {
      const lines = `: hello\r\n\r\nid: 7\r\nretry: 1\r\nevent:next\r\ndata: {"data":\r\ndata:{"${name}":1}}\r\n\r\n`;
      const bytes = Buffer.from(
        `${lines}event: ping\n\n${next(name, 2)}event: next\rdata: {"data":{"${name}":3},"extensions":{"é":"☃"}}\r\r${COMPLETE}`,
      );
      return Array.from(bytes, (_, index) => bytes.subarray(index, index + 1));
    });
    expect((await heardOf(listener)).map(({ data }) => data?.ticks)).toEqual([1, 2, 3]);
  });

  it('that ends without a word has broken off', async () => {
    const heard = await heardOf(writing((name) => [next(name, 1), 'event: next\ndata: {"da']));
    expect(heard[0]).toEqual({ data: { ticks: 1 } });
    expect(codes(heard[1] ?? {})).toEqual(['SUBGRAPH_UNAVAILABLE']);
    expect(heard).toHaveLength(2);
  });

  it.each<[string, RequestListener, Options]>([
    ['an event that is no JSON', writing(() => ['event: next\ndata: {\n\n']), {}],
    ['an event that is no result', writing(() => ['event: next\ndata: {"data":7}\n\n']), {}],
    ['silence', writing(() => [': there\n'], false), { silenceMs: 100 }],
    ['no answer', () => undefined, { transport: { timeoutMs: 100 } }],
    [
      'an event without an end',
      writing(() => Array.from({ length: 50 }, () => `data: ${'x'.repeat(1_000)}`), false),
      { transport: { maxResponseBytes: 10_000 } },
    ],
    [
      'an event of too many lines',
      writing(() => Array.from({ length: 50 }, () => `data: ${'x'.repeat(1_000)}\n`), false),
      { transport: { maxResponseBytes: 10_000 } },
    ],
    [
      'HTML',
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>'),
      {},
    ],
    [
      'a result',
      (_, response) => response.setHeader('content-type', 'application/json').end('{"data":{}}'),
      {},
    ],
  ])('of %s is unavailable', async (_, listener, options) => {
    const heard = await heardOf(listener, options);
    expect(heard.map(codes)).toEqual([['SUBGRAPH_UNAVAILABLE']]);
  });

  it('that is refused tells why', async () => {
    const errors = [{ message: 'Not you.', extensions: { code: 'NOT_YOU' } }];
    const heard = await heardOf((_, response) =>
      response
        .writeHead(403, { 'content-type': 'application/json' })
        .end(JSON.stringify({ errors })),
    );
    expect(heard).toMatchObject([{ errors }]);
  });
});
