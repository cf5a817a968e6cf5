import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { type HttpTransportOptions, http } from '../src/index.js';
import type { OperationContext, SubgraphRequest } from '../src/transport/transport.js';
import { serveHttp } from './support/http-server.js';

const query = 'query Q($a: Int) { a }';
const request: SubgraphRequest = {
  subgraph: 'shop',
  operationKind: 'query',
  operationName: 'Q',
  query,
  document: parse(query),
  variables: { a: 1, b: '"é' },
};

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function subgraph(
  answer: (response: ServerResponse, request: IncomingMessage, body: string) => void,
  options: Partial<HttpTransportOptions<string>> = {},
) {
  const server = await serveHttp(async (incoming, response) => {
    let body = '';
    for await (const chunk of incoming) body += String(chunk);
    answer(response, incoming, body);
  });
  const transport = http<string>({ url: `${server.origin}/q?x=1`, ...options });
  open.push(transport, server);
  return (asked: Partial<SubgraphRequest> = {}, signal = new AbortController().signal) => {
    const context: OperationContext<string> = {
      principal: 'me',
      requestId: 'id-1',
      attributes: {},
      signal,
    };
    return transport.execute({ ...request, ...asked }, context);
  };
}

const json = { 'content-type': 'application/json' };
const reason = (expected: unknown) => ({ name: 'SubgraphUnavailable', reason: expected });

describe('the HTTP transport', () => {
  it('posts the operation with the headers of the hop', async () => {
    const seen: unknown[] = [];
    const ask = await subgraph(
      (response, { headers, url, method }, body) => {
        seen.push({
          method,
          url,
          id: headers['x-request-id'],
          by: headers.by,
          body: JSON.parse(body),
        });
        response.writeHead(200, json).end('{"data":{"a":1}}');
      },
      { headers: async ({ principal }) => ({ by: principal ?? '' }) },
    );
    expect(await ask()).toEqual({ data: { a: 1 } });
    const { operationName, variables } = request;
    const posted = { method: 'POST', url: '/q?x=1', id: 'id-1', by: 'me' };
    expect(seen).toEqual([{ ...posted, body: { query, operationName, variables } }]);
    await ask({ variablesText: '{"a":2}' });
    expect(seen[1]).toMatchObject({ body: { query, operationName, variables: { a: 2 } } });
  });

  it('takes an answer in pieces, of any status', async () => {
    const ask = await subgraph((response) => {
      response.writeHead(422, json).write('{"errors":[{"message":"é');
      setImmediate(() => response.end('"}]}'));
    });
    expect(await ask()).toEqual({ errors: [{ message: 'é' }] });
  });

  it.each<[string, (response: ServerResponse) => void, unknown]>([
    [
      'a page',
      (r) => r.writeHead(502, { 'content-type': 'text/html' }).end('<p>'),
      'HTTP 502 with content type "text/html"',
    ],
    ['broken JSON', (r) => r.writeHead(200, json).end('{"data":'), 'HTTP 200 with broken JSON'],
    ['something else', (r) => r.writeHead(200, json).end('[1]'), 'HTTP 200 without data or errors'],
    [
      'too much',
      (r) => r.writeHead(200, json).end('x'.repeat(2_000)),
      'an answer of more than 1000 bytes',
    ],
    [
      'a cut connection',
      (r) => r.writeHead(200, json).write('{', () => r.destroy()),
      expect.any(String),
    ],
  ])('is unavailable where the subgraph sends %s', async (_name, answer, expected) => {
    const ask = await subgraph(answer, { maxResponseBytes: 1_000 });
    await expect(ask()).rejects.toMatchObject(reason(expected));
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['silence', () => {}],
    [
      'an answer drop by drop',
      (response) => {
        response.writeHead(200, json);
        const drops = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(drops));
      },
    ],
  ])('gives up when it gets %s', async (_name, answer) => {
    const ask = await subgraph(answer, { timeoutMs: 150 });
    await expect(ask()).rejects.toMatchObject(reason('no whole answer within 150 ms'));
  });

  it('is unavailable where nobody listens', async () => {
    const transport = http({ url: 'http://127.0.0.1:1/graphql' });
    open.push(transport);
    const { signal } = new AbortController();
    const context = { principal: null, requestId: '', attributes: {}, signal };
    await expect(transport.execute(request, context)).rejects.toMatchObject(
      reason(expect.stringContaining('ECONNREFUSED')),
    );
  });

  it('hangs up when the operation is given up', async () => {
    const client = new AbortController();
    const hungUp = Promise.withResolvers<void>();
    const ask = await subgraph((response) => {
      response.on('close', hungUp.resolve);
      client.abort();
    });
    const givenUp = reason('the operation timed out or was given up');
    await expect(ask({}, client.signal)).rejects.toMatchObject(givenUp);
    await hungUp.promise;
    await expect(ask({}, client.signal)).rejects.toMatchObject(givenUp);
  });
});
