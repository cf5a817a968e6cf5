import type { Dinero } from 'dinero.js/bigint';
import {
  add,
  allocate,
  dinero,
  halfAwayFromZero,
  multiply,
  toSnapshot,
  transformScale,
} from 'dinero.js/bigint';

/** An amount in minor units (cents) of an ISO 4217 currency. A safe integer, never a float. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
const exponents = new Map<string, number>();

/** Whether the code is an ISO 4217 currency. */
export function isCurrency(code: string): boolean {
  return CURRENCIES.has(code);
}

/** Decimals of a currency: 2 for EUR, 0 for JPY, 3 for BHD. */
export function exponentOf(currency: string): number {
  let exponent = exponents.get(currency);
  if (exponent === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    exponent = format.resolvedOptions().maximumFractionDigits ?? 2;
    exponents.set(currency, exponent);
  }
  return exponent;
}

export function money(minor: number, currency: string): Money {
  if (!Number.isSafeInteger(minor))
    throw new RangeError('An amount must be a safe integer of minor units');
  return { minor, currency };
}

export const zero = (currency: string): Money => ({ minor: 0, currency });

function toDinero(amount: Money): Dinero<bigint> {
  const exponent = BigInt(exponentOf(amount.currency));
  return dinero({
    amount: BigInt(amount.minor),
    currency: { code: amount.currency, base: 10n, exponent },
  });
}

function fromDinero(value: Dinero<bigint>, currency: string): Money {
  const rounded = transformScale(value, BigInt(exponentOf(currency)), halfAwayFromZero);
  return money(Number(toSnapshot(rounded).amount), currency);
}

/** The sum of amounts of one currency. Throws RangeError where currencies differ: that is a fault, check before. */
export function sum(amounts: Iterable<Money>, currency: string): Money {
  let total = toDinero(zero(currency));
  for (const amount of amounts) {
    if (amount.currency !== currency)
      throw new RangeError(`Cannot add ${amount.currency} to ${currency}`);
    total = add(total, toDinero(amount));
  }
  return fromDinero(total, currency);
}

export const plus = (a: Money, b: Money): Money => sum([a, b], a.currency);
export const negate = (a: Money): Money => money(a.minor === 0 ? 0 : -a.minor, a.currency);
export const minus = (a: Money, b: Money): Money => sum([a, negate(b)], a.currency);

/** An exact decimal, `-12.345`: digits with at most `maxScale` decimals. */
export interface Decimal {
  readonly amount: bigint;
  readonly scale: bigint;
}

/** Parses an exact decimal text, or undefined where it is none (no exponents, no thousands separators). */
export function parseDecimal(text: string, maxScale = 12): Decimal | undefined {
  const match = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(text);
  if (!match) return undefined;
  const fraction = match[3] ?? '';
  if (fraction.length > maxScale) return undefined;
  const digits = BigInt(`${match[2]}${fraction}`);
  return { amount: match[1] ? -digits : digits, scale: BigInt(fraction.length) };
}

/**
 * `amount × factor`, rounded half away from zero to minor units (EN 16931 rounds half up).
 * `factor` is an exact decimal text such as a tax rate "0.19" or a quantity "6.5". Throws RangeError for other text.
 */
export function times(amount: Money, factor: string): Money {
  const decimal = parseDecimal(factor);
  if (!decimal) throw new RangeError(`Not a decimal: ${factor}`);
  return fromDinero(multiply(toDinero(amount), decimal), amount.currency);
}

/** `quantity × unit price`, both exact decimal texts in major units, rounded once to minor units. */
export function extend(quantity: string, unitPrice: string, currency: string): Money {
  const q = parseDecimal(quantity);
  const p = parseDecimal(unitPrice);
  if (!q || !p) throw new RangeError(`Not a decimal: ${q ? unitPrice : quantity}`);
  const exponent = BigInt(exponentOf(currency));
  const price = dinero({
    amount: p.amount,
    currency: { code: currency, base: 10n, exponent },
    scale: p.scale,
  });
  return fromDinero(multiply(price, q), currency);
}

/** Splits an amount by integer weights without losing a cent (largest remainder). */
export function split(amount: Money, weights: readonly number[]): Money[] {
  return allocate(toDinero(amount), weights.map(BigInt)).map((part) =>
    fromDinero(part, amount.currency),
  );
}

/** The amount as the graph shows it: an exact decimal text with the currency's digits, "1234.50". */
export function toDecimalText(amount: Money): string {
  const exponent = exponentOf(amount.currency);
  const sign = amount.minor < 0 ? '-' : '';
  const digits = String(Math.abs(amount.minor)).padStart(exponent + 1, '0');
  return exponent === 0
    ? sign + digits
    : `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** Reads a decimal text as money, or undefined where it is no decimal or has more digits than the currency. */
export function fromDecimalText(text: string, currency: string): Money | undefined {
  const decimal = parseDecimal(text);
  if (!decimal || !isCurrency(currency)) return undefined;
  const missing = BigInt(exponentOf(currency)) - decimal.scale;
  const scaled = missing >= 0n ? decimal.amount * 10n ** missing : decimal.amount / 10n ** -missing;
  if (missing < 0n && scaled * 10n ** -missing !== decimal.amount) return undefined;
  const minor = Number(scaled);
  return Number.isSafeInteger(minor) ? { minor, currency } : undefined;
}
