import { decimalText } from './decimal-text.js';

/** Lengths in minutes whose hours are exact decimals, so that quantity × price is exact too. */
export const INCREMENTS = [3, 6, 12, 15, 30, 60] as const;
export type Increment = (typeof INCREMENTS)[number];

/** Hours billed for minutes worked: each entry is rounded up to the increment. 410 min at 15 is "7". */
export function billedHours(minutes: number, increment: Increment): string {
  const billed = Math.ceil(minutes / increment) * increment;
  // Every increment is a multiple of 3 minutes, a twentieth of an hour.
  return decimalText(BigInt((billed / 3) * 5), 2n);
}
