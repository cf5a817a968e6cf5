import { beforeEach, describe, expect, it } from '@jest/globals';
import { createFetcher } from '../src/graph/fetcher.js';
import { createInsight, type Insight } from '../src/insight/insight.js';
import type { PlanWish } from '../src/insight/insight.types.js';

const cost = { estimated: 11, actual: 4, max: 100 };

let now: number;
let insight: Insight;
let plan: PlanWish;
let sent: { url: string; body: Record<string, unknown>; headers: Record<string, string> }[];
beforeEach(() => {
  now = 0;
  insight = createInsight(() => now);
  plan = 'none';
  sent = [];
});

function fetcherThatGets(answer: unknown) {
  return createFetcher({
    url: 'http://localhost/graphql',
    insight,
    settings: () => ({ eventsBy: 'websocket', plan }),
    fetch: async (url, init) => {
      sent.push({
        url: String(url),
        body: JSON.parse(String(init?.body)),
        headers: init?.headers as Record<string, string>,
      });
      now += 25;
      if (answer instanceof Error) throw answer;
      return new Response(JSON.stringify(answer), {
        headers: { 'content-type': 'application/json' },
      });
    },
  });
}

/** What the editor would show, result after result. */
async function shown(results: unknown): Promise<unknown[]> {
  const all: unknown[] = [];
  if (!(Symbol.asyncIterator in Object(results))) return [results];
  for await (const result of results as AsyncIterable<unknown>) all.push(result);
  return all;
}

describe('what the editor runs', () => {
  it('is sent with the question what it costs, and shown without the answer to that', async () => {
    const run = fetcherThatGets({ data: { a: 1 }, extensions: { cost, traceId: 't' } });
    const headers = { authorization: 'Bearer x' };
    const answer = await run({ query: 'query A { a }', variables: { b: 2 } }, { headers });
    expect(await shown(answer)).toEqual([{ data: { a: 1 }, extensions: { traceId: 't' } }]);
    expect(sent).toEqual([
      {
        url: 'http://localhost/graphql',
        body: {
          query: 'query A { a }',
          operationName: 'A',
          variables: { b: 2 },
          extensions: { cost: true },
        },
        headers: expect.objectContaining(headers),
      },
    ]);
    expect(insight.state).toMatchObject({ status: 'done', name: 'A', ms: 25, cost, results: 1 });
  });

  it('asks for the plan where it is wanted, and keeps it from the answer', async () => {
    plan = 'plan';
    const queryPlan = { mode: 'plan', text: '', plan: null, timings: { totalMs: 1 } };
    const run = fetcherThatGets({ data: null, extensions: { cost, queryPlan } });
    expect(await shown(await run({ query: '{ a }' }))).toEqual([{ data: null }]);
    expect(sent[0]?.body.extensions).toEqual({ cost: true, explain: 'plan' });
    expect(insight.state).toMatchObject({ plan: queryPlan, cost });
  });

  it('knows the estimate of what was not run from the plan', async () => {
    plan = 'dry-run';
    const queryPlan = { mode: 'dry-run', plan: null, cost: { estimated: 7, max: 9 } };
    const run = fetcherThatGets({ data: null, extensions: { queryPlan } });
    await shown(await run({ query: '{ a }' }));
    expect(insight.state.cost).toEqual({ estimated: 7, max: 9 });
  });

  it('shows no extensions where there are no others', async () => {
    const run = fetcherThatGets({ data: null, extensions: { cost } });
    expect(await shown(await run({ query: '{ a }' }))).toEqual([{ data: null }]);
  });

  it('is the one operation that there is, whatever tab the editor still names', async () => {
    const run = fetcherThatGets({ data: {} });
    await shown(await run({ query: 'query Now { a }', operationName: 'Before' }));
    expect(sent[0]?.body).toMatchObject({ operationName: 'Now' });
  });

  it('is sent as it is where it does not parse: the router says what is wrong', async () => {
    const run = fetcherThatGets({ errors: [{ message: 'Syntax Error' }] });
    await shown(await run({ query: '{' }));
    expect(sent[0]?.body).toMatchObject({ query: '{' });
    expect(insight.state.kind).toBe('query');
  });

  it('leaves the editor’s own question for the schema alone', async () => {
    const run = fetcherThatGets({ data: {} });
    const query = 'query IntrospectionQuery { __typename }';
    await shown(await run({ query, operationName: 'IntrospectionQuery' }));
    expect(sent[0]?.body).not.toHaveProperty('extensions');
    expect(insight.state.status).toBe('idle');
  });

  it('is over where the router cannot be reached', async () => {
    const run = fetcherThatGets(new TypeError('Failed to fetch'));
    const answer = await run({ query: '{ a }' });
    await expect(shown(answer)).rejects.toThrow('Failed to fetch');
    expect(insight.state).toMatchObject({ status: 'done', results: 0, cost: undefined });
  });
});
