import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { eventually } from '../support/eventually.js';
import { startTestSubgraph, type TestSubgraph } from './test-subgraph.js';

describe('a subgraph over graphql-transport-ws', () => {
  let subgraph: TestSubgraph;
  const clients: Client[] = [];
  const client = (connectionParams?: Record<string, unknown>) => {
    const made = createClient({
      url: subgraph.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      ...(connectionParams && { connectionParams }),
    });
    clients.push(made);
    return made;
  };
  const collect = async (results: AsyncIterable<unknown>) => {
    const all: unknown[] = [];
    for await (const result of results) all.push(result);
    return all;
  };
  const gauge = async () =>
    (await subgraph.metrics.getSingleMetricAsString('nexus_subgraph_subscriptions')).match(
      /\} (\d+)/,
    )?.[1];

  beforeEach(async () => {
    subgraph = await startTestSubgraph();
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((made) => made.dispose()));
    await subgraph.close();
  });

  const MARA = { authorization: 'Bearer for-mara', 'x-request-id': 'req-ws' };

  it('streams to a connection with credentials, then completes', async () => {
    const results = await collect(
      client(MARA).iterate({
        query: 'subscription($n: Int!) { ticks(count: $n, everyMs: 1) }',
        variables: { n: 3 },
      }),
    );
    expect(results).toEqual([
      { data: { ticks: 1 } },
      { data: { ticks: 2 } },
      { data: { ticks: 3 } },
    ]);
    expect(subgraph.contexts[0]).toMatchObject({
      principal: { name: 'mara' },
      requestId: 'req-ws',
    });
    await eventually(
      'nothing runs',
      async () => subgraph.ticking() === 0 && (await gauge()) === '0',
    );
  });

  it('serves many callers over one connection, each with its own credentials', async () => {
    const shared = client();
    const of = (name: string) => ({
      query: 'subscription { ticks(count: 1, everyMs: 1) }',
      extensions: { headers: { Authorization: `Bearer for-${name}`, 'X-Client-Ip': '10.0.0.7' } },
    });
    await Promise.all([collect(shared.iterate(of('mara'))), collect(shared.iterate(of('noor')))]);
    expect(subgraph.contexts.map(({ principal }) => principal?.name).sort()).toEqual([
      'mara',
      'noor',
    ]);
    expect(subgraph.contexts[0]?.attributes).toEqual({ ip: '10.0.0.7' });
  });

  it('answers queries too', async () => {
    expect(await collect(client(MARA).iterate({ query: '{ me }' }))).toEqual([
      { data: { me: 'mara' } },
    ]);
  });

  it('shuts the door on bad credentials of a connection', async () => {
    await expect(
      collect(
        client({ authorization: 'Bearer stolen' }).iterate({ query: 'subscription { silent }' }),
      ),
    ).rejects.toMatchObject({ code: 4403 });
  });

  it('refuses an operation without credentials, or with bad ones, and executes nothing', async () => {
    for (const extensions of [undefined, { headers: { authorization: 'Bearer stolen' } }]) {
      await expect(
        collect(client().iterate({ query: '{ me }', ...(extensions && { extensions }) })),
      ).rejects.toMatchObject([{ message: 'Only the router may ask' }]);
    }
    expect(subgraph.contexts).toEqual([]);
  });

  it('lets no good connection excuse a bad operation', async () => {
    await expect(
      collect(
        client(MARA).iterate({
          query: '{ me }',
          extensions: { headers: { authorization: 'Bearer stolen' } },
        }),
      ),
    ).rejects.toMatchObject([{ message: 'Only the router may ask' }]);
  });

  it.each([
    ['a document that does not parse', '{ me', 'GRAPHQL_PARSE_FAILED'],
    ['an operation that is not there', 'fragment F on Query { me }', 'BAD_REQUEST'],
  ])('answers %s with an error, and the connection lives on', async (_what, query, code) => {
    const shared = client(MARA);
    await expect(collect(shared.iterate({ query }))).rejects.toMatchObject([
      { extensions: { code } },
    ]);
    expect(await collect(shared.iterate({ query: '{ me }' }))).toEqual([{ data: { me: 'mara' } }]);
  });

  it('ends a source that waits when the subscriber leaves', async () => {
    const leave = client(MARA).subscribe(
      { query: 'subscription { silent }' },
      { next: () => {}, error: () => {}, complete: () => {} },
    );
    await eventually('it runs', async () => subgraph.ticking() === 1 && (await gauge()) === '1');
    leave();
    await eventually('it ended', async () => subgraph.ticking() === 0 && (await gauge()) === '0');
    expect(subgraph.contexts[0]?.signal.aborted).toBe(true);
  });

  it('ends the sources of a connection that is lost', async () => {
    const made = client(MARA);
    for (let i = 0; i < 3; i++) {
      made.subscribe(
        { query: 'subscription { silent }' },
        { next: () => {}, error: () => {}, complete: () => {} },
      );
    }
    await eventually('they run', () => subgraph.ticking() === 3);
    made.terminate();
    await eventually('they ended', async () => subgraph.ticking() === 0 && (await gauge()) === '0');
  });

  it('tells of a source that breaks without its secrets', async () => {
    const results = await collect(client(MARA).iterate({ query: 'subscription { breaks }' }));
    expect(results).toMatchObject([
      { data: { breaks: 1 } },
      { errors: [{ message: 'Internal server error', extensions: { requestId: 'req-ws' } }] },
    ]);
    expect(JSON.stringify(results)).not.toContain('secret');
    expect(subgraph.lines).toContainEqual(
      expect.objectContaining({ msg: 'operation failed unexpectedly', requestId: 'req-ws' }),
    );
  });

  it('says goodbye to its subscribers when it closes', async () => {
    const ended = collect(client(MARA).iterate({ query: 'subscription { silent }' }));
    const outcome = ended.then(
      () => 'completed',
      (event: { code?: number }) => event.code,
    );
    await eventually('it runs', () => subgraph.ticking() === 1);
    await subgraph.close();
    expect(['completed', 1001]).toContain(await outcome);
    expect(subgraph.ticking()).toBe(0);
  });
});
