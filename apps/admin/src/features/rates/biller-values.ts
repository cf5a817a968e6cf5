import type { BillerConfigureInput } from './biller-configure.generated.js';
import type { BillerFactsFragment } from './biller-facts.generated.js';

export const INCREMENTS = ['3', '6', '12', '15', '30', '60'] as const;
export const HINTS = ['STANDARD', 'REDUCED', 'SUPER_REDUCED', 'ZERO'] as const;

export interface TaxRateValues {
  jurisdiction: string;
  hint: (typeof HINTS)[number];
  percent: string;
  from: string | null;
}

/** The form of what the business is as a seller; an empty text is none. */
export interface BillerValues {
  legalName: string;
  vatId: string;
  country: string;
  currency: string;
  invoiceSeries: string;
  creditNoteSeries: string;
  paymentTerms: string;
  incrementMinutes: string;
  oneStopShop: boolean;
  registrations: readonly string[];
  address: Record<'line1' | 'line2' | 'postcode' | 'city' | 'region' | 'country', string>;
  bank: Record<'holder' | 'iban' | 'bic', string>;
  taxRates: TaxRateValues[];
}

export function valuesOf(biller: BillerFactsFragment): BillerValues {
  const { address, bank } = biller;
  return {
    legalName: biller.legalName,
    vatId: biller.vatId ?? '',
    country: biller.country,
    currency: biller.currency,
    invoiceSeries: biller.invoiceSeries,
    creditNoteSeries: biller.creditNoteSeries,
    paymentTerms: String(biller.paymentTerms),
    incrementMinutes: String(biller.incrementMinutes),
    oneStopShop: biller.oneStopShop,
    registrations: biller.registrations,
    address: {
      line1: address?.line1 ?? '',
      line2: address?.line2 ?? '',
      postcode: address?.postcode ?? '',
      city: address?.city ?? '',
      region: address?.region ?? '',
      country: address?.country ?? '',
    },
    bank: { holder: bank?.holder ?? '', iban: bank?.iban ?? '', bic: bank?.bic ?? '' },
    taxRates: biller.taxRates.map(({ jurisdiction, hint, percent, from }) => ({
      ...{ jurisdiction, hint, percent, from },
    })),
  };
}

/** The form as the graph takes it. Numbers that are none go as they are: the graph says what is wrong. */
export function inputOf(values: BillerValues): BillerConfigureInput {
  const { address, bank, taxRates, vatId, paymentTerms, incrementMinutes, ...plain } = values;
  const hasAddress = Object.values(address).some((line) => line.trim() !== '');
  const hasBank = Object.values(bank).some((line) => line.trim() !== '');
  return {
    ...plain,
    registrations: [...plain.registrations],
    vatId: vatId.trim() || null,
    paymentTerms: Number(paymentTerms),
    incrementMinutes: Number(incrementMinutes),
    address: hasAddress
      ? { ...address, line2: address.line2 || null, region: address.region || null }
      : null,
    bank: hasBank ? { ...bank, bic: bank.bic || null } : null,
    taxRates: taxRates.map((rate) => ({ ...rate, from: rate.from ?? '' })),
  };
}
