import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import type { OperationContext, SubgraphRequest, TrafficPolicy } from '../../src/index.js';
import { failure, settled, shop } from './setting.js';

const policy: TrafficPolicy<string> = {
  deduplicate: ({ principal }) => principal ?? 'nobody',
  headers: { propagate: ['x-team'] },
};

describe('de-duplication', () => {
  it('asks once for what is asked twice at the same time', async () => {
    const { ask, received, events } = shop(policy);
    const answers = [ask(), ask({ document: parse('{ a }') }), ask({ variablesText: '{}' })];
    await settled();
    expect(received).toHaveLength(1);
    await received[0]?.answer({ data: { a: { b: [{ c: 1 }] } } });
    const [first, second, third] = await Promise.all(answers);
    expect([second, third]).toEqual([first, first]);
    expect(events).toEqual(['deduplicated', 'deduplicated']);
    void ask();
    expect(received).toHaveLength(2);
  });

  it('gives each its own data, whatever the others do to theirs', async () => {
    const { ask, received } = shop(policy);
    const date = new Date(0);
    // Each changes its answer as soon as it has it.
    const spoilt = () =>
      ask().then((answer) => {
        const seen = JSON.stringify(answer.data);
        const { a } = answer.data as { a: { b?: unknown[] } };
        a.b?.push('x');
        delete a.b;
        return seen;
      });
    const answers = [spoilt(), spoilt(), spoilt()];
    await settled();
    await received[0]?.answer({ data: { a: { b: [{ c: date }], n: null } } });
    const whole = JSON.stringify({ a: { b: [{ c: date }], n: null } });
    expect(await Promise.all(answers)).toEqual([whole, whole, whole]);
  });

  it.each<[string, Partial<SubgraphRequest>, Partial<OperationContext<string>>]>([
    ['callers', {}, { principal: 'bob' }],
    ['headers', {}, { principal: 'ada', clientHeaders: { 'x-team': 'red' } }],
    ['variables', { variables: { n: 2 } }, { principal: 'ada' }],
    ['texts', { query: '{ b }' }, { principal: 'ada' }],
    ['operations of a text', { operationName: 'B' }, { principal: 'ada' }],
  ])('never takes for equal what differs in %s', async (_name, request, context) => {
    const { ask, received } = shop(policy);
    void ask({ variables: { n: 1 } }, { principal: 'ada', clientHeaders: { 'x-team': 'blue' } });
    const same = { principal: 'ada', clientHeaders: { 'x-team': 'blue' } };
    void ask({ variables: { n: 1 }, ...request }, { ...same, ...context });
    await settled();
    expect(received).toHaveLength(2);
  });

  it('is not for mutations, files, or those whom the host sets apart', async () => {
    const { ask, received } = shop({
      deduplicate: ({ attributes }) => (attributes.apart ? undefined : 'all'),
    });
    for (let turn = 0; turn < 2; turn++) {
      void ask({ operationKind: 'mutation' });
      void ask({}, { uploads: [{} as never] });
      void ask({}, { attributes: { apart: true } });
    }
    await settled();
    expect(received).toHaveLength(6);
  });

  it('leaves nobody waiting where an answer cannot be copied', async () => {
    const { ask, received } = shop(policy);
    const answers = [ask(), ask()];
    await settled();
    const a: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    await received[0]?.answer({ data: { a } });
    for (const answer of answers) await expect(answer).rejects.toThrow(RangeError);
  });

  it('copies names that objects have of themselves', async () => {
    const { ask, received } = shop(policy);
    const answers = [ask(), ask()];
    await settled();
    const data = JSON.parse('{ "a": { "__proto__": 1, "constructor": 2 } }');
    await received[0]?.answer({ data });
    const texts = (await Promise.all(answers)).map((answer) => JSON.stringify(answer.data));
    expect(texts).toEqual([JSON.stringify(data), JSON.stringify(data)]);
  });

  it('lets everybody know of a failure, and forgets it', async () => {
    const { ask, received } = shop(policy);
    const answers = [ask(), ask()];
    await settled();
    const reason = failure();
    await received[0]?.fail(reason);
    expect(await Promise.allSettled(answers)).toEqual([
      { status: 'rejected', reason },
      { status: 'rejected', reason },
    ]);
    void ask();
    expect(received).toHaveLength(2);
  });

  it('goes on for whoever still waits, also without the one who came first', async () => {
    const { ask, received } = shop(policy);
    const first = new AbortController();
    const second = new AbortController();
    const answers = [ask({}, { signal: first.signal }), ask({}, { signal: second.signal }), ask()];
    first.abort();
    second.abort();
    await settled();
    expect(received[0]?.context.signal.aborted).toBe(false);
    await received[0]?.answer();
    expect((await Promise.allSettled(answers)).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
      'fulfilled',
    ]);
  });

  it('gives up with the last, and begins anew for who comes then', async () => {
    const { ask, received } = shop(policy);
    const caller = new AbortController();
    const answer = ask({}, { signal: caller.signal });
    caller.abort();
    const next = ask();
    expect(received.map(({ context }) => context.signal.aborted)).toEqual([true, false]);
    await expect(answer).rejects.toMatchObject({ reason: expect.stringContaining('given up') });
    await received[0]?.answer({ data: { a: 'late' } });
    await received[1]?.answer({ data: { a: 'new' } });
    expect(await next).toEqual({ data: { a: 'new' } });
  });
});
