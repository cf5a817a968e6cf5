import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { variantFor } from '../contracts/choose-contract.js';
import type { ContractsConfig } from '../contracts/contract-config.js';
import { checkVariables } from '../edge/check-variables.js';
import { documentHash } from '../edge/document-hash.js';
import { introspectionDisabled } from '../edge/introspection-policy.js';
import { operationSize } from '../edge/operation-size.js';
import { objects } from '../execution/format.js';
import type { JsonObject } from '../execution/json.js';
import { jsonText } from '../execution/json-text.js';
import { coerceVariables } from '../execution/variables.js';
import type { InFlight } from '../in-flight/in-flight.js';
import { clientErrors } from '../observability/client-errors.js';
import type { RouterMetrics } from '../observability/metrics.js';
import type { LabelDecision } from '../override/active-labels.js';
import { PlanningFailed } from '../planner/planner.js';
import type { Caller, ClientPart, ClientResult, Refusal, SubgraphExtensions } from '../plugin.js';
import { unexpected } from '../support/unexpected.js';
import { AnswerText } from './answer-text.js';
import { executeInParts } from './execute-in-parts.js';
import { type Executed, executeReady } from './execute-ready.js';
import { notPlannable } from './failures.js';
import type { Graph } from './graph.js';
import type { Hooks } from './hooks.js';
import type { OperationRequest } from './operation-request.js';
import { permittedOperation } from './permitted-operation.js';
import type { Prepared, Ready } from './prepared.js';
import { readDocument } from './read-document.js';
import type { SubscriptionStream } from './subscription-stream.js';
import { Subscriptions, type SubscriptionsOptions } from './subscriptions.js';
import { type ToldErrors, toldErrors } from './told-errors.js';

export interface EngineOptions extends SubscriptionsOptions {
  readonly metrics: RouterMetrics;
  readonly log: Logger;
  readonly hooks: Hooks;
  /** May this caller ask for the schema? */
  readonly introspection: (caller: Caller) => boolean | Promise<boolean>;
  readonly suggestions: boolean;
  readonly chooseContract: ContractsConfig['choose'];
  /** Is it to be known how long answers hold? */
  readonly tellsPolicies?: boolean;
  /** Absent: each operation is executed by itself. */
  readonly inFlight?: InFlight | undefined;
  readonly decideLabels: LabelDecision;
}

/** Runs operations, however they came in. */
export class Engine {
  readonly #subscriptions: Subscriptions;
  /** Are equal queries executed once? Then they are by {@link executeToText}. */
  readonly deduplicates: boolean;

  constructor(private readonly options: EngineOptions) {
    this.#subscriptions = new Subscriptions(options);
    this.deduplicates = options.inFlight !== undefined;
  }

  /** Everything between a document's text and its execution: reading, checking, the plugins' word, planning. */
  async prepare(whole: Graph, request: OperationRequest): Promise<Prepared> {
    const { caller, transport, operationName } = request;
    const refuse = (errors: readonly GraphQLError[], how?: Omit<Refusal, 'errors'>): Prepared => ({
      ok: false,
      result: { errors: clientErrors(errors, caller.requestId, this.options.log) },
      ...how,
    });
    try {
      const { chooseContract, limits, suggestions, introspection } = this.options;
      const graph = await variantFor(whole, chooseContract, request);
      const read = await readDocument(graph, request);
      if (!read.ok) return refuse(read.errors, read);
      const definition = graph.definition(read.document, operationName);
      if (definition instanceof GraphQLError) return refuse([definition]);
      const size = operationSize(read.document, definition);
      if (size.introspects && !(await introspection(caller))) {
        return refuse([introspectionDisabled()], { status: 400 });
      }
      const fault = checkVariables(request.variables, limits);
      if (fault) return refuse([fault], { status: 400 });
      const coerced = coerceVariables(graph.schema, definition, request.variables, suggestions);
      if (!coerced.ok) return refuse(coerced.errors);
      const { values: variables } = coerced;
      const { onOperation, onPlan } = this.options.hooks;
      const { document, trusted } = read;
      const { schema, supergraph, contract } = graph;
      const info = { name: definition.name?.value, kind: definition.operation };
      caller.record?.recognise(info, documentHash(read.document, read.text));
      const extensions = request.extensions ?? {};
      const asked = { operation: info, document, definition, variables, extensions };
      const event = { ...asked, trusted, schema, supergraph, contract, caller, transport };
      for (const hook of onOperation) {
        const refusal = await hook(event);
        if (refusal) return refuse(refusal.errors, { status: 400, ...refusal });
      }
      const seen = { document, definition, variables, caller };
      const how = { ...this.options, inParts: request.inParts ?? false };
      const operation = await permittedOperation(graph, seen, how);
      if ('errors' in operation) return refuse(operation.errors, operation);
      const isChosen = chooseContract !== undefined && whole.contract === undefined;
      const isForCaller = isChosen || (graph.access?.concerns(seen) ?? false);
      const asPrepared = { operation, variables, caller, transport, request, document };
      const ready = { ok: true, graph, ...asPrepared, isForCaller } as const;
      for (const hook of onPlan) {
        const answer = await hook({ ...event, plan: operation.plan });
        if (answer) return { ...ready, answer };
      }
      return ready;
    } catch (error) {
      return refuse([error instanceof PlanningFailed ? notPlannable(error) : unexpected(error)]);
    }
  }

  /** A query or mutation. Gives up at the time limit, or when `signal` is aborted. */
  async execute(
    ready: Ready,
    signal?: AbortSignal,
    subgraphExtensions: SubgraphExtensions[] = [],
  ): Promise<ClientResult> {
    const executed = await executeReady(this.options, ready, objects, signal);
    const { data, ...told } = this.#tell(ready, executed, subgraphExtensions);
    return { data: data as JsonObject | null, ...told };
  }

  /** The same with its data as JSON text, written without building the objects in between; equal queries may share it. */
  async executeToText(
    ready: Ready,
    signal?: AbortSignal,
    subgraphExtensions: SubgraphExtensions[] = [],
  ): Promise<{ readonly data: AnswerText } & ToldErrors> {
    const { inFlight } = this.options;
    const run = async (until?: AbortSignal): Promise<Executed<AnswerText>> => {
      const executed = await executeReady(this.options, ready, jsonText, until);
      return { ...executed, data: new AnswerText(executed.data, executed.policy) };
    };
    const executed = await (inFlight ? inFlight.execute(ready, signal, run) : run(signal));
    return this.#tell(ready, executed, subgraphExtensions);
  }

  /** An operation that defers something, part by part. Gives up like {@link execute}, and when it is returned. */
  executeInParts(
    ready: Ready,
    signal?: AbortSignal,
    subgraphExtensions: SubgraphExtensions[] = [],
  ): AsyncIterableIterator<ClientPart> {
    return executeInParts(this.options, { ready, signal, subgraphExtensions });
  }

  /** A subscription; the stream starts at once. */
  subscribe(ready: Ready): SubscriptionStream {
    const { graph, request } = ready;
    // Whoever began in a contract stays in it.
    const contract = graph.contract ?? request.contract;
    return this.#subscriptions.subscribe(ready, (whole) =>
      this.prepare(whole, { ...request, contract }),
    );
  }

  /** Another graph is in force: subscriptions that are valid there go on with it, the others end with a last word. */
  moveSubscriptions(graph: Graph): Promise<void> {
    return this.#subscriptions.moveTo(graph);
  }

  #tell<Out>(
    { graph, caller }: Ready,
    { data, errors, subgraphExtensions: said }: Executed<Out>,
    subgraphExtensions: SubgraphExtensions[],
  ): { data: Out } & ToldErrors {
    subgraphExtensions.push(...said);
    return { data, ...toldErrors(errors, graph, caller.requestId, this.options.log) };
  }
}
