import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { codes, post, until } from '../../test/support/client.js';
import { composeServedShop } from '../../test/support/composed-shop.js';
import { type ServedShop, serveShop } from '../../test/support/served-shop.js';
import { composeShop } from '../../test/support/shop.js';
import { eventLog } from '../../test/support/shop-events.js';
import { openEvents } from '../../test/support/sse.js';
import { endAll, runRouter, startRouter } from '../support/router-process.js';

let shop: ServedShop;
let folder: string;
let supergraph: string;

beforeAll(async () => {
  shop = await serveShop();
  folder = await mkdtemp(join(tmpdir(), 'router-cli-'));
  supergraph = join(folder, 'supergraph.graphql');
  await writeFile(supergraph, composeServedShop(shop));
});
afterEach(endAll);
afterAll(async () => {
  await shop.close();
  await rm(folder, { recursive: true });
});

describe('nexus-router', () => {
  it('serves a supergraph’s subgraphs at the URLs that it states', async () => {
    const { url } = await startRouter(['--supergraph', supergraph, '--port', '0']);
    const { body } = await post(url, { query: '{ me { username badge } warehouse }' });
    expect(body).toEqual({ data: { me: expect.any(Object), warehouse: 'W1' } });
  });

  it('takes the environment where arguments are silent', async () => {
    const variables = { SUPERGRAPH_PATH: supergraph, PORT: '0', NEXUS_ROUTER_PLANNER: 'apollo' };
    const { url } = await startRouter([], variables);
    expect((await post(url, { query: '{ warehouse }' })).body).toEqual({
      data: { warehouse: 'W1' },
    });
  });

  it('serves subscriptions over WebSocket from subgraphs over WebSocket', async () => {
    const { url } = await startRouter(['--supergraph', supergraph, '--port', '0']);
    const client = createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket });
    const query = 'subscription { reviewAdded(upc: "p1") { node { author { username } } } }';
    const events = client.iterate({ query });
    const event = events.next();
    await until(() => eventLog.readers === 1);
    eventLog.append('p1', 'r1');
    expect(await event).toMatchObject({
      value: { data: { reviewAdded: { node: { author: { username: 'ada' } } } } },
    });
    await client.dispose();
    await until(() => eventLog.readers === 0);
  });

  it('takes parts of the configuration from a TypeScript file', async () => {
    const config = join(folder, 'router.config.ts');
    await writeFile(
      config,
      `const depth: number = 3;
       const plugins = [{
         name: 'stamp',
         onResponse({ result }: { result: { extensions?: unknown } }) { result.extensions = { stamped: true }; },
       }];
       export default { path: '/api', limits: { depth }, plugins };`,
    );
    const { url } = await startRouter(['--supergraph', supergraph, '--port=0', '--config', config]);
    expect(url).toMatch(/\/api$/);
    expect((await post(url, { query: '{ warehouse }' })).body).toEqual({
      data: { warehouse: 'W1' },
      extensions: { stamped: true },
    });
    const deep = await post(url, { query: '{ me { reviews { product { __typename } } } }' });
    expect(codes(deep.body)).toEqual(['GRAPHQL_PARSE_FAILED']);
  });

  it('serves the explorer where it is asked for, and says where it is', async () => {
    const router = await startRouter(['--supergraph', supergraph, '--port', '0', '--explorer']);
    await until(() => router.said().includes('Explorer is at'));
    const [, explorer = ''] = /Explorer is at (\S+)\n/.exec(router.said()) ?? [];
    expect(await (await fetch(explorer)).text()).toContain('<title>Explorer</title>');
    expect((await fetch(new URL('endpoints.json', explorer))).status).toBe(200);
  });

  it('drains on SIGTERM: streams are told to come back, the process ends well', async () => {
    const router = await startRouter(['--supergraph', supergraph, '--port', '0']);
    const query = 'subscription { reviewAdded(upc: "p1") { id } }';
    const events = await openEvents(router.url, { query });
    await until(() => eventLog.readers === 1);
    router.child.kill('SIGTERM');
    expect((await events.next()).raw).toBe('');
    expect(await router.ended).toBe(0);
    await until(() => eventLog.readers === 0);
  });
});

describe('nexus-router says what is wrong', () => {
  const cases: [string, string[], Record<string, string>, RegExp][] = [
    ['nothing', [], {}, /Say where the supergraph is[\s\S]*nexus-router --supergraph/],
    ['an unknown option', ['--supergraf', 'x'], {}, /Unknown option '--supergraf'/],
    ['a bad port', ['--port', '99999'], {}, /--port must be a whole number.*it is "99999"/],
    ['a bad PORT', [], { PORT: 'http' }, /PORT must be a whole number.*it is "http"/],
    ['a bad level', [], { LOG_LEVEL: 'loud' }, /LOG_LEVEL must be one of/],
    ['a bad planner', [], { NEXUS_ROUTER_PLANNER: 'rust' }, /NEXUS_ROUTER_PLANNER.*"rust"/],
    ['no such file', ['--supergraph', '/nowhere.graphql'], {}, /cannot be read: ENOENT/],
    ['a port and a socket', ['--port', '1', '--socket', '/s'], {}, /not both/],
    ['an empty socket', ['--socket', ''], {}, /--socket is the path/],
    ['nobody there', ['--supergraph', 'http://127.0.0.1:1/s'], {}, /cannot be read: fetch failed/],
  ];
  it.each(cases)('%s', async (_, args, variables, message) => {
    const { ended, said } = runRouter(args, variables);
    expect(await ended).toBe(1);
    expect(said()).toMatch(message);
    expect(said()).not.toMatch(/^\s+at /m);
  });

  it('files that are no supergraph, or no configuration', async () => {
    const broken = join(folder, 'broken.graphql');
    await writeFile(broken, 'type Query { a: Int }');
    const unreachable = join(folder, 'unreachable.graphql');
    await writeFile(unreachable, composeShop().supergraphSdl);
    const config = join(folder, 'empty.mjs');
    await writeFile(config, 'export const nothing = 1;');
    const runs: [string[], RegExp][] = [
      [['--supergraph', broken], /This is not a supergraph/],
      [['--supergraph', unreachable], /Subgraph "accounts" has no transport.[\s\S]*needs an http/],
      [['--supergraph', supergraph, '--config', config], /must export an object as default/],
      [['--supergraph', supergraph, '--config', '/nowhere.mjs'], /cannot be loaded: Cannot find/],
    ];
    for (const [args, message] of runs) {
      const { ended, said } = runRouter(args);
      expect(await ended).toBe(1);
      expect(said()).toMatch(message);
    }
  });

  it('a port that is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const { ended, said } = runRouter(['--supergraph', supergraph, '--port', port]);
    expect(await ended).toBe(1);
    expect(said()).toContain(`Port ${port} is taken on 127.0.0.1.`);
    await new Promise((resolve) => server.close(resolve));
  });

  it('and how it is used, when asked', async () => {
    const { ended, said } = runRouter(['--help']);
    expect([await ended, said()]).toEqual([
      0,
      expect.stringContaining('--supergraph <file | url>'),
    ]);
  });
});
