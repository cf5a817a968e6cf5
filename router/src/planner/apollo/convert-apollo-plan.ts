import type {
  FetchNode as ApolloFetch,
  PlanNode as ApolloNode,
  SubscriptionNode as ApolloSubscription,
} from '@apollo/query-planner';
import { convertCall } from '../convert-call.js';
import type { FetchNode, PlanNode, QueryPlan } from '../plan.js';
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
      throw new PlanningFailed('A Defer node where none can be executed.');
    default:
      throw new PlanningFailed(`Unknown plan node ${JSON.stringify(node satisfies never)}.`);
  }
}

function convertFetch(node: ApolloFetch, types: TypeNames): FetchNode {
  if (node.contextRewrites && node.contextRewrites.length > 0) {
    throw new PlanningFailed('Arguments from a context (@fromContext) are not understood.');
  }
  const call = convertCall(node);
  return {
    ...call,
    kind: 'Fetch',
    rootKeys: rootKeys(call.document),
    entity: node.requires && {
      requires: convertApolloRequires(node.requires, types),
      inputRewrites: convertApolloRewrites(node.inputRewrites, types),
    },
    outputRewrites: convertApolloRewrites(node.outputRewrites, types),
  };
}
