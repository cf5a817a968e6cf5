import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { http, type Router } from '../../src/index.js';
import { codes, post, until } from '../../test/support/client.js';
import { shopRouter } from '../../test/support/shop.js';

/** A subgraph that takes requests and never answers. */
class SilentSubgraph {
  asked = 0;
  /** Requests whose caller went away. */
  left = 0;
  readonly #server: Server = createServer((request, response) => {
    request.resume();
    this.asked++;
    response.once('close', () => {
      if (!response.writableFinished) this.left++;
    });
  });

  async url(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/graphql`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

let router: Router<string> | undefined;
let subgraph: SilentSubgraph;
afterEach(async () => {
  subgraph.close();
  await router?.close();
});

async function start(operationTimeoutMs: number): Promise<string> {
  subgraph = new SilentSubgraph();
  const accounts = http<string>({ url: await subgraph.url() });
  router = await shopRouter({ subgraphs: { accounts }, limits: { operationTimeoutMs } });
  return `${(await router.start({ port: 0 })).url}/graphql`;
}

describe('an operation that is given up', () => {
  it('is given up in the subgraph when its time is over', async () => {
    const url = await start(2_000);
    const { body } = await post(url, { query: '{ me { id } }' });
    expect([body.data, codes(body)]).toEqual([{ me: null }, ['SUBGRAPH_UNAVAILABLE']]);
    await until(() => subgraph.left === 1);
    expect(subgraph.asked).toBe(1);
  });

  it('is given up in the subgraph when its client hangs up', async () => {
    const url = await start(60_000);
    const client = new AbortController();
    const answer = fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ me { id } }"}',
      signal: client.signal,
    });
    await until(() => subgraph.asked === 1);
    client.abort();
    await expect(answer).rejects.toThrow();
    await until(() => subgraph.left === 1);
  });

  it('is not, where it is a mutation: what was begun is finished', async () => {
    const url = await start(60_000);
    const client = new AbortController();
    const answer = fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"mutation { userRename(id: 1, username: \\"x\\") { id } }"}',
      signal: client.signal,
    });
    await until(() => subgraph.asked === 1);
    client.abort();
    await expect(answer).rejects.toThrow();
    await new Promise((resolve) => setImmediate(resolve));
    expect(subgraph.left).toBe(0);
  });
});
