import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { percentFactor } from '../../src/domain/decimal-text.js';
import { type LineContent, priced } from '../../src/domain/invoice-line.js';
import { invoiceTotals, lineNet } from '../../src/domain/invoice-totals.js';
import { decideTax, type TaxBuyer, taxWarnings } from '../../src/domain/tax-decision.js';
import { GERMAN_SELLER, HOME_TAX, timeLine } from '../support/invoices.js';

const ON = '2026-11-16';
const buyer = (country: string | null, more: Partial<TaxBuyer> = {}, region = ''): TaxBuyer => ({
  address: country === null ? null : { country, region: region || null },
  vatId: null,
  vatIdStatus: 'UNCHECKED',
  ...more,
});
const standard = (seller: Parameters<typeof decideTax>[0], to: TaxBuyer, on = ON) => {
  const { reason, byHint } = decideTax(seller, to, on);
  return [reason, byHint.STANDARD?.category, byHint.STANDARD?.percent];
};

describe('the tax of an invoice', () => {
  const valid = { vatId: 'FR12345678901', vatIdStatus: 'VALID' } as const;
  it.each([
    ['at home', buyer('DE'), ['LOCAL', 'S', '19']],
    ['without an address, as at home', buyer(null), ['HOME_ASSUMED', 'S', '19']],
    ['EU business with a valid id', buyer('FR', valid), ['REVERSE_CHARGE', 'AE', '0']],
    ['EU buyer without an id', buyer('FR'), ['SELLER_COUNTRY', 'S', '19']],
    [
      'EU buyer with an id nobody checked',
      buyer('FR', { vatId: 'FR1' }),
      ['SELLER_COUNTRY', 'S', '19'],
    ],
    ['home business with a valid id', buyer('DE', valid), ['LOCAL', 'S', '19']],
    ['Great Britain', buyer('GB'), ['OUT_OF_SCOPE', 'O', '0']],
    ['Switzerland', buyer('CH'), ['OUT_OF_SCOPE', 'O', '0']],
    ['New York', buyer('US', {}, 'NY'), ['OUT_OF_SCOPE', 'O', '0']],
  ])('from Germany to %s', (_, to, expected) => {
    expect(standard(GERMAN_SELLER, to)).toEqual(expected);
  });

  it.each([
    ['FR', '', 'FR', '20'],
    ['ES', '', 'ES', '21'],
    ['PT', '', 'PT', '23'],
    ['IE', '', 'IE', '23'],
    ['GB', '', 'GB', '20'],
    ['CH', '', 'CH', '8.1'],
    ['US', 'NY', 'US', '8.875'],
    ['US', 'CA', 'US', '7.25'],
    ['US', 'CA', 'US-CA', '7.25'],
  ])(
    'in %s %s for a seller registered in %s is %s percent',
    (country, region, registered, rate) => {
      const seller = {
        ...GERMAN_SELLER,
        country,
        region: region || null,
        registrations: [registered],
      };
      expect(standard(seller, buyer(country, {}, region))).toEqual(['LOCAL', 'S', rate]);
    },
  );

  it('applies the rate of the buyer where the seller is registered there', () => {
    const seller = { ...GERMAN_SELLER, registrations: ['DE', 'FR'] };
    expect(standard(seller, buyer('FR', valid))).toEqual(['LOCAL', 'S', '20']);
  });

  it('applies the rate of the buyer through the one-stop shop', () => {
    const seller = { ...GERMAN_SELLER, oneStopShop: true };
    expect(standard(seller, buyer('ES'))).toEqual(['ONE_STOP_SHOP', 'S', '21']);
  });

  it('charges nothing where the seller is not registered at all', () => {
    const seller = { ...GERMAN_SELLER, registrations: [] };
    expect(standard(seller, buyer('DE'))).toEqual(['NOT_REGISTERED', 'E', '0']);
  });

  it('knows no rate for a state outside the table', () => {
    const seller = { ...GERMAN_SELLER, country: 'US', region: 'NY', registrations: ['US'] };
    expect(standard(seller, buyer('US', {}, 'TX'))).toEqual(['LOCAL', undefined, undefined]);
    expect(standard(seller, buyer('US'))).toEqual(['LOCAL', undefined, undefined]);
  });

  it('follows dated rows of the seller, by the tax point', () => {
    const row = {
      jurisdiction: 'DE',
      hint: 'STANDARD',
      percent: '20',
      from: '2027-01-01',
    } as const;
    const seller = { ...GERMAN_SELLER, rates: [row] };
    expect(standard(seller, buyer('DE'), '2026-12-31')).toEqual(['LOCAL', 'S', '19']);
    expect(standard(seller, buyer('DE'), '2027-01-01')).toEqual(['LOCAL', 'S', '20']);
  });

  it('tells what was assumed', () => {
    const rules = (to: TaxBuyer) =>
      taxWarnings(decideTax(GERMAN_SELLER, to, ON)).map((w) => w.rule);
    expect(rules(buyer(null))).toEqual(['TAX_COUNTRY_ASSUMED']);
    expect(rules(buyer('FR', { vatId: 'FR1' }))).toEqual(['TAX_ID_UNVERIFIED']);
    expect(rules(buyer('FR', valid))).toEqual([]);
  });
});

describe('totals', () => {
  it('round each line half up and the tax once: 3 × (3 × 33.333) at 19 %', () => {
    const lines = [1, 2, 3].map((n) => priced(timeLine(n, '3', '33.333'), 'EUR'));
    expect(lines.map((line) => line.net.minor)).toEqual([10_000, 10_000, 10_000]);
    const totals = invoiceTotals(lines, HOME_TAX, 'EUR');
    expect([totals.tax.minor, totals.total.minor]).toEqual([5_700, 35_700]);
  });

  it('know currencies without and with three decimals', () => {
    expect(lineNet({ quantity: '1.5', unitPrice: '1000', discount: null }, 'JPY').minor).toBe(
      1_500,
    );
    expect(lineNet({ quantity: '1', unitPrice: '1.2345', discount: null }, 'BHD').minor).toBe(
      1_235,
    );
  });

  const amounts = fc.record({
    quantity: fc.integer({ min: 1, max: 100_000 }).map((n) => (n / 100).toFixed(2)),
    unitPrice: fc.integer({ min: 0, max: 100_000_000 }).map((n) => (n / 10_000).toFixed(4)),
    taxHint: fc.constantFrom<LineContent['taxHint']>('STANDARD', 'REDUCED', 'ZERO'),
  });

  it('always add up: net and tax of the parts are those of the whole', () => {
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 1, maxLength: 30 }), (contents) => {
        const lines = contents.map((content, n) =>
          priced({ ...timeLine(n, '1', '1'), ...content }, 'EUR'),
        );
        const { net, tax, total, breakdown } = invoiceTotals(lines, HOME_TAX, 'EUR');
        const added = (pick: (part: (typeof breakdown)[number]) => number) =>
          breakdown.reduce((sum, part) => sum + pick(part), 0);
        expect(net.minor).toBe(lines.reduce((sum, line) => sum + line.net.minor, 0));
        expect(added((part) => part.net.minor)).toBe(net.minor);
        expect(added((part) => part.tax.minor)).toBe(tax.minor);
        expect(total.minor).toBe(net.minor + tax.minor);
        for (const part of breakdown) {
          const exact = part.net.minor * Number(percentFactor(part.rate));
          expect(Math.abs(part.tax.minor - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
        }
      }),
    );
  });
});
