import type { DocumentNode } from 'graphql';
import type { QueryPlan } from './plan.js';

/** Turns a valid operation into fetches. Implementations are pure and may cache. */
export interface Planner {
  /**
   * @param document valid against the API schema, without introspection fields
   * @param labels those of its progressive overrides (`@override(label:)`) that are on; default none
   * @throws PlanningFailed when the operation cannot be served correctly
   */
  plan(
    document: DocumentNode,
    operationName: string | undefined,
    labels?: ReadonlySet<string>,
  ): QueryPlan;
}

export const NO_LABELS: ReadonlySet<string> = new Set();

/** The planner could not serve an operation: an error for the client, never a wrong answer. */
export class PlanningFailed extends Error {
  override readonly name = 'PlanningFailed';
}
