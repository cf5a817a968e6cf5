import { digitsOf, type Money } from '@nexus/ui/components/decimal';
import type { ApprovalEntry } from './waiting.js';

/** Minutes of an hour, and the places that a rate may have at most. */
const [HOUR, PLACES] = [60n, 4];

/** What an entry comes to at its rate per hour, rounded half up; null where no rate is known, or not to the viewer. */
export function amountOf({
  minutes,
  rate,
  billable,
}: Pick<ApprovalEntry, 'minutes' | 'rate' | 'billable'>): Money | null {
  if (!rate || !billable) return null;
  const { amount, currency } = rate;
  const [whole = '0', part = ''] = amount.split('.');
  const digits = digitsOf(currency);
  const divisor = HOUR * 10n ** BigInt(PLACES - digits);
  const scaled = BigInt(whole + part.padEnd(PLACES, '0').slice(0, PLACES)) * BigInt(minutes);
  const minor = String((scaled + divisor / 2n) / divisor).padStart(digits + 1, '0');
  const major = minor.slice(0, minor.length - digits);
  return { amount: digits === 0 ? major : `${major}.${minor.slice(-digits)}`, currency };
}
