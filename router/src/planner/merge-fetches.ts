import type { BatchFetchNode, FlattenNode, PlanNode } from './plan.js';

/**
 * Makes one call of entity fetches that run side by side and ask one subgraph the same: a planner writes one for each
 * place of the operation, and the entities are often the same ones too.
 */
export function mergeEqualFetches(node: PlanNode): PlanNode {
  switch (node.kind) {
    case 'Sequence':
      return { ...node, nodes: node.nodes.map(mergeEqualFetches) };
    case 'Parallel':
      return { ...node, nodes: mergeSiblings(node.nodes.map(mergeEqualFetches)) };
    case 'Condition': {
      const { ifTrue, ifFalse } = node;
      return {
        ...node,
        ifTrue: ifTrue && mergeEqualFetches(ifTrue),
        ifFalse: ifFalse && mergeEqualFetches(ifFalse),
      };
    }
    case 'Defer': {
      const { primary, deferred } = node;
      return {
        ...node,
        primary: primary && mergeEqualFetches(primary),
        deferred: deferred.map((each) => ({
          ...each,
          node: each.node && mergeEqualFetches(each.node),
        })),
      };
    }
    case 'Fetch':
    case 'Flatten':
    case 'BatchFetch':
      return node;
    default:
      return node satisfies never;
  }
}

function mergeSiblings(nodes: readonly PlanNode[]): PlanNode[] {
  const equal = Map.groupBy(nodes, (node) => (node.kind === 'Flatten' ? questionOf(node) : node));
  return [...equal.values()].flatMap((siblings) => {
    const flattens = siblings.filter((node) => node.kind === 'Flatten');
    return flattens.length > 1 ? [merge(flattens)] : siblings;
  });
}

/** What a fetch asks and what is done with the answer, whatever for; equal for those that may be one. */
function questionOf({ node }: FlattenNode): string {
  const { id, subgraph, query, operationName, entity, outputRewrites } = node;
  // Nobody waits for a part of a merged call: a fetch that has an id stays by itself.
  return JSON.stringify(
    [id, subgraph, query, operationName, entity, outputRewrites],
    (_key, value) => (value instanceof Set ? [...value].sort() : value),
  );
}

function merge(flattens: readonly FlattenNode[]): PlanNode {
  const [first] = flattens;
  const entity = first?.node.entity;
  if (!first || !entity) return { kind: 'Parallel', nodes: flattens };
  const {
    subgraph,
    operationKind,
    operationName,
    query,
    document,
    variableUsages,
    outputRewrites,
  } = first.node;
  const call = { subgraph, operationKind, operationName, query, document, variableUsages };
  const paths = flattens.map(({ path }) => path);
  const entities = {
    ...entity,
    alias: '_entities',
    variable: 'representations',
    paths,
    outputRewrites,
  };
  return { ...call, kind: 'BatchFetch', entities: [entities] } satisfies BatchFetchNode;
}
