import { type DocumentNode, print } from 'graphql';
import { LruCache } from '../support/lru-cache.js';
import type { QueryPlan } from './plan.js';
import { NO_LABELS, type Planner, PlanningFailed } from './planner.js';

/**
 * Remembers plans by normalised operation and labels, so that clients which differ in white space, comments
 * or key order of their JSON share one. That an operation cannot be planned is remembered too: to
 * find it out takes longest of all.
 */
export function cachingPlanner(planner: Planner, capacity: number): Planner {
  const plans = new LruCache<string, QueryPlan | PlanningFailed>(capacity);
  return {
    plan(document, operationName, labels = NO_LABELS) {
      const key = `${operationName ?? ''}\n${[...labels].sort()}\n${print(document)}`;
      const known = plans.get(key) ?? attempt(planner, document, operationName, labels);
      plans.set(key, known);
      if (known instanceof PlanningFailed) throw known;
      return known;
    },
  };
}

function attempt(
  planner: Planner,
  document: DocumentNode,
  operationName: string | undefined,
  labels: ReadonlySet<string>,
): QueryPlan | PlanningFailed {
  try {
    return planner.plan(document, operationName, labels);
  } catch (error) {
    if (error instanceof PlanningFailed) return error;
    throw error;
  }
}
