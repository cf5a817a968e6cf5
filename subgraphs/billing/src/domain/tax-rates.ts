import { parseDecimal } from '@nexus/kit/domain';

/** How a line is taxed where rates differ by what is sold. */
export const TAX_HINTS = ['STANDARD', 'REDUCED', 'SUPER_REDUCED', 'ZERO'] as const;
export type TaxHint = (typeof TAX_HINTS)[number];

/** One rate in force in a jurisdiction from a day on, until a later row of the same hint replaces it. */
export interface TaxRate {
  /** ISO 3166-1 country, or country and state: "DE", "US-NY". */
  readonly jurisdiction: string;
  readonly hint: TaxHint;
  /** Percent as an exact decimal text. */
  readonly percent: string;
  /** First day of validity. */
  readonly from: string;
}

const rate = (jurisdiction: string, hint: TaxHint, percent: string, from: string): TaxRate => ({
  jurisdiction,
  hint,
  percent,
  from,
});

/** The rates shipped; a biller adds its own rows, which come before these. */
export const SHIPPED_TAX_RATES: readonly TaxRate[] = [
  rate('DE', 'STANDARD', '19', '2021-01-01'),
  rate('DE', 'REDUCED', '7', '2021-01-01'),
  rate('FR', 'STANDARD', '20', '2014-01-01'),
  rate('FR', 'REDUCED', '10', '2014-01-01'),
  rate('FR', 'SUPER_REDUCED', '5.5', '2014-01-01'),
  rate('ES', 'STANDARD', '21', '2012-09-01'),
  rate('ES', 'REDUCED', '10', '2012-09-01'),
  rate('PT', 'STANDARD', '23', '2011-01-01'),
  rate('IE', 'STANDARD', '23', '2021-03-01'),
  rate('GB', 'STANDARD', '20', '2011-01-04'),
  rate('CH', 'STANDARD', '8.1', '2024-01-01'),
  rate('US-NY', 'STANDARD', '8.875', '2011-01-01'),
  rate('US-CA', 'STANDARD', '7.25', '2017-01-01'),
];

/** The percentage in force on a day (the tax point), or undefined where no row says it. */
export function percentInForce(
  rates: readonly TaxRate[],
  jurisdiction: string,
  hint: TaxHint,
  on: string,
): string | undefined {
  let found: TaxRate | undefined;
  for (const row of rates) {
    const applies = row.jurisdiction === jurisdiction && row.hint === hint && row.from <= on;
    if (applies && (!found || row.from > found.from)) found = row;
  }
  return found?.percent;
}

/** Whether a row can be kept: a known form of jurisdiction and a percentage from 0 to 100. */
export function isTaxRate({ jurisdiction, percent }: Pick<TaxRate, 'jurisdiction' | 'percent'>) {
  const value = parseDecimal(percent, 4);
  return (
    /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(jurisdiction) &&
    value !== undefined &&
    value.amount >= 0n &&
    value.amount <= 100n * 10n ** value.scale
  );
}
