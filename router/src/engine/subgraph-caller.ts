import type { CallSubgraph } from '../execution/run.js';
import type { RouterMetrics } from '../observability/metrics.js';
import type { BatchFetchNode, FetchNode } from '../planner/plan.js';
import { orAborted } from '../transport/or-aborted.js';
import {
  type OperationContext,
  type SubgraphRequest,
  type SubgraphResult,
  type SubgraphTransport,
  SubgraphUnavailable,
} from '../transport/transport.js';
import type { Hooks } from './hooks.js';
import type { OpenEvents } from './upstream.js';

export interface SubgraphCaller {
  readonly call: CallSubgraph;
  readonly open: OpenEvents;
}

/** Sends a plan's calls through the transports: bounded by the operation's signal, and measured. */
export function subgraphCaller(
  transports: { get(name: string): SubgraphTransport | undefined },
  metrics: RouterMetrics,
  {
    onSubgraphRequest,
    onSubgraphResponse,
  }: Pick<Hooks, 'onSubgraphRequest' | 'onSubgraphResponse'>,
): SubgraphCaller {
  const transportOf = (name: string): SubgraphTransport => {
    const transport = transports.get(name);
    if (!transport) throw new SubgraphUnavailable(name, 'no transport is configured');
    return transport;
  };
  return {
    async call(call, variables, context, variablesText) {
      const request = requestOf(call, variables, variablesText);
      for (const hook of onSubgraphRequest) {
        const answer = await hook({ request, context });
        if (answer) return answer;
      }
      const labels = { subgraph: call.subgraph, kind: call.operationKind };
      const end = metrics.subgraphs.startTimer(labels);
      let result: SubgraphResult | undefined;
      let failure: unknown;
      try {
        result = await ask(transportOf(call.subgraph), request, context);
      } catch (reason) {
        failure = reason;
      }
      const outcome = !result ? 'unavailable' : result.errors?.length ? 'error' : 'ok';
      const ms = end({ outcome }) * 1000;
      const { record } = context;
      record?.calls.push({ request, startMs: record.elapsed() - ms, ms, outcome });
      for (const hook of onSubgraphResponse) await hook({ request, context, result, failure, ms });
      if (!result) throw failure;
      return result;
    },
    async open(call, variables, context: OperationContext) {
      return transportOf(call.subgraph).subscribe(requestOf(call, variables), context);
    },
  };
}

function requestOf(
  call: FetchNode | BatchFetchNode,
  variables: Record<string, unknown>,
  variablesText?: string,
): SubgraphRequest {
  const { subgraph, operationKind, operationName, query, document } = call;
  const traffic = { sentBytes: 0, receivedBytes: 0 };
  const asked = { subgraph, operationKind, operationName, query, document };
  const entityVariables = entityVariablesOf(call);
  return { ...asked, variables, variablesText, entityVariables, traffic };
}

const REPRESENTATIONS = ['representations'];

function entityVariablesOf(call: FetchNode | BatchFetchNode): readonly string[] | undefined {
  if (call.kind === 'BatchFetch') return call.entities.map(({ variable }) => variable);
  return call.entity && REPRESENTATIONS;
}

function ask(
  transport: SubgraphTransport,
  request: SubgraphRequest,
  context: OperationContext,
): Promise<SubgraphResult> {
  if (transport.heedsSignal) return transport.execute(request, context);
  return orAborted(request.subgraph, () => transport.execute(request, context), context.signal);
}
