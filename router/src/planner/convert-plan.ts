import type {
  BatchFetchNode as NativeBatchFetch,
  FetchNode as NativeFetch,
  PlanNode as NativeNode,
} from '@graphql-hive/router-query-planner';
import { convertCall } from './convert-call.js';
import { convertPath, convertRequires, convertRewrites } from './convert-selections.js';
import type { BatchFetchNode, FetchNode, PlanNode, QueryPlan } from './plan.js';
import { PlanningFailed } from './planner.js';
import { rootKeys } from './root-keys.js';
import type { TypeNames } from './type-names.js';

/** Translates the native planner's plan; refuses what the executor does not know. */
export function convertPlan(node: NativeNode | undefined | null, types: TypeNames): QueryPlan {
  if (!node) return { subscription: undefined, node: undefined };
  if (node.kind === 'Subscription') {
    return { subscription: convertFetch(node.primary, types), node: undefined };
  }
  const [first, ...rest] = node.kind === 'Sequence' ? node.nodes : [];
  if (first?.kind === 'Subscription') {
    return {
      subscription: convertFetch(first.primary, types),
      node: { kind: 'Sequence', nodes: rest.map((child) => convertNode(child, types)) },
    };
  }
  return { subscription: undefined, node: convertNode(node, types) };
}

function convertNode(node: NativeNode, types: TypeNames): PlanNode {
  switch (node.kind) {
    case 'Fetch':
      return convertFetch(node, types);
    case 'BatchFetch':
      return convertBatch(node, types);
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind, nodes: node.nodes.map((child) => convertNode(child, types)) };
    case 'Flatten': {
      const child = convertNode(node.node, types);
      if (child.kind !== 'Fetch') throw new PlanningFailed(`A ${child.kind} inside a Flatten.`);
      return { kind: 'Flatten', path: convertPath(node.path, types), node: child };
    }
    case 'Condition':
      return {
        kind: 'Condition',
        variable: node.condition,
        // The native planner writes null for a branch that is not there.
        ifTrue: node.ifClause ? convertNode(node.ifClause, types) : undefined,
        ifFalse: node.elseClause ? convertNode(node.elseClause, types) : undefined,
      };
    case 'Subscription':
    case 'Defer':
      throw new PlanningFailed(`A ${node.kind} node where none can be executed.`);
    default:
      return unreachable(node);
  }
}

function convertFetch(node: NativeFetch, types: TypeNames): FetchNode {
  const call = convertCall(node);
  return {
    ...call,
    kind: 'Fetch',
    rootKeys: rootKeys(call.document),
    ...(types.interfaceObjects.size > 0 && { vagueNames: types.interfaceObjects }),
    entity: node.requires && {
      requires: convertRequires(node.requires, types),
      inputRewrites: convertRewrites(node.inputRewrites, types),
    },
    outputRewrites: convertRewrites(node.outputRewrites, types),
  };
}

function convertBatch(node: NativeBatchFetch, types: TypeNames): BatchFetchNode {
  return {
    ...convertCall(node),
    kind: 'BatchFetch',
    entities: node.entityBatch.aliases.map((entity) => ({
      alias: entity.alias,
      variable: entity.representationsVariableName,
      paths: entity.paths.map((path) => convertPath(path, types)),
      requires: convertRequires(entity.requires, types),
      inputRewrites: convertRewrites(entity.inputRewrites, types),
      outputRewrites: convertRewrites(entity.outputRewrites, types),
    })),
  };
}

function unreachable(node: never): never {
  throw new PlanningFailed(`Unknown plan node ${JSON.stringify(node)}.`);
}
