import type {
  DeferredNode as ApolloDeferred,
  FetchNode as ApolloFetch,
  PlanNode as ApolloNode,
  SubscriptionNode as ApolloSubscription,
} from '@apollo/query-planner';
import { convertCall } from '../convert-call.js';
import type { DeferredNode, FetchNode, PlanNode, QueryPlan } from '../plan.js';
import { PlanningFailed } from '../planner.js';
import { rootKeys } from '../root-keys.js';
import type { TypeNames } from '../type-names.js';
import {
  convertApolloPath,
  convertApolloRequires,
  convertApolloRewrites,
} from './convert-apollo-selections.js';

/** Translates a plan of Apollo's planner; refuses what the executor does not know. */
export function convertApolloPlan(
  node: ApolloNode | ApolloSubscription | undefined,
  types: TypeNames,
): QueryPlan {
  if (!node) return { subscription: undefined, node: undefined };
  if (node.kind !== 'Subscription') {
    return { subscription: undefined, node: convertNode(node, types) };
  }
  return {
    subscription: convertFetch(node.primary, types),
    node: node.rest && convertNode(node.rest, types),
  };
}

function convertNode(node: ApolloNode, types: TypeNames): PlanNode {
  switch (node.kind) {
    case 'Fetch':
      return convertFetch(node, types);
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind, nodes: node.nodes.map((child) => convertNode(child, types)) };
    case 'Flatten': {
      const child = convertNode(node.node, types);
      if (child.kind !== 'Fetch') throw new PlanningFailed(`A ${child.kind} inside a Flatten.`);
      // Deferred root fields are planned as a fragment on the root.
      if (!child.entity && node.path.length === 0) return child;
      // The root type met again below a field: `{ node { query { … } } }`.
      if (!child.entity) throw new PlanningFailed('A fetch of root fields inside a Flatten.');
      return { kind: 'Flatten', path: convertApolloPath(node.path, types), node: child };
    }
    case 'Condition':
      return {
        kind: 'Condition',
        variable: node.condition,
        ifTrue: node.ifClause && convertNode(node.ifClause, types),
        ifFalse: node.elseClause && convertNode(node.elseClause, types),
      };
    case 'Defer':
      return {
        kind: 'Defer',
        primary: node.primary.node && convertNode(node.primary.node, types),
        deferred: node.deferred.map((deferred) => convertDeferred(deferred, types)),
      };
    default:
      throw new PlanningFailed(`Unknown plan node ${JSON.stringify(node satisfies never)}.`);
  }
}

function convertDeferred({ label, depends, node }: ApolloDeferred, types: TypeNames): DeferredNode {
  // The router labels every fragment that it defers.
  if (label === undefined) throw new PlanningFailed('A deferred part without a label.');
  return {
    label,
    depends: depends.map(({ id }) => id),
    node: node && convertNode(node, types),
  };
}

function convertFetch(node: ApolloFetch, types: TypeNames): FetchNode {
  if (node.contextRewrites && node.contextRewrites.length > 0) {
    throw new PlanningFailed('Arguments from a context (@fromContext) are not understood.');
  }
  const call = convertCall(node);
  return {
    ...call,
    kind: 'Fetch',
    ...(node.id !== undefined && { id: node.id }),
    rootKeys: rootKeys(call.document),
    ...(types.interfaceObjects.size > 0 && { vagueNames: types.interfaceObjects }),
    entity: node.requires && {
      requires: convertApolloRequires(node.requires, types),
      inputRewrites: convertApolloRewrites(node.inputRewrites, types),
    },
    outputRewrites: convertApolloRewrites(node.outputRewrites, types),
  };
}
