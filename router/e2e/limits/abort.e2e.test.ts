import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { http, type Router } from '../../src/index.js';
import { codes, post, until } from '../../test/support/client.js';
import { serveHttp, type TestServer } from '../../test/support/http-server.js';
import { shopRouter } from '../../test/support/shop.js';

/** Requests to a subgraph that never answers, and those whose caller went away. */
const requests = { asked: 0, left: 0 };
let router: Router<string> | undefined;
let subgraph: TestServer;
beforeEach(async () => {
  Object.assign(requests, { asked: 0, left: 0 });
  subgraph = await serveHttp((request, response) => {
    request.resume();
    requests.asked++;
    response.once('close', () => {
      if (!response.writableFinished) requests.left++;
    });
  });
});
afterEach(async () => {
  await subgraph.close();
  await router?.close();
});

async function start(operationTimeoutMs: number): Promise<string> {
  const accounts = http<string>({ url: `${subgraph.origin}/graphql` });
  router = await shopRouter({ subgraphs: { accounts }, limits: { operationTimeoutMs } });
  return `${(await router.start({ port: 0 })).url}/graphql`;
}

describe('an operation that is given up', () => {
  it('is given up in the subgraph when its time is over', async () => {
    const url = await start(2_000);
    const { body } = await post(url, { query: '{ me { id } }' });
    expect([body.data, codes(body)]).toEqual([{ me: null }, ['SUBGRAPH_UNAVAILABLE']]);
    await until(() => requests.left === 1);
    expect(requests.asked).toBe(1);
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
    await until(() => requests.asked === 1);
    client.abort();
    await expect(answer).rejects.toThrow();
    await until(() => requests.left === 1);
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
    await until(() => requests.asked === 1);
    client.abort();
    await expect(answer).rejects.toThrow();
    await new Promise((resolve) => setImmediate(resolve));
    expect(requests.left).toBe(0);
  });
});
