import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { code, failure, shop } from './setting.js';

describe('retries', () => {
  it('ask again after times that double, each cut by chance', async () => {
    const { ask, clock, received, events } = shop({
      retries: { retries: 3, delayMs: 100, maxDelayMs: 300 },
    });
    const answer = ask();
    // Half of 100, of 200, and of the 300 that no delay exceeds.
    for (const [index, delay] of [50, 100, 150].entries()) {
      await received[index]?.fail();
      await clock.pass(delay - 1);
      expect(received).toHaveLength(index + 1);
      await clock.pass(1);
      expect(received).toHaveLength(index + 2);
    }
    await received[3]?.answer();
    expect(await answer).toEqual({ data: { a: 1 } });
    expect(events).toEqual(['retry', 'retry', 'retry']);
  });

  it('end with the last failure', async () => {
    const { ask, clock, received } = shop({ retries: { retries: 1 } });
    const answer = ask();
    await received[0]?.fail();
    await clock.pass(1_000);
    const last = failure();
    await received[1]?.fail(last);
    await expect(answer).rejects.toBe(last);
    expect(received).toHaveLength(2);
  });

  it.each([
    ['mutations', { operationKind: 'mutation' as const }, {}],
    ['requests with files', {}, { uploads: [{} as never] }],
  ])('are not for %s', async (_name, request, context) => {
    const { ask, clock, received, events } = shop({ retries: {} });
    const answer = ask(request, context);
    await received[0]?.fail();
    await clock.pass(10_000);
    await expect(answer).rejects.toMatchObject(code('SUBGRAPH_UNAVAILABLE'));
    expect([received.length, events]).toEqual([1, []]);
  });

  it('are not for answers with errors, nor for faults', async () => {
    const { ask, clock, received } = shop({ retries: {} });
    const errors = [new GraphQLError('no such thing')];
    const answer = ask();
    await received[0]?.answer({ errors });
    expect(await answer).toEqual({ errors });
    const faulty = ask();
    await received[1]?.fail(new TypeError('a bug'));
    await clock.pass(10_000);
    await expect(faulty).rejects.toThrow('a bug');
    expect(received).toHaveLength(2);
  });

  it('stay within a share of the requests', async () => {
    const { ask, clock, received, events } = shop({
      retries: { retries: 1, budget: 0.1, reserve: 2 },
    });
    const failing = async (): Promise<void> => {
      const answer = ask();
      await received.at(-1)?.fail();
      await clock.pass(1_000);
      await received.at(-1)?.fail();
      await expect(answer).rejects.toThrow();
    };
    for (let turn = 0; turn < 11; turn++) await failing();
    const retries = events.filter((event) => event === 'retry').length;
    // Two in reserve, and one that the requests after them earned: ten of them, a tenth each.
    expect([retries, events.length - retries]).toEqual([3, 8]);
    expect(events.at(-1)).toBe('retry');
  });

  it('end with the patience of the caller', async () => {
    const { ask, clock, received } = shop({ retries: {} });
    const caller = new AbortController();
    const answer = ask({}, { signal: caller.signal });
    await received[0]?.fail();
    caller.abort();
    await expect(answer).rejects.toMatchObject({ reason: expect.stringContaining('given up') });
    await clock.pass(10_000);
    expect([received.length, clock.timers]).toEqual([1, 0]);
  });
});
