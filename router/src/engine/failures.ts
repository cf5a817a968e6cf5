import { GraphQLError } from 'graphql';
import type { PlanningFailed } from '../planner/planner.js';

/** Not the client's fault, but by asking otherwise it may get its answer. */
export function notPlannable(originalError: PlanningFailed): GraphQLError {
  return new GraphQLError(
    'No plan serves this operation as a whole. Ask for its parts in separate operations.',
    { originalError, extensions: { code: 'QUERY_PLANNING_FAILED' } },
  );
}
