import { type DocumentNode, Kind, OperationTypeNode, visit } from 'graphql';
import { defersSomething } from '../defer/labels.js';
import type { QueryPlan } from './plan.js';
import { type Planner, PlanningFailed } from './planner.js';
import { withoutSwitchedOff } from './planning-document.js';
import { conditionVariables } from './verify/assignments.js';

/** So many variables are taken apart at most: each doubles the planning. */
const MAX_SPLITS = 4;

/**
 * Planners mix up what `@skip` and `@include` leave over (a requirement is fetched under the
 * condition of the field that asked for it first). An operation that cannot be planned with its
 * conditions is planned once for each value of a condition's variable.
 */
export function splittingPlanner(planner: Planner): Planner {
  const plan = (
    document: DocumentNode,
    operationName: string | undefined,
    labels: ReadonlySet<string> | undefined,
    splits: number,
  ): QueryPlan => {
    try {
      return planner.plan(document, operationName, labels);
    } catch (error) {
      if (!(error instanceof PlanningFailed) || splits === 0) throw error;
      const [variable] = staysWhole(document) ? [] : conditionVariables(document);
      if (variable === undefined) throw error;
      const branch = (value: boolean) =>
        plan(decide(document, variable, value), operationName, labels, splits - 1).node;
      return {
        subscription: undefined,
        node: { kind: 'Condition', variable, ifTrue: branch(true), ifFalse: branch(false) },
      };
    }
  };
  return {
    plan: (document, operationName, labels) => plan(document, operationName, labels, MAX_SPLITS),
  };
}

/** The document as it is when `variable` has that value. */
function decide(document: DocumentNode, variable: string, value: boolean): DocumentNode {
  const decided: DocumentNode = visit(document, {
    Directive: (node) => {
      if (node.name.value !== 'skip' && node.name.value !== 'include') return undefined;
      const [condition] = node.arguments ?? [];
      if (condition?.value.kind !== Kind.VARIABLE) return undefined;
      if (condition.value.name.value !== variable) return undefined;
      return { ...node, arguments: [{ ...condition, value: { kind: Kind.BOOLEAN, value } }] };
    },
  });
  return withoutSwitchedOff(decided);
}

/**
 * A subscription's source is one fetch, whatever the variables. What cannot be planned with what it defers is planned
 * without deferring, which is cheaper than to try it many times.
 */
function staysWhole({ definitions }: DocumentNode): boolean {
  return definitions.some(
    (node) =>
      node.kind === Kind.OPERATION_DEFINITION &&
      (node.operation === OperationTypeNode.SUBSCRIPTION || defersSomething(node)),
  );
}
