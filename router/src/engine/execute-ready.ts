import type { GraphQLError } from 'graphql';
import { answerPolicy } from '../cache-hints/answer-policy.js';
import type { CachePolicy } from '../cache-hints/cache-policy.js';
import type { RouterLimits } from '../config.js';
import { answerOperation } from '../execution/execute-operation.js';
import type { Format } from '../execution/format.js';
import { startRun } from '../execution/run.js';
import type { RouterMetrics } from '../observability/metrics.js';
import type { SubgraphExtensions } from '../plugin.js';
import { startDeadline } from '../support/deadline.js';
import { unexpected } from '../support/unexpected.js';
import type { Hooks } from './hooks.js';
import type { Ready } from './prepared.js';
import type { SubgraphCaller } from './subgraph-caller.js';

/** What an execution came to, before one client is told: errors still carry their causes. */
export interface Executed<Out> {
  readonly data: Out;
  readonly errors: readonly GraphQLError[];
  /** See `ResponseEvent.subgraphExtensions`. */
  readonly subgraphExtensions: readonly SubgraphExtensions[];
  /** For how long and for whom it holds; `undefined`: it is not to be kept, or nobody wants to know. */
  readonly policy: CachePolicy | undefined;
}

interface Surroundings {
  readonly caller: SubgraphCaller;
  readonly limits: RouterLimits;
  readonly metrics: RouterMetrics;
  readonly hooks: Hooks;
  readonly tellsPolicies?: boolean;
}

/** Executes a query or mutation. Gives up at the time limit; a query also when `signal` is aborted. */
export async function executeReady<Out>(
  { caller: { call }, limits, metrics, hooks, tellsPolicies = false }: Surroundings,
  ready: Ready,
  format: Format<Out>,
  signal: AbortSignal | undefined,
): Promise<Executed<Out>> {
  const began = performance.now();
  const { graph, operation, variables, caller } = ready;
  const end = metrics.operations.startTimer({ kind: operation.kind });
  // What a mutation has begun is finished, whether its client waits or not.
  const follow = operation.kind === 'query' ? signal : undefined;
  const deadline = startDeadline(limits.operationTimeoutMs, follow);
  const running = { kind: operation.kind, supergraph: graph.supergraph };
  const context = { ...caller, operation: running, signal: deadline.signal };
  const run = startRun(call, context, variables);
  const { errors, subgraphExtensions } = run;
  try {
    const data = await answerOperation(graph.schema, operation, run, format);
    end({ outcome: errors.length > 0 ? 'error' : 'ok' });
    const isHeard = hooks.onResponse.length > 0;
    const policy = tellsPolicies ? answerPolicy(ready, run, isHeard) : undefined;
    return { data, errors, subgraphExtensions, policy };
  } catch (error) {
    end({ outcome: 'fault' });
    const fault = [unexpected(error)];
    return { data: format.nothing, errors: fault, subgraphExtensions, policy: undefined };
  } finally {
    deadline.clear();
    if (caller.record) caller.record.executeMs = performance.now() - began;
  }
}
