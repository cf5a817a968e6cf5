/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { loadSurely } from '../../src/shell/load-surely.js';

describe('a part that no page may do without', () => {
  it('is loaded when the network is back', async () => {
    const load = jest
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
      .mockResolvedValue('part');
    const loaded = loadSurely(load);
    await Promise.resolve();
    window.dispatchEvent(new Event('online'));
    expect(await loaded).toBe('part');
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('is tried again though nobody says that there is a network', async () => {
    jest.useFakeTimers();
    const load = jest
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(new TypeError('Failed to fetch'))
      .mockRejectedValueOnce(new TypeError('Failed to fetch'))
      .mockResolvedValue('part');
    const loaded = loadSurely(load);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(load).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await loaded).toBe('part');
    jest.useRealTimers();
  });
});
