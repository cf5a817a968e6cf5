import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { coalesce } from '../../src/live/index.js';

describe('coalesce', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('speaks at once, then once per window with the newest value, then at once again', async () => {
    const said: string[] = [];
    const wake = coalesce<string>((position) => void said.push(position), 5);
    wake('1');
    expect(said).toEqual(['1']);
    wake('2');
    wake('3');
    expect(said).toEqual(['1']);
    await jest.advanceTimersByTimeAsync(5);
    expect(said).toEqual(['1', '3']);
    await jest.advanceTimersByTimeAsync(4);
    wake('4');
    expect(said).toEqual(['1', '3']);
    await jest.advanceTimersByTimeAsync(1);
    expect(said).toEqual(['1', '3', '4']);
    await jest.advanceTimersByTimeAsync(5);
    wake('5');
    expect(said).toEqual(['1', '3', '4', '5']);
  });

  it('forgets what waits when it is cancelled', async () => {
    const said: number[] = [];
    const wake = coalesce<number>((n) => void said.push(n), 5);
    wake(1);
    wake(2);
    wake.cancel();
    await jest.advanceTimersByTimeAsync(20);
    expect(said).toEqual([1]);
  });

  it('reports a failing publish and goes on', async () => {
    const errors: unknown[] = [];
    const wake = coalesce<number>(
      async (n) => {
        if (n === 1) throw new Error('carrier away');
      },
      5,
      (error) => errors.push(error),
    );
    wake(1);
    wake(2);
    await jest.advanceTimersByTimeAsync(10);
    expect(errors).toEqual([new Error('carrier away')]);
  });
});
