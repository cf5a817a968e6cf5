import type { ExplainedPlan } from '../../../src/explain/query-plan.types.js';
import type { Cost, InsightState, PlanWish } from './insight.types.js';

export type Extensions = Readonly<Record<string, unknown>>;

/** What a request says to be told of its cost and plan. */
export function asking(plan: PlanWish): Record<string, unknown> {
  return plan === 'none' ? { cost: true } : { cost: true, explain: plan };
}

/** What the answer tells of them; what it does not tell stays as it was. */
export function readExtensions(extensions: Extensions = {}): Partial<InsightState> {
  const plan = extensions.queryPlan as ExplainedPlan | undefined;
  // Of a dry run there is the estimate alone, beside the plan.
  const cost = (extensions.cost ?? plan?.cost) as Cost | undefined;
  return { ...(cost && { cost }), ...(plan && { plan }) };
}

/** The result without what was asked for beside it: the explorer shows that by itself. */
export function withoutInsight(result: unknown): unknown {
  if (typeof result !== 'object' || result === null || !('extensions' in result)) return result;
  const { extensions, ...rest } = result;
  const { cost: _cost, queryPlan: _plan, ...others } = (extensions ?? {}) as Extensions;
  return Object.keys(others).length > 0 ? { ...rest, extensions: others } : rest;
}
