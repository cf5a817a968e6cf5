import { describe, expect, it } from '@jest/globals';
import { digitsOf, formatDecimal, formatMoney, readDecimal } from '../../src/components/decimal.js';
import { localeOf } from '../../src/i18n/languages.js';

describe('an amount that is typed', () => {
  it.each([
    ['en-GB', '1234.5', '1234.50'],
    ['en-GB', '1,234.50', '1234.50'],
    ['en-GB', '1,234,567', '1234567.00'],
    ['de-DE', '1.234,5', '1234.50'],
    ['de-DE', '1234,5', '1234.50'],
    ['de-DE', '1.234', '1234.00'],
    ['de-AT', '1 234,50', '1234.50'],
    ['fr-FR', '1\u202f234,50', '1234.50'],
    ['de-CH', '1’234.50', '1234.50'],
    ['en-IN', '12,34,567.00', '1234567.00'],
    ['en-GB', '-12', '-12.00'],
    ['en-GB', '\u221212', '-12.00'],
    ['en-GB', '.5', '0.50'],
    ['en-GB', '007', '7.00'],
    ['en-GB', '-0.00', '0.00'],
    ['en-GB', '12.500', '12.50'],
    ['en-GB', '90071992547409931.01', '90071992547409931.01'],
  ])('in %s, %s is %s', (locale, text, value) => {
    expect(readDecimal(text, locale, 2)).toBe(value);
  });

  it.each([
    ['en-GB', ''],
    ['en-GB', '-'],
    ['en-GB', 'twelve'],
    ['en-GB', '1.2.3'],
    ['en-GB', '1.005'],
    ['de-DE', '1.5'],
    ['en-GB', '1e5'],
    ['en-GB', '12,5'],
  ])('in %s, «%s» is none', (locale, text) => {
    expect(readDecimal(text, locale, 2)).toBeNull();
  });

  it('has as many digits as its currency', () => {
    expect(['EUR', 'JPY', 'KWD'].map(digitsOf)).toEqual([2, 0, 3]);
    expect(readDecimal('1200', 'ja-JP', 0)).toBe('1200');
    expect(readDecimal('1200.5', 'ja-JP', 0)).toBeNull();
  });
});

const AMOUNTS = [
  '0.00',
  '0.50',
  '7.00',
  '31.75',
  '140.00',
  '1234.50',
  '-1234567.80',
  '12500000.00',
];

describe('what is shown can be typed', () => {
  const manners = ['de-AT', 'de-CH', 'de-DE', 'en-GB', 'en-US', 'es-ES', 'fr-FR', 'pt-BR', 'en-AT'];
  it.each(manners)('in %s, as a number and as an amount', (locale) => {
    for (const amount of AMOUNTS) {
      expect(readDecimal(formatDecimal(amount, locale, 2), locale, 2)).toBe(amount);
      const money = formatMoney({ amount, currency: 'EUR' }, locale).replace('€', '');
      expect(readDecimal(money.replace('EUR', ''), locale, 2)).toBe(amount);
    }
  });

  it.each(['AT', 'CH', 'DE', 'FR', 'ES', 'PT', 'NL', 'US', 'GB'])(
    'in the English and the German that somebody in %s reads',
    (region) => {
      for (const language of ['en', 'de'] as const) {
        const locale = localeOf(language, `it-${region}`);
        const signs = (text: string) => text.replace(/[^.,]/g, '');
        for (const amount of AMOUNTS.filter((one) => one.length < 8)) {
          const number = formatDecimal(amount, locale, 2);
          expect(signs(formatMoney({ amount, currency: 'EUR' }, locale))).toBe(signs(number));
          expect(readDecimal(number, locale, 2)).toBe(amount);
        }
      }
    },
  );
});

describe('an amount that is shown', () => {
  it('keeps every digit', () => {
    expect(formatDecimal('90071992547409931.01', 'en-GB', 2)).toBe('90,071,992,547,409,931.01');
    expect(formatMoney({ amount: '90071992547409931.01', currency: 'EUR' }, 'en-GB')).toBe(
      '€90,071,992,547,409,931.01',
    );
  });

  it('is not rounded to what the currency usually has', () => {
    expect(formatDecimal('0.125', 'de-DE', 2)).toBe('0,125');
    expect(formatDecimal('3', 'de-DE', 2)).toBe('3,00');
  });
});
