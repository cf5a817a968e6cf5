import { type Violation, violation } from '@nexus/kit/domain';
import type { TaxLine } from '../../events.js';
import type { PostalAddress, TaxIdStatus } from './parties.js';
import {
  percentInForce,
  SHIPPED_TAX_RATES,
  TAX_HINTS,
  type TaxHint,
  type TaxRate,
} from './tax-rates.js';

export type TaxCategory = TaxLine['category'];

/** EN 16931 category and percentage of one line. */
export interface AppliedTax {
  readonly category: TaxCategory;
  readonly percent: string;
}

/** Why an invoice is taxed as it is; printed as wording where the law asks for it. */
export type TaxReason =
  | 'LOCAL'
  | 'HOME_ASSUMED'
  | 'SELLER_COUNTRY'
  | 'ONE_STOP_SHOP'
  | 'REVERSE_CHARGE'
  | 'OUT_OF_SCOPE'
  | 'NOT_REGISTERED';

/** The tax of one invoice: what each kind of line bears, null where no rate is known. */
export interface TaxTreatment {
  readonly reason: TaxReason;
  readonly jurisdiction: string | null;
  readonly byHint: Readonly<Record<TaxHint, AppliedTax | null>>;
  /** The buyer gave a tax id that nobody has checked. */
  readonly idUnverified: boolean;
}

export interface TaxSeller {
  readonly country: string;
  readonly region: string | null;
  /** Where the seller is registered for tax: "DE", "US" (every state of the table), "US-NY". */
  readonly registrations: readonly string[];
  /** Registered in the EU's one-stop shop: consumers abroad pay their own country's rate. */
  readonly oneStopShop: boolean;
  readonly rates: readonly TaxRate[];
}

export interface TaxBuyer {
  readonly address: Pick<PostalAddress, 'country' | 'region'> | null;
  readonly vatId: string | null;
  readonly vatIdStatus: TaxIdStatus;
}

const EU = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

/** Countries whose rate depends on the state. */
const BY_REGION = new Set(['US']);

function jurisdictionOf(country: string, region: string | null): string | null {
  if (!BY_REGION.has(country)) return country;
  return region ? `${country}-${region.toUpperCase()}` : null;
}

/** The decision tree for services, after the place of supply. `on` is the tax point. */
export function decideTax(seller: TaxSeller, buyer: TaxBuyer, on: string): TaxTreatment {
  const home = jurisdictionOf(seller.country, seller.region);
  if (seller.registrations.length === 0) return flat('NOT_REGISTERED', 'E', home);
  if (!buyer.address) return rated('HOME_ASSUMED', home, seller, on);

  const { country, region } = buyer.address;
  const place = jurisdictionOf(country, region);
  const registered = [country, place].some((at) => at && seller.registrations.includes(at));
  if (registered) return rated('LOCAL', place, seller, on);
  if (!EU.has(seller.country) || !EU.has(country)) return flat('OUT_OF_SCOPE', 'O', place);
  if (buyer.vatId && buyer.vatIdStatus === 'VALID') return flat('REVERSE_CHARGE', 'AE', place);
  const idUnverified = buyer.vatId !== null && buyer.vatIdStatus === 'UNCHECKED';
  const treatment = seller.oneStopShop
    ? rated('ONE_STOP_SHOP', place, seller, on)
    : rated('SELLER_COUNTRY', home, seller, on);
  return { ...treatment, idUnverified };
}

function flat(reason: TaxReason, category: TaxCategory, jurisdiction: string | null): TaxTreatment {
  const tax: AppliedTax = { category, percent: '0' };
  return { reason, jurisdiction, byHint: forEachHint(() => tax), idUnverified: false };
}

function rated(
  reason: TaxReason,
  jurisdiction: string | null,
  { rates }: TaxSeller,
  on: string,
): TaxTreatment {
  const byHint = forEachHint((hint): AppliedTax | null => {
    if (hint === 'ZERO') return { category: 'Z', percent: '0' };
    if (!jurisdiction) return null;
    const percent =
      percentInForce(rates, jurisdiction, hint, on) ??
      percentInForce(SHIPPED_TAX_RATES, jurisdiction, hint, on);
    return percent === undefined ? null : { category: 'S', percent };
  });
  return { reason, jurisdiction, byHint, idUnverified: false };
}

function forEachHint<T>(make: (hint: TaxHint) => T): Record<TaxHint, T> {
  return Object.fromEntries(TAX_HINTS.map((hint) => [hint, make(hint)])) as Record<TaxHint, T>;
}

/** What people should know of a treatment before they rely on it. */
export function taxWarnings(tax: TaxTreatment): Violation[] {
  const warnings: Violation[] = [];
  if (tax.reason === 'HOME_ASSUMED') {
    warnings.push(
      violation('TAX_COUNTRY_ASSUMED', 'The client has no address: taxed as a sale at home.'),
    );
  }
  if (tax.idUnverified) {
    warnings.push(
      violation('TAX_ID_UNVERIFIED', 'The client’s tax id is not verified: no reverse charge.'),
    );
  }
  return warnings;
}
