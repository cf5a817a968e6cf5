import { setImmediate } from 'node:timers/promises';
import { GraphQLError } from 'graphql';
import { PlanningFailed } from '../planner/planner.js';
import type { Graph, HotOperation } from './graph.js';

/** How many operations of a graph are planned before its successor takes traffic. */
const WARMED_OPERATIONS = 200;

/**
 * Plans for `next`, and for each of its contracts, what `former` was asked for most: the hottest
 * last, so that they stay longest. Operations that it does not serve are passed over.
 */
export async function warm(next: Graph, former: Graph): Promise<void> {
  for (const hot of former.hottest(WARMED_OPERATIONS).reverse()) {
    // Planning holds up the thread: requests on the former graph go in between.
    await setImmediate();
    planAhead(next, hot);
  }
  for (const [name, contract] of next.contracts) {
    const before = former.contracts.get(name);
    if (before) await warm(contract, before);
  }
}

function planAhead(graph: Graph, hot: HotOperation): void {
  const read = hot.read(graph);
  if (!read.ok) return;
  const { document } = read;
  const definition = graph.definition(document, hot.operationName);
  if (definition instanceof GraphQLError) return;
  try {
    const known = graph.labelsOf(document, definition);
    for (const labels of hot.labels) {
      const active = new Set(known.filter((label) => labels.has(label)));
      graph.operation(document, definition, undefined, active);
    }
  } catch (error) {
    if (!(error instanceof PlanningFailed)) throw error;
  }
}
