import { describe, expect, it } from '@jest/globals';
import type { Money } from '@nexus/kit/domain';
import { invoiceLetter, receiptLetter } from '../../src/domain/letters.js';

const eur = (minor: number): Money => ({ minor, currency: 'EUR' });
const facts = { seller: 'Nordlicht GmbH', number: 'INV-2026-000007' };

describe('a letter', () => {
  it('with an invoice says what is owed until when, below what its sender has to say', () => {
    const letter = { ...facts, locale: 'en-GB', total: eur(123456), dueDate: '2026-12-05' };
    expect(invoiceLetter({ ...letter, message: 'Dear client' })).toEqual({
      subject: 'Nordlicht GmbH: INV-2026-000007',
      text: 'Dear client\n\nInvoice INV-2026-000007 is over 1,234.56 EUR, payable until 5 December 2026.\n\nSee it, download it or pay it here:',
    });
    expect(invoiceLetter({ ...letter, message: null }).text).toMatch(/^Invoice INV/);
  });

  it('of thanks says what came, and whether something is left', () => {
    const letter = { ...facts, amount: eur(10000), on: '2026-11-21' };
    const whole = receiptLetter({ ...letter, locale: 'en', remaining: eur(0) });
    expect(whole.subject).toBe('Nordlicht GmbH: Receipt for INV-2026-000007');
    expect(whole.text).toContain(
      'We received 100.00 EUR for invoice INV-2026-000007 on November 21',
    );
    expect(whole.text).toContain('paid in full');
    const part = receiptLetter({ ...letter, locale: 'en', remaining: eur(4280) });
    expect(part.text).toContain('42.80 EUR of it are still open');
    expect(part.text).not.toContain('paid in full');
  });

  it('is German where the seller is at home in German', () => {
    const german = receiptLetter({
      ...{ ...facts, locale: 'de-DE', amount: eur(500), on: '2026-11-21', remaining: eur(1) },
    });
    expect(german.text).toContain('Wir haben am 21. November 2026');
    expect(german.text).toContain('noch 0,01 EUR offen');
  });
});
