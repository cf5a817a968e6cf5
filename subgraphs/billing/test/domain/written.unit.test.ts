import { describe, expect, it } from '@jest/globals';
import { amountIn, dayIn, figureIn } from '../../src/domain/written.js';

const EUR = (minor: number) => ({ minor, currency: 'EUR' });

describe('what a document says in figures', () => {
  it('is written as its language is', () => {
    expect(amountIn('de-DE', EUR(123_450))).toBe('1.234,50 EUR');
    expect(amountIn('en-GB', EUR(123_450))).toBe('1,234.50 EUR');
    expect(dayIn('de-DE', '2026-03-14', 'medium')).toBe('14.03.2026');
    expect(dayIn('en-GB', '2026-03-14', 'long')).toBe('14 March 2026');
  });

  it('goes with the words, which are English where there are no others', () => {
    expect(amountIn('fr-FR', EUR(123_450))).toBe('1,234.50 EUR');
    expect(dayIn('fr-FR', '2026-03-14', 'long')).toBe('14 March 2026');
  });

  it('keeps each digit', () => {
    expect(figureIn('de', '0.123456')).toBe('0,123456');
    expect(figureIn('de', '19')).toBe('19');
    expect(figureIn('en', '90071992547409931.10')).toBe('90,071,992,547,409,931.10');
  });
});
