import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { demandControl, type Router } from '../../src/index.js';
import { post, until } from '../../test/support/client.js';
import { type LogLine, listeningLog } from '../../test/support/log-lines.js';
import { shopRouter } from '../../test/support/shop.js';
import { eventLog } from '../../test/support/shop-events.js';
import { openEvents } from '../../test/support/sse.js';

let router: Router<string>;
let lines: LogLine[];
let base: string;
let url: string;
beforeEach(async () => {
  const listening = listeningLog();
  lines = listening.lines;
  router = await shopRouter({
    logger: listening.log,
    batching: true,
    plugins: [demandControl({ max: 100 })],
  });
  base = (await router.start({ port: 0 })).url;
  url = `${base}/graphql`;
});
afterEach(() => router.close());

const of = (message: string): LogLine[] => lines.filter(({ msg }) => msg === message);

describe('the access log', () => {
  it('has one line per operation, with what it was and what it took', async () => {
    const query = 'query User($id: ID!) { user(id: $id) { id } }';
    const headers = {
      'x-request-id': 'request-1',
      'graphql-client-name': 'web',
      authorization: 'Bearer hush',
    };
    const { body } = await post(url, { query, variables: { id: 'u1-secret' } }, headers);
    await until(() => of('operation').length === 1);
    const [line] = of('operation');
    expect(line).toMatchObject({
      level: 30,
      requestId: 'request-1',
      operation: 'User',
      kind: 'query',
      hash: createHash('sha256').update(query).digest('hex'),
      client: 'web',
      transport: 'http',
      method: 'POST',
      route: '/graphql',
      status: 200,
      outcome: 'ok',
      ms: expect.any(Number),
      calls: 1,
      bytes: JSON.stringify(body).length,
      cost: { estimated: 1, max: 100 },
    });
    expect(of('request')).toEqual([]);
    const all = JSON.stringify(lines);
    expect(all).not.toContain('hush');
    expect(all).not.toContain('u1-secret');
    expect(all).not.toContain('user(id');
  });

  it('tells codes of errors, and no message', async () => {
    await post(url, { query: '{ user(id: "u2") { sharp } }' });
    await post(url, { query: '{ secretly }' });
    await until(() => of('operation').length === 2);
    expect(of('operation')).toMatchObject([
      { outcome: 'error', codes: ['FORBIDDEN'], status: 200 },
      { outcome: 'refused', codes: ['GRAPHQL_VALIDATION_FAILED'], status: 400 },
    ]);
    expect(JSON.stringify(of('operation'))).not.toContain('secretly');
  });

  it('has a line for each operation of a batch', async () => {
    const batch = [{ query: 'query A { me { id } }' }, { query: 'query B { warehouse }' }];
    await post(url, batch);
    await until(() => of('operation').length === 2);
    expect(
      of('operation')
        .map(({ operation }) => operation)
        .sort(),
    ).toEqual(['A', 'B']);
  });

  it('has a line for each operation of a WebSocket, refused ones too', async () => {
    const client = createClient({
      url: url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: { 'graphql-client-name': 'app' },
    });
    await client.iterate({ query: 'query Me { me { id } }' }).next();
    await client
      .iterate({ query: '{ nothing }' })
      .next()
      .catch(() => undefined);
    await until(() => of('operation').length === 2);
    expect(of('operation')).toMatchObject([
      { operation: 'Me', client: 'app', transport: 'websocket', outcome: 'ok', calls: 1 },
      { client: 'app', transport: 'websocket', outcome: 'refused' },
    ]);
    await client.dispose();
  });

  it('has one line of a subscription, when it is over', async () => {
    const stream = await openEvents(url, {
      query: 'subscription Added { reviewAdded(upc: "p1") { id } }',
    });
    await until(() => eventLog.readers === 1);
    eventLog.append('p1', 'r1');
    await stream.next();
    expect(of('operation')).toEqual([]);
    stream.close();
    await until(() => of('operation').length === 1);
    expect(of('operation')).toMatchObject([
      { operation: 'Added', kind: 'subscription', transport: 'sse', events: 1, outcome: 'ok' },
    ]);
    expect(of('request')).toEqual([]);
  });

  it('leaves what the host itself asks to those who debug', async () => {
    await router.execute({ query: '{ user(id: "u1") { id } }', principal: null });
    expect(of('operation')).toMatchObject([{ level: 20, transport: 'local', outcome: 'ok' }]);
  });

  it('has one line of a request that was for no operation', async () => {
    await post(url, 'no json');
    await fetch(`${base}/nowhere?token=hush`);
    await until(() => of('request').length === 2);
    expect(of('request')).toMatchObject([
      { method: 'POST', route: '/graphql', status: 400 },
      { method: 'GET', route: 'unknown', status: 404 },
    ]);
    expect(JSON.stringify(lines)).not.toContain('hush');
  });
});
