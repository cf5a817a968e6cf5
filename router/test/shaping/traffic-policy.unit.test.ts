import { describe, expect, it } from '@jest/globals';
import { inProcess, shaped, type TrafficPolicy } from '../../src/index.js';
import { shopRouter } from '../support/shop.js';

describe('a traffic policy', () => {
  it.each<[string, TrafficPolicy]>([
    ['timeoutMs cannot be 0.', { timeoutMs: 0 }],
    ['retries.retries cannot be -1.', { retries: { retries: -1 } }],
    ['retries.budget cannot be 2.', { retries: { budget: 2 } }],
    ['retries.reserve cannot be 0.', { retries: { reserve: 0 } }],
    ['concurrency.limit cannot be 0.', { concurrency: { limit: 0, queue: 1 } }],
    ['concurrency.queue cannot be 1.5.', { concurrency: { limit: 1, queue: 1.5 } }],
    ['hedging.percentile cannot be 1.', { hedging: { percentile: 1 } }],
    ['headers: "host" is not passed on.', { headers: { propagate: ['host'] } }],
    ['circuitBreaker.windowMs cannot be NaN.', { circuitBreaker: { windowMs: Number.NaN } }],
  ])('is refused: %s', async (problem, policy) => {
    const transport = inProcess({ execute: () => ({ data: {} }) });
    expect(() => shaped(transport, policy)).toThrow(new RangeError(problem));
    await expect(
      shopRouter({ traffic: { subgraphs: { accounts: policy } } }),
    ).rejects.toMatchObject({
      problems: [`Traffic of "accounts": ${problem}`],
    });
  });
});
