import { type Decimal, digitsOf, type Money } from './decimal.js';

/** An exact decimal as a whole number of units of its last digit. */
function unitsOf(value: Decimal, scale: number): bigint {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d*)(?:\.(\d*))?$/.exec(value) ?? [];
  const units = BigInt(`${whole}${fraction.padEnd(scale, '0')}` || '0');
  return sign ? -units : units;
}

const scaleOf = (value: Decimal) => value.split('.')[1]?.length ?? 0;

/** The exact sum, with as many digits after the point as the longest of them has. */
export function sumDecimals(values: readonly Decimal[]): Decimal {
  const scale = Math.max(0, ...values.map(scaleOf));
  const sum = values.reduce((total, value) => total + unitsOf(value, scale), 0n);
  const digits = (sum < 0n ? -sum : sum).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const sign = sum < 0n ? '-' : '';
  return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-scale)}`;
}

/** One exact sum for each currency, in the order in which they first come: currencies are never added up. */
export function sumMoney(all: readonly (Money | null | undefined)[]): Money[] {
  const byCurrency = new Map<string, Decimal[]>();
  for (const money of all) {
    if (!money) continue;
    const amounts = byCurrency.get(money.currency) ?? [];
    byCurrency.set(money.currency, [...amounts, money.amount]);
  }
  return [...byCurrency].map(([currency, amounts]) => ({
    currency,
    amount: sumDecimals([...amounts, `0.${'0'.repeat(digitsOf(currency))}`.replace(/\.$/, '')]),
  }));
}

/** Whether it is nothing, whatever its digits. */
export const isZero = ({ amount }: Money): boolean => /^-?0*\.?0*$/.test(amount);
