import type { PlanNode } from '../planner/plan.js';
import { fetchBatch, fetchEntities } from './fetch-entities.js';
import { fetchRoot } from './fetch-root.js';
import type { Run } from './run.js';

/** Runs a plan into `run.data` and `run.errors`. Failures of subgraphs are errors, not rejections. */
export async function executeNode(node: PlanNode, run: Run): Promise<void> {
  switch (node.kind) {
    case 'Sequence':
      for (const child of node.nodes) await executeNode(child, run);
      return;
    case 'Parallel':
      return executeParallel(node.nodes, run);
    case 'Fetch':
      await fetchRoot(node, run);
      run.deferral?.arrived(node);
      return;
    case 'Flatten':
      await fetchEntities(node, run);
      run.deferral?.arrived(node.node);
      return;
    case 'BatchFetch':
      return fetchBatch(node, run);
    case 'Condition': {
      const branch = run.variables[node.variable] === true ? node.ifTrue : node.ifFalse;
      return branch && executeNode(branch, run);
    }
    case 'Defer':
      if (!run.deferral)
        throw new TypeError('A plan that defers is run where nothing can come later.');
      return run.deferral.open(node, run, executeNode);
    default:
      return node satisfies never;
  }
}

/**
 * The planner lets the reads that complete one mutation field run beside the next mutation field.
 * GraphQL wants fields of a mutation one after the other, each complete: reads go first.
 */
async function executeParallel(nodes: readonly PlanNode[], run: Run): Promise<void> {
  const mutations = nodes.filter(isMutation);
  const reads = mutations.length === 0 ? nodes : nodes.filter((node) => !isMutation(node));
  await Promise.all(reads.map((node) => executeNode(node, run)));
  for (const mutation of mutations) await executeNode(mutation, run);
}

function isMutation(node: PlanNode): boolean {
  switch (node.kind) {
    case 'Fetch':
      return node.operationKind === 'mutation';
    case 'Sequence':
    case 'Parallel':
      return node.nodes.some(isMutation);
    case 'Condition':
      return [node.ifTrue, node.ifFalse].some((branch) => branch && isMutation(branch));
    case 'Defer':
      return node.primary !== undefined && isMutation(node.primary);
    case 'Flatten':
    case 'BatchFetch':
      return false;
    default:
      return node satisfies never;
  }
}
