import { exponentOf, type Money, money } from '@nexus/kit/domain';
import type { ProjectRole } from '../../events.d.ts';

/** Price and cost of an hour. */
export interface HourlyRate {
  readonly price: Money | null;
  readonly cost: Money | null;
}

/** What an hour is worth in euros before a tenant sets rates of its own. */
const EUROS: Readonly<Record<ProjectRole, { readonly price: number; readonly cost: number }>> = {
  MANAGER: { price: 140, cost: 75 },
  LEAD: { price: 130, cost: 70 },
  MEMBER: { price: 110, cost: 55 },
  OBSERVER: { price: 110, cost: 55 },
};

/** Round numbers to start from, by the size of a currency's unit. They are no exchange rates. */
const UNITS_PER_EURO: Readonly<Record<string, number>> = {
  AUD: 2,
  BRL: 5,
  CAD: 2,
  CNY: 8,
  CZK: 25,
  DKK: 8,
  HKD: 8,
  HUF: 400,
  IDR: 16_000,
  INR: 90,
  JPY: 150,
  KRW: 1_500,
  MXN: 20,
  NOK: 12,
  NZD: 2,
  PHP: 60,
  PLN: 4,
  RON: 5,
  SEK: 12,
  THB: 40,
  TRY: 35,
  UAH: 45,
  ZAR: 20,
};

/** The built-in rate of a role in any currency, so that work can be approved from the first day on. */
export function builtInRate(role: ProjectRole, currency: string): Required<HourlyRate> {
  const scale = (UNITS_PER_EURO[currency] ?? 1) * 10 ** exponentOf(currency);
  const { price, cost } = EUROS[role];
  return { price: money(price * scale, currency), cost: money(cost * scale, currency) };
}
