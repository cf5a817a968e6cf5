import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import {
  type AuthenticationRequest,
  type HttpTransportOptions,
  http,
  type Router,
  serverSentEvents,
} from '../../src/index.js';
import { addressOf, isSubgraphUrl } from '../../src/transport/subgraph-address.js';
import { until } from '../../test/support/client.js';
import { composeServedShop } from '../../test/support/composed-shop.js';
import { type ServedShop, serveShop } from '../../test/support/served-shop.js';
import { shopRouter } from '../../test/support/shop.js';
import { eventLog } from '../../test/support/shop-events.js';
import { endAll, runRouter, startRouter } from '../support/router-process.js';

let folder: string;
let shop: ServedShop;
let socket: string;
const routers: Router<string>[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sockets-'));
  socket = join(folder, 'router é.sock');
  shop = await serveShop(folder);
});
afterEach(async () => {
  await Promise.all(routers.splice(0).map((router) => router.close()));
  await endAll();
});
afterAll(async () => {
  await shop.close();
  await rm(folder, { recursive: true });
});

async function started(...config: Parameters<typeof shopRouter>): Promise<Router<string>> {
  const router = await shopRouter(...config);
  routers.push(router);
  return router;
}

/** Asks a router that listens on a socket. */
async function ask(path: string, query: string, headers: Record<string, string> = {}) {
  const asked = request({
    socketPath: path,
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close', ...headers },
  });
  asked.end(JSON.stringify({ query }));
  const [response] = await once(asked, 'response');
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return JSON.parse(text);
}

const QUERY = '{ me { id } latestReviews(first: 1) { body author { username badge } } }';
const answer = {
  data: {
    me: { id: 'u1' },
    latestReviews: [{ body: 'Deep', author: { username: 'ada', badge: '*ada*' } }],
  },
};

describe('subgraphs on unix sockets', () => {
  it('answer queries, wherever their address says so', async () => {
    const [accounts, reviews] = ['accounts.sock', 'reviews.sock'].map((name) => join(folder, name));
    const subgraphs = {
      accounts: http<string>({ url: `unix:${accounts}:/graphql` }),
      reviews: http<string>({ url: 'http://reviews.test/graphql', socketPath: `${reviews}` }),
    };
    const router = await started({ subgraphs });
    expect(await router.execute({ query: QUERY })).toEqual(answer);
    expect(shop.subgraphs.accounts.requests.at(-1)?.headers.host).toBe('localhost');
    expect(shop.subgraphs.reviews.requests.at(-1)?.headers.host).toBe('reviews.test');
  });

  it.each<[string, Partial<HttpTransportOptions<string>>]>([
    ['by its URL', {}],
    ['by its path', { url: 'http://localhost/graphql', socketPath: 'reviews.sock' }],
    ['beside the URL of queries', { url: 'http://127.0.0.1:1/graphql', webSocketUrl: 'own' }],
  ])('tell their events over WebSocket, %s', async (_, options) => {
    const { url } = shop.subgraphs.reviews;
    const { socketPath, webSocketUrl } = options;
    const reviews = http<string>({
      url,
      ...options,
      ...(socketPath && { socketPath: join(folder, socketPath) }),
      ...(webSocketUrl && { webSocketUrl: url }),
    });
    const router = await started({ subgraphs: { reviews } });
    const heard: unknown[] = [];
    for await (const { data } of router.subscribe({ query: 'subscription { ticks(count: 2) }' })) {
      heard.push(data?.ticks);
    }
    expect(heard).toEqual([1, 2]);
    await until(() => shop.subgraphs.reviews.sockets() === 0);
  });

  it('are unavailable where nobody listens', async () => {
    const accounts = http<string>({ url: `unix:${join(folder, 'nobody.sock')}:/graphql` });
    const router = await started({ subgraphs: { accounts } });
    const { errors } = await router.execute({ query: '{ me { id } }' });
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
  });
});

describe('a router on a unix socket', () => {
  it('answers, is a subgraph’s address, and leaves nothing behind', async () => {
    const router = await started();
    const { url } = await router.start({ path: socket });
    expect(url).toBe(`unix:${socket}:`);
    expect(await ask(socket, QUERY)).toEqual(answer);
    const events = { subscriptions: serverSentEvents() };
    for (const options of [{}, events]) {
      const outer = await started({
        subgraphs: { reviews: http<string>({ url: `${url}/graphql`, ...options }) },
      });
      const heard: unknown[] = [];
      for await (const { data } of outer.subscribe({ query: 'subscription { ticks(count: 2) }' })) {
        heard.push(data?.ticks);
      }
      expect(heard).toEqual([1, 2]);
    }
    await router.close();
    expect(existsSync(socket)).toBe(false);
  });

  it('serves WebSockets, which end when it closes', async () => {
    const path = join(folder, 'r.sock');
    const router = await started();
    await router.start({ path });
    const closed = new Promise<number>((resolve) => {
      const client = createClient({
        url: `ws+unix:${path}:/graphql`,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        lazy: false,
        onNonLazyError: () => undefined,
        on: { closed: (event) => resolve((event as { code: number }).code) },
      });
      void client
        .iterate({ query: 'subscription { reviewAdded(upc: "p1") { id } }' })
        .next()
        .catch(() => undefined);
    });
    await until(() => eventLog.readers === 1);
    await router.close();
    expect(await closed).toBe(1001);
  });

  it('knows no address of its clients but what a trusted proxy says', async () => {
    const asked: AuthenticationRequest[] = [];
    const authentication = {
      authenticate: async (request: AuthenticationRequest) => {
        asked.push(request);
        return { anonymous: true } as const;
      },
    };
    const forwarded = { 'x-forwarded-for': '203.0.113.7' };
    for (const trustProxy of [false, ['127.0.0.1'], true]) {
      const router = await started({ authentication, trustProxy });
      await router.start({ path: socket });
      await ask(socket, '{ warehouse }', forwarded);
      await router.close();
    }
    expect(asked.map(({ ip }) => ip)).toEqual(['', '', '203.0.113.7']);
  });

  it('takes the place of a process that was killed, and of nothing else', async () => {
    const path = join(folder, 'stale.sock');
    const program = `require('node:net').createServer().listen(${JSON.stringify(path)}, () => process.stdout.write('x'))`;
    const child = spawn(process.execPath, ['-e', program]);
    await once(child.stdout, 'data');
    const router = await started();
    await expect(router.start({ path })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    child.kill('SIGKILL');
    await once(child, 'close');
    expect((await stat(path)).isSocket()).toBe(true);
    await router.start({ path });
    expect(await ask(path, '{ warehouse }')).toEqual({ data: { warehouse: 'W1' } });
    const file = join(folder, 'letter.txt');
    await writeFile(file, 'dear');
    const other = await started();
    await expect(other.start({ path: file })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect(existsSync(file)).toBe(true);
  });
});

describe('nexus-router on a unix socket', () => {
  it('serves subgraphs whose URLs in the supergraph are sockets', async () => {
    const supergraph = join(folder, 'supergraph.graphql');
    await writeFile(supergraph, composeServedShop(shop));
    const path = join(folder, 'cli.sock');
    const { url, child, ended } = await startRouter(['--supergraph', supergraph, '--socket', path]);
    expect(url).toBe(`unix:${path}:/graphql`);
    expect(await ask(path, QUERY)).toEqual(answer);
    const second = runRouter(['--supergraph', supergraph], { SOCKET_PATH: path });
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(`Nobody can listen at ${path}: EADDRINUSE.`);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(existsSync(path)).toBe(false);
  });
});

describe('the address of a subgraph', () => {
  it.each([
    ['http://a:1/g?x=1', { origin: 'http://a:1', path: '/g?x=1', socketPath: undefined }],
    [
      'unix:/run/a.sock:/g?x=1',
      { origin: 'http://localhost', path: '/g?x=1', socketPath: '/run/a.sock' },
    ],
    ['unix:///run/a.sock', { origin: 'http://localhost', path: '/', socketPath: '/run/a.sock' }],
  ])('is read: %s', (url, address) => {
    expect([addressOf(url), isSubgraphUrl(url)]).toEqual([address, true]);
  });

  it.each(['', 'unix:run/a.sock', 'unix:', 'ftp://a/g', '/graphql', 'http:'])(
    'is none: %j',
    (url) => {
      expect(() => addressOf(url)).toThrow(TypeError);
      expect(isSubgraphUrl(url)).toBe(false);
    },
  );
});
