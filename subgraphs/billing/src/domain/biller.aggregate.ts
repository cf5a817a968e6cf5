import {
  aggregate,
  type Decision,
  defineEvents,
  type EventOf,
  event,
  isCurrency,
  isTimeZone,
  judge,
  type Violation,
  violation,
} from '@nexus/kit/domain';
import { cardDataFindings } from './card-data.js';
import type { BankDetails, PostalAddress } from './parties.js';
import { isTaxRate, type TaxRate } from './tax-rates.js';
import { INCREMENTS } from './time-increment.js';

/** Everything a tenant says about itself as a seller. */
export interface BillerSettings {
  readonly legalName: string;
  readonly address: PostalAddress | null;
  readonly country: string;
  readonly vatId: string | null;
  readonly currency: string;
  /** IANA zone of issue dates and number series. */
  readonly timeZone: string;
  /** Days to pay. */
  readonly paymentTerms: number;
  readonly incrementMinutes: number;
  readonly invoiceSeries: string;
  readonly creditNoteSeries: string;
  readonly registrations: readonly string[];
  readonly oneStopShop: boolean;
  readonly taxRates: readonly TaxRate[];
  readonly bank: BankDetails | null;
}

export const billerEvents = defineEvents('billing', { BillerConfigured: event<BillerSettings>() });
export type BillerEvent = EventOf<typeof billerEvents.specs>;
export type BillerState =
  | { readonly status: 'NONE' }
  | ({ readonly status: 'SET' } & BillerSettings);
export type BillerCommand =
  /** The first settings, from the tenant's own; without effect when there are some. */
  | ({ readonly type: 'open' } & Pick<
      BillerSettings,
      'legalName' | 'country' | 'currency' | 'timeZone'
    >)
  | { readonly type: 'configure'; readonly changes: Partial<BillerSettings> };

/** One biller per tenant: its stream and its row have this id. */
export const BILLER_ID = 'own';
export const DEFAULT_TERMS = 30;
export const DEFAULT_INCREMENT = 15;

function findings({ changes }: { changes: Partial<BillerSettings> }): Violation[] {
  const found = cardDataFindings({ legalName: changes.legalName });
  const wrong = (field: string, message: string) =>
    found.push(violation('INPUT_INVALID', message, { path: [field] }));
  const { legalName, country, currency, paymentTerms, incrementMinutes, taxRates } = changes;
  if (legalName !== undefined && !/\S/.test(legalName)) {
    found.push(violation('INPUT_REQUIRED', 'A seller has a legal name.', { path: ['legalName'] }));
  }
  if (country !== undefined && !/^[A-Z]{2}$/.test(country))
    wrong('country', 'Two capital letters.');
  if (currency !== undefined && !isCurrency(currency)) wrong('currency', 'An ISO 4217 code.');
  if (paymentTerms !== undefined && !(paymentTerms >= 0 && paymentTerms <= 365)) {
    wrong('paymentTerms', '0 to 365 days.');
  }
  if (incrementMinutes !== undefined && !INCREMENTS.some((one) => one === incrementMinutes)) {
    wrong('incrementMinutes', `One of ${INCREMENTS.join(', ')}.`);
  }
  if (changes.timeZone !== undefined && !isTimeZone(changes.timeZone)) {
    wrong('timeZone', 'An IANA time zone.');
  }
  for (const field of ['invoiceSeries', 'creditNoteSeries'] as const) {
    const series = changes[field];
    if (series !== undefined && !/^[A-Z][A-Z0-9]{0,7}$/.test(series)) {
      wrong(field, 'Up to 8 capital letters and digits.');
    }
  }
  taxRates?.forEach((row, i) => {
    if (isTaxRate(row)) return;
    const path = ['taxRates', String(i), 'percent'];
    found.push(violation('TAX_RATE_INVALID', 'A percentage from 0 to 100.', { path }));
  });
  return found;
}

/** What a seller is before it says more: taxed at home, 30 days to pay. */
const DEFAULTS = {
  address: null,
  vatId: null,
  paymentTerms: DEFAULT_TERMS,
  incrementMinutes: DEFAULT_INCREMENT,
  invoiceSeries: 'INV',
  creditNoteSeries: 'CN',
  oneStopShop: false,
  taxRates: [],
  bank: null,
};

function decide(state: BillerState, command: BillerCommand): Decision<BillerEvent> {
  if (command.type === 'open') {
    const { type: _, ...own } = command;
    const data = { ...DEFAULTS, ...own, registrations: [own.country] };
    return judge([], () => (state.status === 'SET' ? [] : [{ type: 'BillerConfigured', data }]));
  }
  if (state.status === 'NONE') {
    return judge([violation('BILLER_NOT_CONFIGURED', 'The seller is not set up yet.')], () => []);
  }
  const { status: _, ...before } = state;
  return judge(findings(command), () => [
    { type: 'BillerConfigured', data: { ...before, ...command.changes } },
  ]);
}

/** The selling tenant: one per tenant, its legal data, series, terms and taxes. */
export const biller = aggregate<BillerState, BillerCommand, BillerEvent>({
  name: 'biller',
  catalogue: billerEvents,
  initial: { status: 'NONE' },
  decide,
  evolve: (_, event) => ({ status: 'SET', ...event.data }),
});
