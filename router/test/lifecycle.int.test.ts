import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { pino } from 'pino';
import WebSocket from 'ws';
import {
  createHopSigner,
  createRouter,
  inProcess,
  type Router,
  RouterRefused,
} from '../src/index.js';
import { codes, post, until } from './support/client.js';
import { composeShop, shopRouter, shopTransports, silent } from './support/shop.js';
import { eventLog } from './support/shop-events.js';
import { openEvents } from './support/sse.js';

const routers: Router<string>[] = [];
afterEach(async () => {
  await Promise.all(routers.splice(0).map((router) => router.close()));
});

async function started(config: Parameters<typeof shopRouter>[0] = {}) {
  const router = await shopRouter(config);
  routers.push(router);
  const { url } = await router.start({ port: 0 });
  return { router, base: url, url: `${url}/graphql` };
}

/** A subgraph whose answers wait until they are let go. */
function slowInventory() {
  let release: (value: { data: { warehouse: string } }) => void = () => undefined;
  const answer = new Promise<{ data: { warehouse: string } }>((resolve) => {
    release = resolve;
  });
  let asked = 0;
  const transport = inProcess<string>({
    execute: async () => {
      asked++;
      return answer;
    },
  });
  return { transport, asked: () => asked, release: () => release({ data: { warehouse: 'slow' } }) };
}

/** A connection that asked to speak WebSocket and was answered, one way or the other. */
async function upgraded(base: string): Promise<Socket> {
  const { hostname, port, host } = new URL(base);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.on('error', () => undefined);
  socket.write(
    [
      'GET /graphql HTTP/1.1',
      `Host: ${host}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Protocol: graphql-transport-ws',
      `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`,
      '\r\n',
    ].join('\r\n'),
  );
  await Promise.race([once(socket, 'data'), once(socket, 'close')]);
  return socket.resume();
}

describe('closing', () => {
  it('lets running requests finish, refuses new ones, tells streams to come back', async () => {
    const slow = slowInventory();
    const { router, url, base } = await started({ subgraphs: { inventory: slow.transport } });
    const sse = await openEvents(url, { query: 'subscription { reviewAdded(upc: "p1") { id } }' });
    const client = createClient({
      url: url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    const socketEvent = client
      .iterate({ query: 'subscription { reviewAdded(upc: "p2") { id } }' })
      .next();
    const running = post(url, { query: '{ warehouse }' });
    await until(() => slow.asked() === 1 && eventLog.readers === 2);

    const closed = router.close();
    expect((await sse.next()).raw).toBe('');
    await expect(socketEvent).rejects.toMatchObject({ code: 1001 });
    await expect(fetch(`${base}/health`)).rejects.toThrow();
    slow.release();
    expect((await running).body).toEqual({ data: { warehouse: 'slow' } });
    await closed;
    expect(eventLog.readers).toBe(0);
  });

  it('cuts off what does not finish in time', async () => {
    const slow = slowInventory();
    const { router, url } = await started({ subgraphs: { inventory: slow.transport } });
    const running = post(url, { query: '{ warehouse }' });
    await until(() => slow.asked() === 1);
    const refused = expect(running).rejects.toThrow();
    await router.close({ timeoutMs: 50 });
    await refused;
  });

  it('is not held up by a client that comes back while it closes', async () => {
    const { router, base } = await started();
    // It does not answer the goodbye, so that the server listens on for a while.
    const mute = await upgraded(base);
    const closed = router.close({ timeoutMs: 1_000 });
    // Refused, or taken and let go at once.
    const late = await upgraded(base).catch(() => undefined);
    if (late && !late.closed) await once(late, 'close');
    await closed;
    mute.destroy();
  });

  it('is done once, however often it is asked for', async () => {
    const { router } = await started();
    expect(router.close()).toBe(router.close());
  });
});

describe('time limits', () => {
  it('gives up on a slow subgraph and answers the rest', async () => {
    const slow = slowInventory();
    const { url } = await started({
      subgraphs: { inventory: slow.transport },
      limits: { operationTimeoutMs: 50 },
    });
    const { body } = await post(url, { query: '{ warehouse me { id } }' });
    expect([body.data, codes(body)]).toEqual([
      { warehouse: null, me: { id: 'u1' } },
      ['SUBGRAPH_UNAVAILABLE'],
    ]);
  });

  it('stops a query whose client has gone, but not a mutation', async () => {
    const signals: AbortSignal[] = [];
    const accounts = inProcess<string>({
      execute: (_request, { signal }) => {
        signals.push(signal);
        return new Promise(() => undefined);
      },
    });
    const { url } = await started({ subgraphs: { accounts }, limits: { operationTimeoutMs: 500 } });
    for (const query of [
      '{ me { id } }',
      'mutation { userRename(id: "u1", username: "x") { id } }',
    ]) {
      const abort = new AbortController();
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ query });
      const given = fetch(url, { method: 'POST', headers, body, signal: abort.signal });
      const asked = signals.length + 1;
      await until(() => signals.length === asked);
      abort.abort();
      await expect(given).rejects.toThrow();
    }
    await until(() => signals[0]?.aborted === true);
    expect(signals[1]?.aborted).toBe(false);
  });
});

describe('another supergraph', () => {
  it('takes over without a restart; subscriptions go on with the former', async () => {
    const { router, url } = await started();
    const stream = router.subscribe({
      query: 'subscription { reviewAdded(upc: "p1") { node { body author { email } } } }',
    });
    const event = stream.next();
    await until(() => eventLog.readers === 1);
    const without = composeShop().supergraphSdl.replaceAll(
      /^ {2}warehouse: .*$/gm,
      '  depot: String @join__field(graph: INVENTORY)',
    );
    expect(await router.swapSupergraph(without)).toEqual({ ok: true });
    expect(router.apiSdl).toContain('depot: String');
    expect(codes((await post(url, { query: '{ warehouse }' })).body)).toEqual([
      'GRAPHQL_VALIDATION_FAILED',
    ]);
    expect((await post(url, { query: '{ me { id } }' })).body).toEqual({
      data: { me: { id: 'u1' } },
    });
    eventLog.append('p1', 'r1');
    expect((await event).value).toHaveProperty(
      'data.reviewAdded.node.author.email',
      'ada@example.org',
    );
    await stream.return?.();
  });

  it('is refused when it is broken, and the former goes on', async () => {
    const { router, url } = await started();
    for (const sdl of [
      'type Query {',
      'type Query { a: Int }',
      composeShop().supergraphSdl.replace('(name: "accounts"', '(name: "moon"'),
    ]) {
      expect(await router.swapSupergraph(sdl)).toMatchObject({
        ok: false,
        errors: [expect.any(String)],
      });
    }
    expect((await post(url, { query: '{ warehouse }' })).body).toEqual({
      data: { warehouse: 'W1' },
    });
  });

  it('is refused at start when a subgraph has no transport', async () => {
    const { accounts, products, reviews } = shopTransports();
    const supergraph = composeShop().supergraphSdl;
    const refused = createRouter({
      supergraph,
      subgraphs: { accounts, products, reviews },
      logger: silent,
    });
    await expect(refused).rejects.toThrow(RouterRefused);
    await expect(refused).rejects.toThrow('Subgraph "inventory" has no transport.');
  });
});

describe('what the host adds', () => {
  const folder = mkdtemp(join(tmpdir(), 'router-static-'));
  afterAll(async () => rm(await folder, { recursive: true }));

  it('serves a single-page application under a policy that lets it run', async () => {
    const root = await folder;
    await mkdir(join(root, 'assets'), { recursive: true });
    await writeFile(join(root, 'index.html'), '<title>Explorer</title>');
    await writeFile(join(root, 'assets', 'main.js'), 'export {}');
    const { base } = await started({ staticRoutes: [{ prefix: '/explorer', root }] });
    for (const path of ['/explorer/', '/explorer/tabs/1', '/explorer']) {
      const page = await fetch(base + path);
      expect([page.status, await page.text()]).toEqual([200, '<title>Explorer</title>']);
      const policy = page.headers.get('content-security-policy');
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("worker-src 'self' blob:");
    }
    const asset = await fetch(`${base}/explorer/assets/main.js`);
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect((await fetch(`${base}/explorer/assets/gone.js`)).status).toBe(404);
    const outside = await fetch(`${base}/explorer/..%2f..%2f..%2f..%2fetc/passwd`);
    expect(await outside.text()).not.toContain('root:');
  });

  it('routes of its own, readiness, hop keys, CORS', async () => {
    const hopSigner = await createHopSigner<string>({ claims: () => ({}), cacheKey: () => '' });
    let ready = false;
    const { base, url } = await started({
      hopSigner,
      ready: () => ready,
      corsOrigins: ['https://app.example.org'],
      routes: (fastify) => {
        fastify.get('/hello', async (request) => ({ header: request.headers['x-nexus-tenant'] }));
      },
    });
    const hello = await fetch(`${base}/hello`, { headers: { 'x-nexus-tenant': 'forged' } });
    expect(await hello.json()).toEqual({});
    expect((await fetch(`${base}/ready`)).status).toBe(503);
    ready = true;
    expect((await fetch(`${base}/ready`)).status).toBe(200);
    const jwks = await fetch(`${base}/.well-known/nexus-internal-jwks.json`);
    expect(await jwks.json()).toEqual(hopSigner.jwks);
    expect(JSON.stringify(hopSigner.jwks)).not.toContain('"d"');
    const preflight = await fetch(url, {
      method: 'OPTIONS',
      headers: { origin: 'https://app.example.org', 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBe('https://app.example.org');
    const foreign = await fetch(url, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example.org', 'access-control-request-method': 'POST' },
    });
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('logs', () => {
  it('tell a fault whole, with its request id, and no secrets', async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
    const { url } = await started({ logger });
    await post(
      `${url}?query=leaked-query-string`,
      {
        query: 'query ($id: ID!) { user(id: $id) { id } me { boom } }',
        variables: { id: 'secret-variable' },
      },
      { authorization: 'Bearer secret-token', 'x-request-id': 'request-77' },
    );
    await until(() => lines.some((line) => line.includes('"msg":"operation"')));
    const fault = lines.find((line) => line.includes('hunter2')) ?? '';
    expect(JSON.parse(fault)).toMatchObject({ requestId: 'request-77', path: ['me', 'boom'] });
    expect(lines.join()).not.toMatch(/secret-token|secret-variable|leaked-query-string/);
  });
});
