import { afterEach, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { inProcess, type LoadSheddingOptions, loadShedding } from '../../src/index.js';
import { codes, post, until } from '../../test/support/client.js';
import { shopRouter } from '../../test/support/shop.js';
import { answer, type Stock, startStock } from './stock.js';

let stock: Stock | undefined;
afterEach(async () => {
  await stock?.close();
  stock = undefined;
});

async function start(options: LoadSheddingOptions): Promise<Stock> {
  stock = await startStock({ plugins: [loadShedding(options)] });
  return stock;
}

const COUNT = { query: '{ count }' };

describe('load shedding', () => {
  it('refuses requests that there is no room for, and says when to come back', async () => {
    const { url, script, received } = await start({ maxRequests: 1, retryAfterSeconds: 2 });
    let release = (): void => {};
    script.push((response) => {
      release = () => answer(response);
    });
    const first = post(url, COUNT);
    await until(() => received.length === 1);
    const { status, headers, body } = await post(url, COUNT);
    expect([status, headers.get('retry-after'), codes(body)]).toEqual([503, '2', ['OVERLOADED']]);
    expect(body.errors?.[0]?.extensions?.requestId).toBe(headers.get('x-request-id'));
    expect(body).not.toHaveProperty('data');
    release();
    expect((await first).status).toBe(200);
    expect((await post(url, COUNT)).status).toBe(200);
    expect(received).toHaveLength(2);
  });

  it('has room again when a client goes away', async () => {
    const { url, script, received } = await start({ maxRequests: 1 });
    script.push(() => {});
    const client = new AbortController();
    const init = { method: 'POST', headers: { 'content-type': 'application/json' } };
    const gone = fetch(url, { ...init, body: JSON.stringify(COUNT), signal: client.signal });
    await until(() => received.length === 1);
    client.abort();
    await expect(gone).rejects.toThrow();
    let { status } = await post(url, COUNT);
    for (let turn = 0; status !== 200 && turn < 100; turn++) ({ status } = await post(url, COUNT));
    expect(status).toBe(200);
  });

  it('does not count streams that are open', async () => {
    const router = await shopRouter({ plugins: [loadShedding({ maxRequests: 1 })] });
    const { url } = await router.start({ port: 0 });
    const leave = new AbortController();
    const stream = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: 'subscription { reviewAdded(upc: "p1") { id } }' }),
      signal: leave.signal,
    });
    expect(stream.status).toBe(200);
    const { status } = await post(`${url}/graphql`, { query: '{ me { id } }' });
    leave.abort();
    await router.close();
    expect(status).toBe(200);
  });

  it('refuses everything while the process is late', async () => {
    let delay = 11;
    const { url, router } = await start({ maxEventLoopDelayMs: 10, delay: () => delay });
    expect((await post(url, COUNT)).status).toBe(503);
    const client = createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket });
    const [error] = await client
      .iterate(COUNT)
      .next()
      .catch((errors) => errors);
    expect(error.extensions).toMatchObject({ code: 'OVERLOADED' });
    expect(await router.execute(COUNT)).toEqual({ data: { count: 3 } });
    delay = 10;
    expect((await post(url, COUNT)).status).toBe(200);
    expect((await client.iterate(COUNT).next()).value).toEqual({ data: { count: 3 } });
    await client.dispose();
  });

  it('sees by itself that the process is late', async () => {
    // Each answer takes longer than the delay is averaged over: the loop does nothing else.
    const busy = inProcess<string>({
      execute: () => {
        const end = performance.now() + 150;
        while (performance.now() < end);
        return { data: { me: null } };
      },
    });
    const plugins = [loadShedding({ maxEventLoopDelayMs: 30 })];
    const router = await shopRouter({ plugins, subgraphs: { accounts: busy } });
    const { url } = await router.start({ port: 0 });
    let refused = false;
    for (let turn = 0; turn < 20 && !refused; turn++) {
      refused = (await post(`${url}/graphql`, { query: '{ me { id } }' })).status === 503;
    }
    await router.close();
    expect(refused).toBe(true);
  });

  it.each([{}, { maxRequests: 0 }, { maxRequests: 1, retryAfterSeconds: 0 }])(
    'refuses %j',
    (options) => {
      expect(() => loadShedding(options)).toThrow(RangeError);
    },
  );
});
