import {
  type PlanNode as NativeNode,
  QueryPlanner as NativePlanner,
} from '@graphql-hive/router-query-planner';
import { type DocumentNode, parse, print } from 'graphql';
import { defersSomething } from '../defer/labels.js';
import { percentOf } from '../override/percent.js';
import { messageOf } from '../support/message-of.js';
import { checkPlan } from './check-plan.js';
import { convertPlan } from './convert-plan.js';
import { refusePanics } from './native-panics.js';
import type { QueryPlan } from './plan.js';
import { NO_LABELS, type Planner, PlanningFailed } from './planner.js';
import { readJoinFacts } from './verify/join-facts.js';

/** With this number no `percent(n)` is on. */
const NO_PERCENT = 101;
/** Labels have eight decimals at most. */
const PERCENT_STEP = 1e-9;

/**
 * The planner port over Hive Router's native planner (Rust, MIT). It accepts supergraphs with the
 * authorization directives and plans subscriptions. Importing this file fails where the binary
 * does not load.
 */
export function hivePlanner(supergraphSdl: string): Planner {
  const native = new NativePlanner(supergraphSdl);
  const supergraph = parse(supergraphSdl, { noLocation: true });
  const facts = readJoinFacts(supergraph);
  const refuse = refusePanics(supergraph);
  return {
    plan(document, operationName, labels = NO_LABELS): QueryPlan {
      if (document.definitions.some(defersSomething)) {
        throw new PlanningFailed('The native planner defers nothing.');
      }
      refuse(document);
      const node = runNative(native, document, operationName, labels);
      return checkPlan(convertPlan(node, facts), document, facts);
    },
  };
}

/** Just below the lowest `percent(n)` that is on: the planner takes those above this number to be on. */
function percentageFor(labels: ReadonlySet<string>): number {
  let lowest = NO_PERCENT;
  for (const label of labels) lowest = Math.min(lowest, percentOf(label) ?? NO_PERCENT);
  return lowest === NO_PERCENT ? NO_PERCENT : lowest - PERCENT_STEP;
}

function runNative(
  native: NativePlanner,
  document: DocumentNode,
  operationName: string | undefined,
  labels: ReadonlySet<string>,
): NativeNode | undefined {
  try {
    return native.plan(print(document), operationName, new Set(labels), percentageFor(labels)).node;
  } catch (error) {
    throw new PlanningFailed(messageOf(error), {
      cause: error,
    });
  }
}
