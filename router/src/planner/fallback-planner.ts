import type { Planner } from './planner.js';
import { PlanningFailed } from './planner.js';

/**
 * Asks `first`, and for what it cannot plan a second planner, which is made when it is first
 * needed. Where both fail, what the first one said stands.
 */
export function fallbackPlanner(first: Planner, makeSecond: () => Planner): Planner {
  let second: Planner | undefined;
  /** A supergraph (or an installation) without a second planner will not get one by asking again. */
  let none = false;
  return {
    plan(document, operationName, labels) {
      try {
        return first.plan(document, operationName, labels);
      } catch (error) {
        if (!(error instanceof PlanningFailed) || none) throw error;
        try {
          second ??= makeSecond();
        } catch {
          none = true;
          throw error;
        }
        try {
          return second.plan(document, operationName, labels);
        } catch (secondError) {
          if (!(secondError instanceof PlanningFailed)) throw secondError;
          const cause = new AggregateError([error, secondError]);
          throw new PlanningFailed(`${error.message} ${secondError.message}`, { cause });
        }
      }
    },
  };
}
