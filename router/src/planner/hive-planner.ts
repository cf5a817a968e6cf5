import {
  type PlanNode as NativeNode,
  QueryPlanner as NativePlanner,
} from '@graphql-hive/router-query-planner';
import { type DocumentNode, parse, print } from 'graphql';
import { messageOf } from '../support/message-of.js';
import { checkPlan } from './check-plan.js';
import { convertPlan } from './convert-plan.js';
import { refusePanics } from './native-panics.js';
import type { QueryPlan } from './plan.js';
import { type Planner, PlanningFailed } from './planner.js';
import { readJoinFacts } from './verify/join-facts.js';

const NO_LABELS: ReadonlySet<string> = new Set();

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
    plan(document: DocumentNode, operationName: string | undefined): QueryPlan {
      refuse(document);
      const node = runNative(native, document, operationName);
      return checkPlan(convertPlan(node, facts), document, facts);
    },
  };
}

function runNative(
  native: NativePlanner,
  document: DocumentNode,
  operationName: string | undefined,
): NativeNode | undefined {
  try {
    return native.plan(print(document), operationName, new Set(NO_LABELS), 0).node;
  } catch (error) {
    throw new PlanningFailed(messageOf(error), {
      cause: error,
    });
  }
}
