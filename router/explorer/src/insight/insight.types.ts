import type { MeasuredCost } from '../../../src/demand/demand-control.js';
import type { ExplainedPlan, ExplainMode } from '../../../src/explain/query-plan.types.js';

/** `extensions.cost` of an answer. */
export type Cost = MeasuredCost;

/** Is the plan wanted beside the answer, in its place, or not at all? */
export type PlanWish = ExplainMode | 'none';

/** What the router told of the operation that ran last. */
export interface InsightState {
  readonly status: 'idle' | 'running' | 'done';
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** The operation's name. */
  readonly name: string | undefined;
  /** Milliseconds, measured here; absent while it runs. */
  readonly ms: number | undefined;
  readonly cost: Cost | undefined;
  readonly plan: ExplainedPlan | undefined;
  /** Results so far: of a subscription its events. */
  readonly results: number;
}
