import { type DocumentNode, GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { OperationInfo, RouterLimits, SubgraphExtensions } from '../config.js';
import { checkVariables } from '../edge/check-variables.js';
import { executeOperation } from '../execution/execute-operation.js';
import type { JsonObject } from '../execution/json.js';
import type { Operation } from '../execution/operation.js';
import { startRun } from '../execution/run.js';
import { coerceVariables } from '../execution/variables.js';
import { clientErrors } from '../observability/client-errors.js';
import type { RouterMetrics } from '../observability/metrics.js';
import { PlanningFailed } from '../planner/planner.js';
import { startDeadline } from '../support/deadline.js';
import type { OperationContext } from '../transport/transport.js';
import type { Graph } from './graph.js';
import type { SubgraphCaller } from './subgraph-caller.js';
import { SubscriptionStream } from './subscription-stream.js';
import { Subscriptions } from './subscriptions.js';

/** Who asks, and on which request; {@link OperationContext} without its signal. */
export type Caller = Omit<OperationContext, 'signal'>;

export interface EngineOptions {
  readonly caller: SubgraphCaller;
  readonly limits: RouterLimits;
  readonly metrics: RouterMetrics;
  readonly log: Logger;
  readonly stillAllowed: (principal: unknown) => boolean | Promise<boolean>;
  /** See `AuthenticationPort.audience`. */
  readonly audience: (principal: unknown) => string | undefined;
}

/** What a client gets; errors are already fit to be seen. No `data`: the request was refused. */
export interface ClientResult {
  data?: JsonObject | null;
  errors?: GraphQLError[];
}

/** A valid operation with good variables, or what is wrong with the request. */
export type Prepared =
  | {
      readonly ok: true;
      readonly graph: Graph;
      readonly operation: Operation;
      readonly variables: JsonObject;
    }
  | { readonly ok: false; readonly result: ClientResult };

export type Ready = Extract<Prepared, { ok: true }>;

/** Runs operations, however they came in. */
export class Engine {
  readonly #subscriptions = new Subscriptions();

  constructor(private readonly options: EngineOptions) {}

  /** Everything between a document's text and its execution. */
  prepare(
    graph: Graph,
    source: string | DocumentNode,
    operationName: string | undefined,
    variables: Readonly<JsonObject> | undefined,
    requestId: string,
  ): Prepared {
    try {
      const read =
        typeof source === 'string'
          ? graph.documents.read(source)
          : { ok: true as const, document: source };
      if (!read.ok) return this.#refuse(read.errors, requestId);
      const operation = graph.operation(read.document, operationName);
      if (operation instanceof GraphQLError) return this.#refuse([operation], requestId);
      const fault = checkVariables(variables, this.options.limits.depth);
      if (fault) return this.#refuse([fault], requestId);
      const coerced = coerceVariables(graph.schema, operation.definition, variables);
      if (!coerced.ok) return this.#refuse(coerced.errors, requestId);
      return { ok: true, graph, operation, variables: coerced.values };
    } catch (error) {
      if (error instanceof PlanningFailed) return this.#refuse([notPlannable(error)], requestId);
      return this.#refuse([unexpected(error)], requestId);
    }
  }

  /** A query or mutation. Gives up at the time limit, or when `signal` is aborted. */
  async execute(
    { graph, operation, variables }: Ready,
    caller: Caller,
    signal?: AbortSignal,
    subgraphExtensions: SubgraphExtensions[] = [],
  ): Promise<ClientResult> {
    const { metrics, limits, log } = this.options;
    const end = metrics.operations.startTimer({ kind: operation.kind });
    // What a mutation has begun is finished, whether its client waits or not.
    const follow = operation.kind === 'query' ? signal : undefined;
    const deadline = startDeadline(limits.operationTimeoutMs, follow);
    try {
      const context = { ...caller, signal: deadline.signal };
      const run = startRun(this.options.caller.call, context, variables, subgraphExtensions);
      const { data, errors } = await executeOperation(graph.schema, operation, run);
      end({ outcome: errors.length > 0 ? 'error' : 'ok' });
      if (errors.length === 0) return { data };
      return { data, errors: clientErrors(errors, caller.requestId, log) };
    } catch (error) {
      end({ outcome: 'fault' });
      return { data: null, errors: clientErrors([unexpected(error)], caller.requestId, log) };
    } finally {
      deadline.clear();
    }
  }

  /** A subscription; the stream starts at once. */
  subscribe({ graph, operation, variables }: Ready, caller: Caller): SubscriptionStream {
    const { caller: subgraphs, limits, stillAllowed, audience } = this.options;
    const source = operation.plan.subscription;
    if (!source) throw new TypeError('The operation is no subscription.');
    const { principal } = caller;
    const { eventQueue: queueCapacity, operationTimeoutMs: timeoutMs } = limits;
    const { call, open } = subgraphs;
    const options = { graph, operation, source, variables, context: caller, call, open };
    const events = this.#subscriptions.events(
      { ...options, queueCapacity, timeoutMs },
      principal === null ? null : audience(principal),
    );
    return new SubscriptionStream({
      follow: (follower) => events.follow(follower),
      stillAllowed: () => principal === null || stillAllowed(principal),
      queueCapacity,
    });
  }

  #refuse(errors: readonly GraphQLError[], requestId: string): Prepared {
    return { ok: false, result: { errors: clientErrors(errors, requestId, this.options.log) } };
  }
}

export function operationInfo({ name, kind }: Operation): OperationInfo {
  return { name, kind: kind as OperationInfo['kind'] };
}

/** Not the client's fault, but by asking otherwise it may get its answer. */
function notPlannable(originalError: PlanningFailed): GraphQLError {
  return new GraphQLError(
    'No plan serves this operation as a whole. Ask for its parts in separate operations.',
    { originalError, extensions: { code: 'QUERY_PLANNING_FAILED' } },
  );
}

function unexpected(error: unknown): GraphQLError {
  const originalError = error instanceof Error ? error : new TypeError(String(error));
  return new GraphQLError(originalError.message, { originalError });
}
