import { OperationTypeNode, parse } from 'graphql';
import type { SubgraphCall } from './plan.js';

/** How both planners write down a call. */
export interface PlannedCall {
  readonly serviceName: string;
  readonly operation: string;
  readonly operationName?: string | undefined;
  readonly operationKind?: string | null | undefined;
  readonly variableUsages?: readonly string[] | null | undefined;
}

/** A planner's call in the router's own terms, its operation parsed. */
export function convertCall(node: PlannedCall): SubgraphCall {
  return {
    subgraph: node.serviceName,
    operationKind: (node.operationKind ?? OperationTypeNode.QUERY) as OperationTypeNode,
    operationName: node.operationName,
    query: node.operation,
    document: parse(node.operation, { noLocation: true }),
    variableUsages: node.variableUsages ?? [],
  };
}
