import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CallbackStream } from '../src/transport/callback/callback-stream.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function opened(silenceMs: number) {
  const onEnd = jest.fn();
  return { stream: new CallbackStream('reviews', silenceMs, onEnd), onEnd };
}

const result = (n: number) => ({ data: { n } });

describe('events that a subgraph brings', () => {
  it('go on while it is heard of, and break off when it is not', async () => {
    const { stream, onEnd } = opened(300);
    jest.advanceTimersByTime(1_000);
    stream.check();
    for (const n of [1, 2, 3]) {
      jest.advanceTimersByTime(299);
      if (n === 2) stream.check();
      else stream.hear(result(n));
    }
    jest.advanceTimersByTime(299);
    expect(onEnd).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(onEnd).toHaveBeenCalledTimes(1);
    expect((await stream.next()).value).toEqual(result(1));
    expect((await stream.next()).value).toEqual(result(3));
    await expect(stream.next()).rejects.toMatchObject({ reason: 'no heartbeat within 300 ms' });
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  });

  it('need no heartbeat where none is asked for', () => {
    const { stream, onEnd } = opened(0);
    stream.check();
    jest.advanceTimersByTime(1_000_000);
    expect([onEnd.mock.calls.length, jest.getTimerCount()]).toEqual([0, 0]);
  });

  it('leave no timer behind, however they end', async () => {
    for (const end of ['complete', 'fail', 'return'] as const) {
      const { stream, onEnd } = opened(300);
      stream.check();
      if (end === 'complete') stream.complete(undefined);
      else if (end === 'fail') stream.fail('broken');
      else await stream.return();
      stream.complete(undefined);
      expect([onEnd.mock.calls.length, jest.getTimerCount()]).toEqual([1, 0]);
    }
  });

  it('are bounded: too many that nobody reads end the stream', async () => {
    const { stream, onEnd } = opened(0);
    for (let n = 1; n <= 101; n++) stream.hear(result(n));
    expect(onEnd).toHaveBeenCalledTimes(1);
    for (let n = 1; n <= 100; n++) expect((await stream.next()).value).toEqual(result(n));
    await expect(stream.next()).rejects.toMatchObject({ reason: 'more than 100 events wait' });
  });

  it('have ids and verifiers of their own', () => {
    const [one, two] = [opened(0).stream, opened(0).stream];
    expect(new Set([one.id, two.id, one.verifier, two.verifier]).size).toBe(4);
    expect([one.verifies(one.verifier), one.verifies(two.verifier)]).toEqual([true, false]);
  });
});
