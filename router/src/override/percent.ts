import { randomInt } from 'node:crypto';
import { digest } from '../support/digest.js';

const PERCENT = /^percent\((\d{1,3}(?:\.\d{1,8})?)\)$/;
const STEPS = 2 ** 47;

/** The share of callers that a label `percent(n)` is on for, 0 to 100; `undefined`: a label of another kind. */
export function percentOf(label: string): number | undefined {
  const digits = PERCENT.exec(label)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * Where somebody stands among all callers, 0 to below 100: `percent(n)` is on for those below n. The label is no part
 * of it: whoever has the new subgraph at 10 percent keeps it at 20.
 */
export function percentile(key: string | undefined): number {
  const step = key === undefined ? randomInt(STEPS) : digest(key).readUIntBE(0, 6) % STEPS;
  return (step / STEPS) * 100;
}
