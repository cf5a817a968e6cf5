import { describe, expect, it } from '@jest/globals';
import { cardDataFindings, holdsCardNumber } from '../../src/domain/card-data.js';

describe('card numbers', () => {
  it.each([
    '4242424242424242',
    'pay with 4242 4242 4242 4242 please',
    '5555-5555-5555-4444',
    '378282246310005',
    '6011111111111117',
  ])('are found in “%s”', (text) => expect(holdsCardNumber(text)).toBe(true));

  it.each([
    '4242424242424241',
    'PO 4500012345',
    '1234567890123456',
    '9999999999999995',
    'INV-2026-000001',
    'Call +49 30 1234567 or 030 7654321',
  ])('are not found in “%s”', (text) => expect(holdsCardNumber(text)).toBe(false));

  it('are refused without being repeated', () => {
    const [finding] = cardDataFindings({ notes: 'card 4242424242424242', poNumber: null });
    expect(finding?.rule).toBe('CARD_DATA_NOT_ACCEPTED');
    expect(finding?.path).toEqual(['notes']);
    expect(JSON.stringify(finding)).not.toContain('4242');
  });
});
