import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { Registry } from 'prom-client';
import { AnswerText } from '../../src/engine/answer-text.js';
import type { Executed } from '../../src/engine/execute-ready.js';
import type { Operation } from '../../src/execution/operation.js';
import { deduplicationScope } from '../../src/in-flight/deduplication-scope.js';
import { type AskedOperation, InFlight } from '../../src/in-flight/in-flight.js';
import type { Caller } from '../../src/index.js';

const operation = { kind: 'query' } as Operation;
const caller: Caller = { principal: 'ada', requestId: 'id-1', attributes: {} };

/** Executions in the hands of the test. */
function setting({ isWatched = false, timeoutMs = 1_000 } = {}) {
  const registry = new Registry();
  const scope = deduplicationScope<unknown>({ audience: (principal) => String(principal) });
  const inFlight = new InFlight({ scope, timeoutMs, isWatched, registry });
  const begun: {
    signal: AbortSignal | undefined;
    answer(executed?: Partial<Executed<AnswerText>>): void;
    fail(reason: Error): void;
  }[] = [];
  const ask = (asked: Partial<AskedOperation> = {}, signal?: AbortSignal) => {
    const whole = { operation, variables: {}, caller, ...asked };
    const answer = inFlight.execute(
      whole,
      signal,
      (until) =>
        new Promise((resolve, reject) => {
          const said = {
            data: new AnswerText('{"a":1}'),
            errors: [],
            subgraphExtensions: [],
            policy: undefined,
          };
          const answer = (executed = {}): void => resolve({ ...said, ...executed });
          begun.push({ signal: until, answer, fail: reject });
        }),
    );
    answer.catch(() => {});
    return answer;
  };
  const joined = async (): Promise<string> =>
    (await registry.getSingleMetricAsString('router_operations_deduplicated_total'))
      .split(' ')
      .at(-1) ?? '';
  return { ask, begun, joined };
}

describe('equal queries in flight', () => {
  it('are executed once, and their answer is encoded once', async () => {
    const { ask, begun, joined } = setting();
    const answers = [ask(), ask(), ask()];
    expect(begun).toHaveLength(1);
    begun[0]?.answer();
    const [first, second, third] = await Promise.all(answers);
    expect([second, third]).toEqual([first, first]);
    expect(second?.data.body).toBe(third?.data.body);
    expect(String(second?.data.body)).toBe('{"data":{"a":1}}');
    expect(await joined()).toBe('2');
    void ask();
    expect(begun).toHaveLength(2);
  });

  it.each<[string, Partial<AskedOperation>]>([
    ['operations', { operation: { kind: 'query' } as Operation }],
    ['variables', { variables: { n: 1 } }],
    ['callers', { caller: { ...caller, principal: 'bob' } }],
    ['being signed in', { caller: { ...caller, principal: null } }],
    ['attributes', { caller: { ...caller, attributes: { locale: 'de' } } }],
    ['headers for subgraphs', { caller: { ...caller, clientHeaders: { 'x-team': 'red' } } }],
  ])('are not equal where they differ in %s', (_name, asked) => {
    const { ask, begun } = setting();
    void ask();
    void ask(asked);
    expect(begun).toHaveLength(2);
  });

  it('are equal where everything is, and nowhere else', () => {
    const { ask, begun } = setting();
    let seed = 42;
    const pick = <T>(...values: readonly [T, ...T[]]): T => {
      seed = (seed * 48_271) % 2_147_483_647;
      return values[seed % values.length] ?? values[0];
    };
    const operations = [0, 1].map(() => ({ kind: 'query' }) as Operation);
    const contexts = new Set<string>();
    for (let turn = 0; turn < 500; turn++) {
      const which = pick(0, 1);
      const principal = pick<string | null>(null, 'null', 'ada', 'bob');
      const attributes = pick<Caller['attributes']>({}, { a: 'x' }, { a: ['x'] }, { a: '["x"]' });
      const clientHeaders = pick<Record<string, string>>({}, { a: 'x' }, { a: 'x', b: '' });
      const variables = pick<Record<string, unknown>>({}, { n: 1 }, { n: '1' }, { n: null });
      contexts.add(JSON.stringify([which, principal, attributes, clientHeaders, variables]));
      const asked = { ...caller, requestId: `id-${turn}`, principal, attributes, clientHeaders };
      void ask({ operation: operations[which] ?? operation, variables, caller: asked });
    }
    expect(contexts.size).toBeGreaterThan(200);
    expect(begun).toHaveLength(contexts.size);
  });

  it('are equal whatever the id of the request', () => {
    const { ask, begun } = setting();
    void ask();
    void ask({ caller: { ...caller, requestId: 'id-2' } });
    expect(begun).toHaveLength(1);
  });

  it.each<[string, Partial<AskedOperation>]>([
    ['mutations', { operation: { kind: 'mutation' } as Operation }],
    ['requests with files', { caller: { ...caller, uploads: [{} as never] } }],
    [
      'attributes that JSON cannot tell apart',
      { caller: { ...caller, attributes: { since: new Date(0) } } },
    ],
  ])('are not %s', (_name, asked) => {
    const { ask, begun } = setting();
    void ask(asked);
    void ask(asked);
    expect(begun).toHaveLength(2);
  });

  it('go on without the one who came first, and end with the last', async () => {
    const { ask, begun } = setting();
    const [first, second] = [new AbortController(), new AbortController()];
    const answers = [ask({}, first.signal), ask({}, second.signal)];
    first.abort();
    expect(begun[0]?.signal?.aborted).toBe(false);
    expect((await answers[0])?.errors).toEqual([new GraphQLError('The operation was given up.')]);
    second.abort();
    expect(begun[0]?.signal?.aborted).toBe(true);
    void ask();
    expect(begun).toHaveLength(2);
    begun[0]?.answer({ data: new AnswerText('"late"') });
    begun[1]?.answer({ data: new AnswerText('"new"') });
    const third = ask();
    expect(begun).toHaveLength(2);
    expect((await third).data.data).toBe('"new"');
  });

  it('are left to themselves once too little of their time is left', async () => {
    const { ask, begun } = setting({ timeoutMs: 0 });
    void ask();
    void ask();
    expect(begun).toHaveLength(2);
  });

  it('fail together, and are not remembered', async () => {
    const { ask, begun } = setting();
    const answers = [ask(), ask()];
    begun[0]?.fail(new TypeError('a fault'));
    for (const answer of answers) await expect(answer).rejects.toThrow('a fault');
    void ask();
    expect(begun).toHaveLength(2);
  });

  it('are each executed where a plugin sees what a subgraph said for one client', async () => {
    const { ask, begun, joined } = setting({ isWatched: true });
    const answers = [ask(), ask()];
    const said = [{ subgraph: 'accounts', extensions: { cookie: 'of the first' } }];
    begun[0]?.answer({ subgraphExtensions: said });
    expect((await answers[0])?.subgraphExtensions).toBe(said);
    expect(begun).toHaveLength(2);
    begun[1]?.answer();
    expect((await answers[1])?.subgraphExtensions).toEqual([]);
    void ask();
    void ask();
    expect([begun.length, await joined()]).toEqual([4, '0']);
  });

  it('are shared for all that subgraphs say where no plugin hears it', async () => {
    const { ask, begun, joined } = setting();
    const answers = [ask(), ask()];
    begun[0]?.answer({ subgraphExtensions: [{ subgraph: 'accounts', extensions: { trace: 1 } }] });
    await Promise.all(answers);
    expect([begun.length, await joined()]).toEqual([1, '1']);
  });
});

describe('the scope of a host that names none', () => {
  it('shares nothing of a principal whose audience nobody knows', () => {
    const scope = deduplicationScope({});
    expect(scope(caller)).toBeUndefined();
    expect(scope({ ...caller, principal: null })).toBeDefined();
  });

  it('tells addresses apart only where the host attached them', () => {
    const from = (ip: string): Caller => ({ ...caller, principal: null, attributes: { ip } });
    const [anybody, told] = [deduplicationScope(undefined), deduplicationScope({})];
    expect(anybody(from('10.0.0.1'))).toBe(anybody(from('10.0.0.2')));
    expect(told(from('10.0.0.1'))).not.toBe(told(from('10.0.0.2')));
  });

  it.each([() => 1, new Map([['a', 1]]), 10n, Number.NaN, [undefined], [new Date(0)]])(
    'shares nothing where an attribute is more than JSON says: %p',
    (attribute) => {
      const scope = deduplicationScope({});
      expect(scope({ ...caller, principal: null, attributes: { attribute } })).toBeUndefined();
    },
  );
});
