import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { context, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import {
  http,
  inProcess,
  type OpenTelemetryOptions,
  openTelemetry,
  type Router,
  SubgraphUnavailable,
} from '../../src/index.js';
import { post, until } from '../../test/support/client.js';
import { listeningLog } from '../../test/support/log-lines.js';
import { type ServedShop, serveShop } from '../../test/support/served-shop.js';
import { shopRouter } from '../../test/support/shop.js';
import { eventLog } from '../../test/support/shop-events.js';
import { recorder } from './recorder.js';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const traceparent = `00-${traceId}-b7ad6b7169203331-01`;
const JOINED = 'query Joined { latestReviews(first: 2) { id author { email } } }';

const recorded = recorder();
let shop: ServedShop;
let router: Router<string> | undefined;
beforeAll(async () => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager());
  shop = await serveShop();
});
afterEach(async () => {
  await router?.close();
  recorded.forget();
});
afterAll(async () => {
  context.disable();
  await shop.close();
});

async function start(
  options: OpenTelemetryOptions<string> = {},
  config: Parameters<typeof shopRouter>[0] = {},
): Promise<string> {
  const plugin = openTelemetry<string>({ tracer: recorded.tracer, ...options });
  router = await shopRouter({ subgraphs: shop.transports(), plugins: [plugin], ...config });
  return `${(await router.start({ port: 0 })).url}/graphql`;
}

const parentOf = (header: unknown): string[] => String(header).split('-').slice(1, 3);

describe('a traced operation', () => {
  it('has a span of its own, of its planning, and of each call', async () => {
    const url = await start();
    const headers = { 'graphql-client-name': 'web', 'x-request-id': 'request-1' };
    await post(url, { query: JOINED }, headers);
    const operation = await recorded.span('query');
    expect(operation.attributes).toEqual({
      'graphql.operation.type': 'query',
      'graphql.operation.name': 'Joined',
      'graphql.document.hash': createHash('sha256').update(JOINED).digest('hex'),
      'graphql.client.name': 'web',
      'nexus.request.id': 'request-1',
      'nexus.transport': 'http',
    });
    expect(operation.parentSpanContext).toBeUndefined();
    const calls = recorded.spans('subgraph request');
    expect(calls.map(({ attributes }) => attributes)).toMatchObject([
      { 'nexus.subgraph.name': 'reviews', 'http.response.status_code': 200 },
      { 'nexus.subgraph.name': 'accounts', 'nexus.representations': 2 },
    ]);
    for (const span of [...recorded.spans('plan'), ...calls]) {
      expect(span.parentSpanContext?.spanId).toBe(operation.spanContext().spanId);
    }
    expect(recorded.spans('plan')).toHaveLength(1);
    const told = shop.subgraphs.accounts.requests.at(-1)?.headers.traceparent;
    const { traceId: trace, spanId } = calls[1]?.spanContext() ?? {};
    expect(parentOf(told)).toEqual([trace, spanId]);
  });

  it('says nothing of what clients wrote, unless it is allowed', async () => {
    const query = 'query ($id: ID!) { user(id: $id) { id } product(upc: "hush-1") { upc } }';
    const body = { query, variables: { id: 'hush-2' } };
    await post(await start(), body);
    await recorded.span('query');
    const said = () =>
      JSON.stringify(
        [...recorded.spans('query'), ...recorded.spans('subgraph request')].map(
          ({ attributes, events, status }) => [attributes, events, status],
        ),
      );
    expect(said()).not.toContain('hush');
    await router?.close();
    recorded.forget();
    await post(await start({ documents: true, namedSpans: true }), body);
    await recorded.span('query');
    expect(said()).toContain('hush-1');
    expect(said()).not.toContain('hush-2');
  });

  it('goes on with the trace of a client that is trusted, and is linked to that of any other', async () => {
    const headers = { traceparent, tracestate: 'vendor=1' };
    await post(await start({ trustClients: true }), { query: JOINED }, headers);
    const trusted = await recorded.span('query');
    expect(trusted.spanContext().traceId).toBe(traceId);
    const told = shop.subgraphs.reviews.requests.at(-1)?.headers ?? {};
    expect([parentOf(told.traceparent)[0], told.tracestate]).toEqual([traceId, 'vendor=1']);
    await router?.close();
    recorded.forget();
    await post(await start(), { query: JOINED }, headers);
    const linked = await recorded.span('query');
    expect(linked.spanContext().traceId).not.toBe(traceId);
    expect(linked.links.map((link) => link.context.traceId)).toEqual([traceId]);
  });

  it('is marked by the code of what went wrong, and by no message', async () => {
    const inventory = inProcess<string>({
      execute: () => Promise.reject(new TypeError('hunter2')),
    });
    const url = await start({}, { subgraphs: { inventory } });
    await post(url, { query: '{ warehouse }' });
    const operation = await recorded.span('query');
    expect(operation.status).toEqual({ code: SpanStatusCode.ERROR });
    expect(operation.attributes['error.type']).toBe('SUBGRAPH_UNAVAILABLE');
    expect((await recorded.span('subgraph request')).status.code).toBe(SpanStatusCode.ERROR);
    await post(url, { query: '{ nothing }' });
    const refused = await recorded.span('GraphQL Operation');
    expect(refused.attributes['error.type']).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(refused.status.code).toBe(SpanStatusCode.UNSET);
    const all = [operation, refused].map(({ events, attributes }) => [events, attributes]);
    expect(JSON.stringify(all)).not.toMatch(/hunter2|nothing/);
  });

  it('has one span for each attempt to ask a subgraph', async () => {
    let attempts = 0;
    const inventory = inProcess<string>({
      execute: async () => {
        attempts++;
        if (attempts === 1) throw new SubgraphUnavailable('inventory', 'away');
        return { data: { warehouse: 'W1' } };
      },
    });
    const traffic = { default: { retries: { delayMs: 1 } } };
    await post(await start({}, { subgraphs: { inventory }, traffic }), { query: '{ warehouse }' });
    await recorded.span('query');
    const codes = recorded.spans('subgraph request').map(({ status }) => status.code);
    expect(codes).toEqual([SpanStatusCode.ERROR, SpanStatusCode.UNSET]);
  });

  it('does not keep equal queries from being asked once', async () => {
    const { promise, resolve } = Promise.withResolvers<{ data: { warehouse: string } }>();
    let asked = 0;
    const inventory = inProcess<string>({
      execute: () => {
        asked++;
        return promise;
      },
    });
    const traffic = { default: { deduplicate: () => 'everybody' } };
    const url = await start({}, { subgraphs: { inventory }, traffic });
    const first = post(url, { query: '{ warehouse }' });
    await until(() => asked === 1);
    const second = post(url, { query: '{ warehouse }' });
    let shared = false;
    for (let turn = 0; turn < 10_000 && !shared; turn++) {
      await new Promise(setImmediate);
      const name = 'router_subgraph_shaping_total';
      shared = !!(await router?.metrics.getSingleMetricAsString(name))?.includes('deduplicated');
    }
    expect(shared).toBe(true);
    resolve({ data: { warehouse: 'W1' } });
    await Promise.all([first, second]);
    expect(asked).toBe(1);
  });

  it('is the context of what runs in this process for it', async () => {
    const seen: (string | undefined)[] = [];
    const inventory = inProcess<string>({
      execute: () => {
        seen.push(trace.getActiveSpan()?.spanContext().spanId);
        return { data: { warehouse: 'W1' } };
      },
    });
    await post(await start({}, { subgraphs: { inventory } }), { query: '{ warehouse }' });
    const call = await recorded.span('subgraph request');
    expect(seen).toEqual([call.spanContext().spanId]);
  });

  it('stands in the access log by its trace', async () => {
    const { log, lines } = listeningLog();
    await post(await start({}, { logger: log }), { query: JOINED });
    const { traceId: id } = (await recorded.span('query')).spanContext();
    await until(() => lines.some(({ msg }) => msg === 'operation'));
    expect(lines.find(({ msg }) => msg === 'operation')).toMatchObject({ traceId: id });
  });
});

describe('a traced subscription', () => {
  it.each(['connection', 'operation'] as const)(
    'is named to its subgraph over WebSocket (per %s), and each event has a span linked to it',
    async (webSocketCredentials) => {
      const { url: reviewsUrl, subscriptions } = shop.subgraphs.reviews;
      const reviews = http<string>({ url: reviewsUrl, webSocketCredentials });
      const subgraphs = { ...shop.transports(), reviews };
      const url = await start({ trustClients: true }, { subgraphs });
      const client = createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket });
      const events = client.iterate({
        query: 'subscription Added { reviewAdded(upc: "p1") { node { author { email } } } }',
        extensions: { traceparent },
      });
      const next = events.next();
      await until(() => eventLog.readers === 1);
      const subscription = await recorded.span('subscription');
      expect(subscription.spanContext().traceId).toBe(traceId);
      const { params, extensions } = subscriptions.at(-1) ?? {};
      const sent =
        webSocketCredentials === 'connection'
          ? params
          : (extensions as { headers?: unknown } | undefined)?.headers;
      const opened = await recorded.span('subgraph subscription');
      expect(parentOf((sent as { traceparent?: string }).traceparent)).toEqual([
        traceId,
        opened.spanContext().spanId,
      ]);
      eventLog.append('p1', 'r1');
      await next;
      const event = await recorded.span('subscription event');
      expect(event.spanContext().traceId).not.toBe(traceId);
      expect(event.links.map((link) => link.context.spanId)).toEqual([
        subscription.spanContext().spanId,
      ]);
      const call = await recorded.span('subgraph request');
      expect(call.parentSpanContext?.spanId).toBe(event.spanContext().spanId);
      await events.return?.();
      await client.dispose();
      await until(() => eventLog.readers === 0);
    },
  );
});
