import { print } from 'graphql';
import { clientLabel } from '../defer/labels.js';
import type { CallOutcome, CallRecord } from '../observability/operation-record.js';
import type {
  DeferredNode,
  EntityFetch,
  PathSegment,
  PlanNode,
  QueryPlan,
  RequiredSelection,
  SubgraphCall,
} from '../planner/plan.js';
import { countRepresentations } from '../transport/count-representations.js';
import type {
  ExplainedFetch,
  ExplainedMeasures,
  ExplainedNode,
  ExplainedPart,
} from './query-plan.types.js';

/** What of a fetch node concerns entities. */
interface EntityParts {
  readonly paths: readonly (readonly PathSegment[])[];
  readonly entities: readonly EntityFetch[];
}

/** A plan as it is shown, with what its calls took; `undefined`: there is nothing to fetch. */
export function explainNodes(
  { subscription, node }: QueryPlan,
  calls: readonly CallRecord[],
): ExplainedNode | undefined {
  const rest = node && explain(node, calls);
  if (!subscription) return rest;
  const primary = explainFetch(subscription, calls);
  return { kind: 'Subscription', primary, ...(rest && { rest }) };
}

function explain(node: PlanNode, calls: readonly CallRecord[]): ExplainedNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind, nodes: node.nodes.map((child) => explain(child, calls)) };
    case 'Condition': {
      const { kind, variable } = node;
      const ifTrue = node.ifTrue && explain(node.ifTrue, calls);
      const ifFalse = node.ifFalse && explain(node.ifFalse, calls);
      return { kind, variable, ...(ifTrue && { ifTrue }), ...(ifFalse && { ifFalse }) };
    }
    case 'Defer': {
      const primary = node.primary && explain(node.primary, calls);
      const deferred = node.deferred.map((part) => explainPart(part, calls));
      return { kind: 'Defer', ...(primary && { primary }), deferred };
    }
    case 'Fetch':
      return explainFetch(node, calls);
    case 'Flatten': {
      const { entity } = node.node;
      const entities = entity ? [entity] : [];
      return explainFetch(node.node, calls, { paths: [node.path], entities });
    }
    case 'BatchFetch':
      return explainFetch(node, calls, {
        paths: node.entities.flatMap(({ paths }) => paths),
        entities: node.entities,
      });
    default:
      return node satisfies never;
  }
}

function explainPart({ label, node }: DeferredNode, calls: readonly CallRecord[]): ExplainedPart {
  const given = clientLabel(label);
  return {
    ...(given !== undefined && { label: given }),
    ...(node && { node: explain(node, calls) }),
  };
}

function explainFetch(
  call: SubgraphCall,
  calls: readonly CallRecord[],
  parts?: EntityParts,
): ExplainedFetch {
  const { subgraph, operationKind, document } = call;
  // A plan's document is one object for its whole life: by it a call is known for the node's.
  const made = calls.filter(({ request }) => request.document === document);
  return {
    kind: 'Fetch',
    subgraph,
    operationKind,
    operation: print(document),
    ...(parts && {
      paths: parts.paths.map(pathText),
      requires: parts.entities.map(({ requires }) => selectionText(requires)),
    }),
    ...(made.length > 0 && { measured: measure(made) }),
  };
}

function measure(calls: readonly CallRecord[]): ExplainedMeasures {
  const sum = (of: (call: CallRecord) => number): number =>
    calls.reduce((total, call) => total + of(call), 0);
  const sentBytes = sum(({ request }) => request.traffic?.sentBytes ?? 0);
  const receivedBytes = sum(({ request }) => request.traffic?.receivedBytes ?? 0);
  const status = calls.at(-1)?.request.traffic?.status;
  return {
    calls: calls.length,
    startMs: rounded(Math.max(0, Math.min(...calls.map(({ startMs }) => startMs)))),
    ms: rounded(sum(({ ms }) => ms)),
    ...(calls[0]?.request.entityVariables && {
      representations: sum(({ request }) => countRepresentations(request)),
    }),
    ...(sentBytes > 0 && { sentBytes, receivedBytes }),
    ...(status !== undefined && { status }),
    outcome: WORST_FIRST.find((word) => calls.some(({ outcome }) => outcome === word)) ?? 'ok',
  };
}

const WORST_FIRST: readonly CallOutcome[] = ['unavailable', 'error', 'ok'];

/** Microseconds are as fine as it gets. */
export function rounded(ms: number): number {
  return Math.round(ms * 1_000) / 1_000;
}

function pathText(path: readonly PathSegment[]): string {
  return path
    .map((segment) => {
      if (segment.kind === 'field') return segment.key;
      return segment.kind === 'items' ? '@' : `[${[...segment.names].join('|')}]`;
    })
    .join('.');
}

function selectionText(selections: readonly RequiredSelection[]): string {
  const parts = selections.map((selection) => {
    if (selection.kind === 'fragment') {
      const names = [...selection.types].join('|');
      return `... on ${names} ${selectionText(selection.selections)}`;
    }
    const name =
      selection.from === selection.to ? selection.to : `${selection.from}: ${selection.to}`;
    return selection.selections ? `${name} ${selectionText(selection.selections)}` : name;
  });
  return `{ ${parts.join(' ')} }`;
}
