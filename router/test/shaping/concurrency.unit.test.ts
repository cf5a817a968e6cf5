import { describe, expect, it } from '@jest/globals';
import { code, settled, shop } from './setting.js';

const policy = { concurrency: { limit: 2, queue: 2 } };
const variables = (n: number) => ({ variables: { n } });

describe('a concurrency limit', () => {
  it('lets calls wait for their turn, in order, and refuses what is too much', async () => {
    const { ask, received, events } = shop(policy);
    const answers = [1, 2, 3, 4].map((n) => ask(variables(n)));
    await expect(ask(variables(5))).rejects.toMatchObject(code('SUBGRAPH_OVERLOADED'));
    expect(events).toEqual(['queue_full']);
    const underWay = () => received.map(({ request }) => request.variables.n);
    expect(underWay()).toEqual([1, 2]);
    await received[1]?.answer();
    expect(underWay()).toEqual([1, 2, 3]);
    await received[0]?.fail();
    expect(underWay()).toEqual([1, 2, 3, 4]);
    await received[2]?.answer();
    await received[3]?.answer();
    const outcomes = await Promise.allSettled(answers);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
    const next = [ask(variables(6)), ask(variables(7)), ask(variables(8))];
    expect(underWay()).toEqual([1, 2, 3, 4, 6, 7]);
    await settled();
    for (const call of received.slice(4)) await call.answer();
    await received[6]?.answer();
    expect(await Promise.all(next)).toHaveLength(3);
  });

  it('forgets calls that were given up while they waited', async () => {
    const { ask, received } = shop({ concurrency: { limit: 1, queue: 1 } });
    const caller = new AbortController();
    void ask(variables(1));
    const waiting = ask(variables(2), { signal: caller.signal });
    caller.abort();
    await expect(waiting).rejects.toMatchObject({ reason: expect.stringContaining('given up') });
    void ask(variables(3));
    await received[0]?.answer();
    expect(received.map(({ request }) => request.variables.n)).toEqual([1, 3]);
  });

  it('frees the place of a call that was given up under way', async () => {
    const { ask, received } = shop({ concurrency: { limit: 1, queue: 1 } });
    const caller = new AbortController();
    void ask(variables(1), { signal: caller.signal });
    void ask(variables(2));
    expect(received).toHaveLength(1);
    caller.abort();
    await settled();
    expect(received).toHaveLength(2);
  });
});
