import type { Cost, InsightState } from './insight.types.js';

export type Extensions = Readonly<Record<string, unknown>>;

/** What a request says to be told of its cost and plan. */
export const ASKED: Extensions = { cost: true };

/** What the answer tells of it; what it does not tell stays as it was. */
export function readExtensions({ cost }: Extensions = {}): Partial<InsightState> {
  return cost === undefined ? {} : { cost: cost as Cost };
}

/** The result without what was asked for beside it: the explorer shows that by itself. */
export function withoutInsight(result: unknown): unknown {
  if (typeof result !== 'object' || result === null || !('extensions' in result)) return result;
  const { extensions, ...rest } = result;
  const { cost: _, ...others } = (extensions ?? {}) as Extensions;
  return Object.keys(others).length > 0 ? { ...rest, extensions: others } : rest;
}
