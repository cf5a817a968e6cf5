import { type DocumentNode, print } from 'graphql';
import { LruCache } from '../support/lru-cache.js';
import type { QueryPlan } from './plan.js';
import type { Planner } from './planner.js';

/**
 * Remembers plans by normalised operation, so that clients which differ in white space, comments
 * or key order of their JSON share one.
 */
export function cachingPlanner(planner: Planner, capacity: number): Planner {
  const plans = new LruCache<string, QueryPlan>(capacity);
  return {
    plan(document, operationName) {
      const key = `${operationName ?? ''}\n${normalise(document)}`;
      const known = plans.get(key);
      if (known) return known;
      const plan = planner.plan(document, operationName);
      plans.set(key, plan);
      return plan;
    },
  };
}

function normalise(document: DocumentNode): string {
  return document.definitions.map((definition) => print(definition)).join('\n');
}
