import { describe, expect, it } from '@jest/globals';
import type { CircuitBreakerPolicy } from '../../src/index.js';
import { code, settled, shop } from './setting.js';

const policy = { failureRatio: 0.5, windowMs: 1_000, minCalls: 4, openMs: 500 };

function breaker(more: CircuitBreakerPolicy = {}) {
  const parts = shop({ circuitBreaker: { ...policy, ...more } });
  const { ask, received } = parts;
  return {
    ...parts,
    async succeed() {
      const answer = ask();
      await received.at(-1)?.answer();
      await answer;
    },
    async fail() {
      const answer = ask();
      await received.at(-1)?.fail();
      await expect(answer).rejects.toMatchObject(code('SUBGRAPH_UNAVAILABLE'));
    },
    async refused() {
      const before = received.length;
      await expect(ask()).rejects.toMatchObject(code('SUBGRAPH_CIRCUIT_OPEN'));
      expect(received).toHaveLength(before);
    },
  };
}

describe('a circuit breaker', () => {
  it('opens once more than its share of calls failed, and not on too few', async () => {
    const { succeed, fail, refused, events } = breaker();
    for (let turn = 0; turn < 3; turn++) await fail();
    for (let turn = 0; turn < 3; turn++) await succeed();
    expect(events).toEqual([]);
    await fail();
    expect(events).toEqual(['circuit_opened']);
    await refused();
    expect(events).toEqual(['circuit_opened', 'circuit_refused']);
  });

  it('forgets what is long past', async () => {
    const { fail, clock, events } = breaker();
    for (let turn = 0; turn < 3; turn++) await fail();
    await clock.pass(1_100);
    await fail();
    expect(events).toEqual([]);
    for (let turn = 0; turn < 3; turn++) await fail();
    expect(events).toEqual(['circuit_opened']);
  });

  it('lets one call through to try, and closes where it succeeds', async () => {
    const { ask, succeed, fail, refused, received, clock, events } = breaker();
    for (let turn = 0; turn < 4; turn++) await fail();
    await clock.pass(499);
    await refused();
    await clock.pass(1);
    const probe = ask();
    await refused();
    await received.at(-1)?.answer();
    await probe;
    expect(events.filter((event) => event !== 'circuit_refused')).toEqual([
      'circuit_opened',
      'circuit_half_opened',
      'circuit_closed',
    ]);
    // Nothing is held against it any more.
    for (let turn = 0; turn < 3; turn++) await fail();
    await succeed();
  });

  it('opens again where the trial fails', async () => {
    const { fail, refused, clock, events } = breaker();
    for (let turn = 0; turn < 4; turn++) await fail();
    await clock.pass(500);
    await fail();
    await refused();
    await clock.pass(499);
    await refused();
    expect(events.filter((event) => event === 'circuit_opened')).toHaveLength(2);
  });

  it('wants as many trials as it was told to', async () => {
    const { ask, fail, succeed, refused, received, clock, events } = breaker({ probes: 2 });
    for (let turn = 0; turn < 4; turn++) await fail();
    await clock.pass(500);
    await succeed();
    expect(events).not.toContain('circuit_closed');
    void ask();
    await refused();
    await received.at(-1)?.answer();
    expect(events).toContain('circuit_closed');
  });

  it('tries anew where a trial was given up by its caller', async () => {
    const { ask, fail, succeed, clock, events } = breaker();
    for (let turn = 0; turn < 4; turn++) await fail();
    await clock.pass(500);
    const caller = new AbortController();
    const probe = ask({}, { signal: caller.signal });
    caller.abort();
    await expect(probe).rejects.toMatchObject({ reason: expect.stringContaining('given up') });
    await succeed();
    expect(events.at(-1)).toBe('circuit_closed');
  });

  it('holds neither impatient callers nor errors in answers against a subgraph', async () => {
    const { ask, received, events, succeed } = breaker({ failureRatio: 0 });
    for (let turn = 0; turn < 5; turn++) {
      const caller = new AbortController();
      void ask({}, { signal: caller.signal });
      caller.abort();
      await settled();
      void ask();
      await received.at(-1)?.answer({ errors: [] });
    }
    await succeed();
    expect(events).toEqual([]);
  });

  it('does not judge by calls that began before it opened', async () => {
    const { ask, fail, refused, received, clock, events } = breaker();
    const early = ask();
    const call = received.at(-1);
    for (let turn = 0; turn < 4; turn++) await fail();
    await call?.answer();
    await early;
    await refused();
    await clock.pass(500);
    expect(events).not.toContain('circuit_closed');
  });

  it('counts timeouts, is not asked again while open, and never blames a full queue', async () => {
    const { ask, clock, received, events } = shop({
      timeoutMs: 10,
      concurrency: { limit: 1, queue: 0 },
      circuitBreaker: { ...policy, minCalls: 1 },
      retries: { retries: 5, delayMs: 1 },
    });
    const first = ask();
    await expect(ask()).rejects.toMatchObject(code('SUBGRAPH_OVERLOADED'));
    expect(events).toEqual(['queue_full']);
    await clock.pass(100);
    await expect(first).rejects.toMatchObject(code('SUBGRAPH_CIRCUIT_OPEN'));
    expect(received).toHaveLength(1);
    expect(events).toEqual(['queue_full', 'timeout', 'circuit_opened', 'retry', 'circuit_refused']);
  });
});
