import type { Fetcher } from '@graphiql/toolkit';
import { describe, expect, it } from '@jest/globals';
import { type EventStream, type Nexus, NexusError } from '@nexus/sdk';
import { createFetcher } from '../src/graph/fetcher.js';
import { asResults } from '../src/graph/results.js';
import { createLive } from '../src/live/live.js';

type Execute = Nexus['execute'];

/** A fetcher on a graph that answers `answer`; notes what came. */
function trial(answer: () => unknown) {
  const calls: { kind: string; variables: unknown; how: unknown }[] = [];
  const remembered: unknown[] = [];
  const live = createLive(() => new Date(0));
  const note = (kind: string) => (_: unknown, variables: unknown, how: unknown) => {
    calls.push({ kind, variables, how });
    return answer();
  };
  const fetcher = createFetcher({
    nexus: {
      execute: (async (...args: [unknown, unknown, unknown]) =>
        note('execute')(...args)) as unknown as Execute,
      subscribe: note('subscribe') as unknown as Nexus['subscribe'],
    },
    lookups: [(name) => (name === 'client.id' ? 'cli_1' : undefined)],
    remember: (data) => remembered.push(data),
    live,
  });
  return { fetcher, calls, remembered, live };
}

const run = (fetcher: Fetcher, query: string, variables?: unknown, headers?: object) =>
  fetcher({ query, variables, operationName: null }, headers ? { headers: { ...headers } } : {});

const MUTATION = 'mutation ($input: I!) { clientCreate(input: $input) { client { id } } }';

describe('the fetcher', () => {
  it('fills the variables, and remembers what a mutation made', async () => {
    const answer = { data: { clientCreate: { client: { id: 'cli_2' } } } };
    const { fetcher, calls, remembered } = trial(() => answer);
    expect(await run(fetcher, MUTATION, { input: { parentId: '{{client.id}}' } })).toBe(answer);
    expect(calls[0]?.variables).toEqual({ input: { parentId: 'cli_1' } });
    expect(remembered).toEqual([answer.data]);
  });

  it('remembers nothing of a query', async () => {
    const { fetcher, remembered } = trial(() => ({ data: { viewer: { user: { id: 'usr_1' } } } }));
    await run(fetcher, '{ viewer { user { id } } }');
    expect(remembered).toEqual([]);
  });

  it('sends nothing while a placeholder is unknown', async () => {
    const { fetcher, calls } = trial(() => ({}));
    expect(await run(fetcher, MUTATION, { input: { id: '{{task.id}}' } })).toMatchObject({
      errors: [{ message: expect.stringContaining('{{task.id}}') }],
    });
    expect(calls).toEqual([]);
  });

  it("lets the editor's headers take the place of its own", async () => {
    const { fetcher, calls } = trial(() => ({ data: {} }));
    await run(fetcher, '{ a }', undefined, { Authorization: 'Bearer mine' });
    expect(calls[0]?.how).toEqual({ headers: { authorization: 'Bearer mine' } });
  });

  it('does not fall for the name of the tab that was open before', async () => {
    const { fetcher, calls } = trial(() => ({ data: {} }));
    await fetcher({ query: 'query Now { a }', operationName: 'Before' });
    expect(calls[0]?.how).toEqual({ operationName: 'Now', headers: {} });
    await fetcher({ query: 'query A { a } query B { b }', operationName: 'B' });
    expect(calls[1]?.how).toEqual({ operationName: 'B', headers: {} });
  });

  it('shows what went wrong as an answer', async () => {
    const { fetcher } = trial(() => {
      throw new NexusError('TIMEOUT', 'No answer came in time.', { requestId: 'r1' });
    });
    expect(await run(fetcher, '{ a }')).toEqual({
      errors: [
        {
          message: 'No answer came in time.',
          extensions: { code: 'TIMEOUT', requestId: 'r1' },
        },
      ],
    });
  });

  it('follows a subscription', async () => {
    const { fetcher, calls, live } = trial(() => stream([{ boardChanged: { id: '1' } }]));
    const results = (await run(fetcher, 'subscription { a }')) as AsyncIterable<unknown>;
    const seen: unknown[] = [];
    for await (const result of results) seen.push(result);
    expect(calls[0]?.kind).toBe('subscribe');
    expect(seen).toEqual([{ data: { boardChanged: { id: '1' } } }]);
    expect(live.state).toMatchObject({ status: 'ended', title: 'Subscription', count: 1 });
  });

  it('tells what a subscription does, and that the reader left it', async () => {
    const { fetcher, calls, live } = trial(() => stream([]));
    const request = { query: 'subscription A { a }', operationName: 'A' };
    const results = (await fetcher(request)) as AsyncIterableIterator<unknown>;
    expect(live.state).toMatchObject({ status: 'connecting', title: 'A' });
    const how = calls[0]?.how;
    const { onState } = how as { onState: (state: string) => void };
    for (const state of ['listening', 'reconnecting', 'listening']) {
      onState(state);
      expect(live.state.status).toBe(state);
    }
    await results.return?.();
    expect(live.state.status).toBe('stopped');
  });

  it('connects no more when it cannot', async () => {
    const { fetcher, live } = trial(() => {
      throw new NexusError('NO_WEBSOCKET', 'There is none.');
    });
    expect(await run(fetcher, 'subscription { a }')).toMatchObject({ errors: [{}] });
    expect(live.state.status).toBe('ended');
  });
});

function stream(events: unknown[], error?: NexusError): EventStream<unknown> & { left: boolean } {
  const waiting = [...events];
  let failure = error;
  return {
    sequence: undefined,
    left: false,
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      if (waiting.length > 0) return { done: false, value: waiting.shift() };
      const thrown = failure;
      failure = undefined;
      if (thrown) throw thrown;
      return { done: true, value: undefined };
    },
    async return() {
      this.left = true;
      return { done: true, value: undefined };
    },
  };
}

describe('results of a stream', () => {
  const report = () => createLive(() => new Date(0)).begin('A');

  it('end with its error, as the server put it', async () => {
    const errors = [{ message: 'Forbidden.', extensions: { code: 'FORBIDDEN' } }];
    const results = asResults(stream([], NexusError.fromErrors(errors)), report());
    expect(await results.next()).toEqual({ done: false, value: { errors } });
    expect(await results.next()).toEqual({ done: true, value: undefined });
  });

  it('leave the stream when the editor stops', async () => {
    const source = stream([]);
    await asResults(source, report()).return?.();
    expect(source.left).toBe(true);
  });
});
