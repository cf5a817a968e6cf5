import { describe, expect, it } from '@jest/globals';
import { shop } from './setting.js';

describe('a timeout', () => {
  it('gives up a subgraph that is slow, and tells it', async () => {
    const { ask, clock, received, events } = shop({ timeoutMs: 100 });
    const answer = ask();
    await clock.pass(99);
    expect(received[0]?.context.signal.aborted).toBe(false);
    await clock.pass(1);
    await expect(answer).rejects.toMatchObject({ reason: 'no answer within 100 ms' });
    expect(received[0]?.context.signal.aborted).toBe(true);
    expect(events).toEqual(['timeout']);
  });

  it('bounds mutations, too', async () => {
    const { ask, clock } = shop({ timeoutMs: 100 });
    const answer = ask({ operationKind: 'mutation' });
    await clock.pass(100);
    await expect(answer).rejects.toMatchObject({ reason: 'no answer within 100 ms' });
  });

  it('leaves nothing behind where the answer came in time', async () => {
    const { ask, clock, received, events } = shop({ timeoutMs: 100 });
    const answer = ask();
    await received[0]?.answer();
    expect(await answer).toEqual({ data: { a: 1 } });
    expect(clock.timers).toBe(0);
    await clock.pass(200);
    expect(events).toEqual([]);
  });

  it('is not what ends a call that its caller gave up', async () => {
    const { ask, clock, received, events } = shop({ timeoutMs: 100 });
    const caller = new AbortController();
    const answer = ask({}, { signal: caller.signal });
    await clock.pass(1);
    caller.abort();
    await expect(answer).rejects.toMatchObject({ reason: expect.stringContaining('given up') });
    expect([received[0]?.context.signal.aborted, clock.timers, events]).toEqual([true, 0, []]);
  });
});
