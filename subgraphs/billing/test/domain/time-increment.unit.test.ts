import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDecimals } from '../../src/domain/decimal-text.js';
import { billedHours, INCREMENTS } from '../../src/domain/time-increment.js';

describe('billed hours', () => {
  it.each([
    [410, 15, '7'],
    [1, 15, '0.25'],
    [15, 15, '0.25'],
    [16, 15, '0.5'],
    [61, 60, '2'],
    [7, 6, '0.2'],
    [4, 3, '0.1'],
  ] as const)('%i minutes at increments of %i are %s hours', (minutes, increment, hours) => {
    expect(billedHours(minutes, increment)).toBe(hours);
  });

  it('never bill less than was worked, nor a whole increment more', () => {
    const minutes = fc.integer({ min: 1, max: 1_440 });
    fc.assert(
      fc.property(minutes, fc.constantFrom(...INCREMENTS), (worked, increment) => {
        const billed = Math.round(Number(billedHours(worked, increment)) * 60);
        expect(billed % increment).toBe(0);
        expect(billed - worked).toBeGreaterThanOrEqual(0);
        expect(billed - worked).toBeLessThan(increment);
      }),
    );
  });

  it('add up exactly', () => {
    expect(addDecimals(['0.1', '0.2', '0.25', '7'])).toBe('7.55');
    expect(addDecimals([])).toBe('0');
  });
});
