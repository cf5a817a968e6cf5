import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isZero, sumDecimals, sumMoney } from '../../src/components/sum-money.js';

describe('exact sums', () => {
  it('are not those of floating numbers', () => {
    expect(sumDecimals(['0.1', '0.2'])).toBe('0.3');
    expect(sumDecimals(['90071992547409.93', '0.01'])).toBe('90071992547409.94');
    expect(sumDecimals(['1', '-2.50'])).toBe('-1.50');
    expect(sumDecimals(['-0.05', '0.02'])).toBe('-0.03');
    expect(sumDecimals([])).toBe('0');
  });

  it('agree with cents counted as whole numbers', () => {
    const cents = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    const written = (value: bigint) => {
      const digits = (value < 0n ? -value : value).toString().padStart(3, '0');
      return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
    };
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1 }), (values) => {
        const sum = values.reduce((total, value) => total + value, 0n);
        expect(sumDecimals(values.map(written))).toBe(written(sum));
      }),
    );
  });

  it('keep currencies apart, with the digits of each', () => {
    const euro = (amount: string) => ({ amount, currency: 'EUR' });
    const yen = { amount: '500', currency: 'JPY' };
    expect(sumMoney([euro('1.5'), yen, null, euro('2'), undefined])).toEqual([
      euro('3.50'),
      { amount: '500', currency: 'JPY' },
    ]);
  });

  it('know nothing when they see it', () => {
    expect(['0', '0.00', '-0.0'].map((amount) => isZero({ amount, currency: 'EUR' }))).toEqual([
      ...[true, true, true],
    ]);
    expect(isZero({ amount: '0.01', currency: 'EUR' })).toBe(false);
  });
});
