import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestSubgraph, type TestSubgraph } from './test-subgraph.js';

describe('a subgraph over HTTP', () => {
  let subgraph: TestSubgraph;
  beforeAll(async () => {
    subgraph = await startTestSubgraph({ bodyLimitBytes: 100_000 });
  });
  afterAll(() => subgraph.close());

  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(subgraph.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer for-mara', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it('executes for whom the token names, with what the router says about the request', async () => {
    const response = await post(
      {
        query: 'query Me($t: String!) { me echo(text: $t) }',
        operationName: 'Me',
        variables: { t: 'ä' },
      },
      { 'x-request-id': 'req-1', 'x-client-ip': '10.0.0.9' },
    );
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(response.headers.get('x-request-id')).toBe('req-1');
    expect(await response.json()).toEqual({ data: { me: 'mara', echo: 'ä' } });
    expect(subgraph.contexts.at(-1)).toMatchObject({
      principal: { name: 'mara' },
      requestId: 'req-1',
      attributes: { ip: '10.0.0.9' },
    });
    expect(subgraph.lines).toContainEqual(
      expect.objectContaining({
        subgraph: 'test',
        requestId: 'req-1',
        outcome: 'ok',
        operationName: 'Me',
      }),
    );
  });

  it('knows an anonymous caller of the router', async () => {
    const response = await post({ query: '{ me }' }, { authorization: 'Bearer anonymous' });
    expect(await response.json()).toEqual({ data: { me: null } });
  });

  it.each([
    ['nothing', ''],
    ['another scheme', 'Basic bWFyYTpzZWNyZXQ='],
    ['a token that is not the router’s', 'Bearer stolen'],
    ['two tokens', 'Bearer for-mara, Bearer for-mara'],
  ])('refuses %s before it reads the body, whatever is asked', async (_what, authorization) => {
    const before = subgraph.contexts.length;
    for (const query of [
      '{ me }',
      '{ _entities(representations: []) { __typename } }',
      'not even GraphQL',
    ]) {
      const response = await post({ query }, { authorization });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect(await response.json()).toMatchObject({
        errors: [{ message: 'Only the router may ask' }],
      });
    }
    expect(subgraph.contexts.length).toBe(before);
  });

  it('replaces a request id that could forge a line of the log', async () => {
    const response = await post({ query: '{ me }' }, { 'x-request-id': 'a b' });
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    ['broken JSON', '{"query":', 400],
    ['no JSON object', '[]', 400],
    ['no query', '{"variables":{}}', 400],
    ['variables that are a list', '{"query":"{ me }","variables":[]}', 400],
    ['a prototype', '{"query":"{ me }","variables":{"__proto__":{"admin":true}}}', 400],
    ['a document that does not parse', JSON.stringify({ query: '{ me' }), 400],
    ['too deep for the parser', JSON.stringify({ query: '{ me }'.padStart(60_000, '{ ') }), 400],
    ['two operations and no name', JSON.stringify({ query: 'query A { me } query B { me }' }), 400],
    ['a subscription', JSON.stringify({ query: 'subscription { silent }' }), 400],
    ['a body above the limit', JSON.stringify({ query: '{ me }', pad: 'x'.repeat(100_000) }), 413],
  ])('answers %s with a %s', async (_what, body, status) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ message: expect.any(String) }] });
  });

  it('takes no other content type, method or path', async () => {
    expect((await post('{ me }', { 'content-type': 'application/graphql' })).status).toBe(415);
    expect((await fetch(`${subgraph.url}?query={me}`)).status).toBe(404);
    expect((await fetch(`${subgraph.origin}/admin`)).status).toBe(404);
  });

  it('keeps coded errors, masks faults, and logs the fault with the request id', async () => {
    const response = await post({ query: '{ refuse fail me }' }, { 'x-request-id': 'req-fault' });
    const body = await response.json();
    expect(body).toEqual({
      data: { refuse: null, fail: null, me: 'mara' },
      errors: [
        expect.objectContaining({
          message: 'Not yours',
          path: ['refuse'],
          extensions: { code: 'FORBIDDEN' },
        }),
        {
          message: 'Internal server error',
          path: ['fail'],
          extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'req-fault' },
        },
      ],
    });
    expect(JSON.stringify(body)).not.toContain('secret');
    const line = subgraph.lines.find(({ msg }) => msg === 'operation failed unexpectedly');
    expect(line).toMatchObject({
      requestId: 'req-fault',
      err: { message: 'secret connection string' },
    });
  });

  it('survives an executor that throws', async () => {
    const broken = await startTestSubgraph({
      execute: () => {
        throw new TypeError('secret');
      },
    });
    const response = await fetch(broken.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer for-mara' },
      body: '{"query":"{ me }"}',
    });
    expect(await response.json()).toMatchObject({ errors: [{ message: 'Internal server error' }] });
    await broken.close();
  });

  it('aborts the operation of a caller that hangs up', async () => {
    const controller = new AbortController();
    const call = fetch(subgraph.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer for-mara' },
      body: '{"query":"{ slow(ms: 20000) }"}',
      signal: controller.signal,
    });
    const before = subgraph.contexts.length;
    while (subgraph.contexts.length === before)
      await new Promise((resolve) => setTimeout(resolve, 5));
    const { signal } = subgraph.contexts.at(-1) as { signal: AbortSignal };
    expect(signal.aborted).toBe(false);
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    while (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, 5));
  });

  it('tells whoever runs it about health, readiness and metrics, without a token', async () => {
    expect((await fetch(`${subgraph.origin}/health`)).status).toBe(200);
    expect((await fetch(`${subgraph.origin}/ready`)).status).toBe(200);
    subgraph.setReady(false);
    expect((await fetch(`${subgraph.origin}/ready`)).status).toBe(503);
    expect((await fetch(`${subgraph.origin}/health`)).status).toBe(200);
    subgraph.setReady(true);
    const text = await (await fetch(`${subgraph.origin}/metrics`)).text();
    expect(text).toMatch(
      /nexus_subgraph_operation_seconds_count\{subgraph="test",kind="query",outcome="ok"\} [1-9]/,
    );
    expect(text).toMatch(/outcome="fault"\} 1/);
  });

  it('shrugs off an upgrade with a nonsensical target', async () => {
    const { port } = new URL(subgraph.url);
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.write(
          'GET // HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
        ),
      );
      socket.once('data', (data) => resolve(data.toString()));
    });
    expect(answer).toMatch(/^HTTP\/1.1 404/);
    expect((await fetch(`${subgraph.origin}/health`)).status).toBe(200);
  });
});

describe('the end of a subgraph', () => {
  const slow = (url: string, ms: number) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer for-mara' },
      body: JSON.stringify({ query: `{ slow(ms: ${ms}) }` }),
    });

  it('lets running operations finish and takes no new ones', async () => {
    const subgraph = await startTestSubgraph();
    const running = slow(subgraph.url, 400);
    while (subgraph.contexts.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const closed = subgraph.close();
    expect(subgraph.close()).toBe(closed);
    await expect(slow(subgraph.url, 1)).rejects.toThrow('fetch failed');
    expect(await (await running).json()).toEqual({ data: { slow: 'finished' } });
    await closed;
  });

  it('gives up on what does not finish in time', async () => {
    const subgraph = await startTestSubgraph({ closeTimeoutMs: 150 });
    const running = slow(subgraph.url, 60_000).then(
      () => 'answered',
      () => 'cut',
    );
    while (subgraph.contexts.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await subgraph.close();
    expect(await running).toBe('cut');
    expect(subgraph.contexts[0]?.signal.aborted).toBe(true);
  });
});
