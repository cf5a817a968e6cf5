import { describe, expect, it } from '@jest/globals';
import type { TrafficPolicy } from '../../src/index.js';
import { failure, settled, shop } from './setting.js';

/** A subgraph that took 10 ms for each of 16 calls. */
async function known(policy: TrafficPolicy = {}) {
  const parts = shop({ hedging: {}, ...policy });
  const { ask, clock, received, events } = parts;
  for (let turn = 0; turn < 16; turn++) {
    const answer = ask();
    await clock.pass(10);
    await received.at(-1)?.answer();
    await answer;
  }
  received.length = 0;
  events.length = 0;
  return parts;
}

describe('hedging', () => {
  it('asks a second time once a call takes longer than most, and takes the first answer', async () => {
    const { ask, clock, received, events } = await known();
    const answer = ask();
    await clock.pass(9);
    expect(received).toHaveLength(1);
    await clock.pass(1);
    expect(received).toHaveLength(2);
    await received[1]?.answer({ data: { a: 2 } });
    expect(await answer).toEqual({ data: { a: 2 } });
    expect(received.map(({ context }) => context.signal.aborted)).toEqual([true, false]);
    await received[0]?.answer();
    expect(events).toEqual(['hedge', 'hedge_won']);
  });

  it('lets the second go where the first answers after all', async () => {
    const { ask, clock, received, events } = await known();
    const answer = ask();
    await clock.pass(10);
    await received[0]?.answer({ data: { a: 1 } });
    expect(await answer).toEqual({ data: { a: 1 } });
    expect(received.map(({ context }) => context.signal.aborted)).toEqual([false, true]);
    expect([events, clock.timers]).toEqual([['hedge'], 0]);
  });

  it('does nothing while it does not know what is usual', async () => {
    const { ask, clock, received } = shop({ hedging: {} });
    void ask();
    await clock.pass(100_000);
    expect(received).toHaveLength(1);
  });

  it('is for queries only', async () => {
    const { ask, clock, received } = await known();
    void ask({ operationKind: 'mutation' });
    void ask({}, { uploads: [{} as never] });
    await clock.pass(100_000);
    expect(received).toHaveLength(2);
  });

  it('leaves a call that fails to whoever tries again', async () => {
    const { ask, clock, received, events } = await known();
    const answer = ask();
    await received[0]?.fail();
    await expect(answer).rejects.toThrow('it is down');
    await clock.pass(100);
    expect([received.length, events, clock.timers]).toEqual([1, [], 0]);
  });

  it('waits for the other where one fails, and tells of the first where both do', async () => {
    const { ask, clock, received } = await known();
    const saved = ask();
    await clock.pass(10);
    await received[0]?.fail();
    await received[1]?.answer({ data: { a: 2 } });
    expect(await saved).toEqual({ data: { a: 2 } });
    const lost = ask();
    await clock.pass(10);
    const first = failure();
    await received[3]?.fail();
    await received[2]?.fail(first);
    await expect(lost).rejects.toBe(first);
  });

  it('keeps to its budget', async () => {
    const { ask, clock, received, events } = await known({ hedging: { budget: 0 } });
    for (let turn = 0; turn < 11; turn++) {
      const answer = ask();
      await clock.pass(10);
      for (const call of received.splice(0)) await call.answer();
      await answer;
    }
    expect(events.filter((event) => event === 'hedge')).toHaveLength(10);
    expect(events.at(-1)).toBe('hedge_over_budget');
  });

  it('ends both with the patience of the caller', async () => {
    const { ask, clock, received } = await known({ timeoutMs: 1_000 });
    const caller = new AbortController();
    const answer = ask({}, { signal: caller.signal });
    await clock.pass(10);
    caller.abort();
    await settled();
    expect(received.map(({ context }) => context.signal.aborted)).toEqual([true, true]);
    await expect(answer).rejects.toMatchObject({ reason: expect.stringContaining('given up') });
    expect(clock.timers).toBe(0);
  });
});
