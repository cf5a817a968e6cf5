import type { DocumentNode } from 'graphql';
import type { QueryPlan } from './plan.js';

/** Turns a valid operation into fetches. Implementations are pure and may cache. */
export interface Planner {
  /**
   * @param document valid against the API schema, without introspection fields
   * @throws PlanningFailed when the operation cannot be served correctly
   */
  plan(document: DocumentNode, operationName: string | undefined): QueryPlan;
}

/** The planner could not serve an operation: an error for the client, never a wrong answer. */
export class PlanningFailed extends Error {
  override readonly name = 'PlanningFailed';
}
