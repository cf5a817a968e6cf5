import { GraphQLError } from 'graphql';
import { executeOperation, type OperationResult } from '../execution/execute-operation.js';
import { absorbRoot, usedVariables } from '../execution/fetch-root.js';
import type { JsonObject } from '../execution/json.js';
import type { Operation } from '../execution/operation.js';
import { type CallSubgraph, startRun } from '../execution/run.js';
import { callFailed } from '../execution/subgraph-errors.js';
import type { FetchNode } from '../planner/plan.js';
import { startDeadline } from '../support/deadline.js';
import type { OperationContext, SubgraphResult } from '../transport/transport.js';
import { EventQueue } from './event-queue.js';
import type { Graph } from './graph.js';

/** Opens the stream of events that a subscription's plan starts with. */
export type OpenEvents = (
  node: FetchNode,
  variables: JsonObject,
  context: OperationContext,
) => Promise<AsyncIterable<SubgraphResult>>;

export interface SubscriptionOptions {
  readonly graph: Graph;
  readonly operation: Operation;
  readonly source: FetchNode;
  readonly variables: JsonObject;
  /** The context of each hop, for as long as the subscription lives. */
  readonly context: Omit<OperationContext, 'signal'>;
  readonly call: CallSubgraph;
  readonly open: OpenEvents;
  /** May the caller still see events? Asked before each one. */
  readonly stillAllowed: () => boolean | Promise<boolean>;
  readonly queueCapacity: number;
  readonly timeoutMs: number;
}

/**
 * A subscription on its way to one client. Events are taken from the subgraph as they come, wait
 * in a bounded queue, and are completed from other subgraphs one after the other, in order.
 */
export class SubscriptionStream implements AsyncIterableIterator<OperationResult> {
  readonly #queue: EventQueue<SubgraphResult>;
  readonly #abort = new AbortController();
  #final: OperationResult | undefined;
  #ended = false;

  constructor(private readonly options: SubscriptionOptions) {
    this.#queue = new EventQueue(options.queueCapacity);
    void this.#pump();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<OperationResult, undefined>> {
    const event = await this.#queue.next();
    if (event === undefined) return this.#finish();
    if (!(await this.options.stillAllowed())) {
      this.end(sessionExpired());
      return this.#finish();
    }
    const value = await this.#complete(event);
    return this.#ended ? this.#finish() : { done: false, value };
  }

  async return(): Promise<IteratorResult<OperationResult, undefined>> {
    this.end();
    this.#final = undefined;
    return { done: true, value: undefined };
  }

  /** Ends the stream now, with `error` as its last word where there is one. */
  end(error?: GraphQLError): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#final = error && { data: null, errors: [error] };
    this.#queue.end(true);
    this.#abort.abort();
  }

  #finish(): IteratorResult<OperationResult, undefined> {
    const value = this.#final;
    this.#final = undefined;
    this.#ended = true;
    return value ? { done: false, value } : { done: true, value: undefined };
  }

  async #pump(): Promise<void> {
    const { source, open, variables } = this.options;
    try {
      const context = { ...this.options.context, signal: this.#abort.signal };
      const used = usedVariables(source, { variables });
      const events = (await open(source, used, context))[Symbol.asyncIterator]();
      // A generator that waits for its next event answers `return` only afterwards: nobody waits.
      this.#abort.signal.addEventListener('abort', () => void settle(events.return?.()));
      while (!this.#ended) {
        const event = await events.next();
        if (event.done) break;
        if (!this.#queue.push(event.value)) return this.end(overflow());
      }
    } catch (failure) {
      this.#fail(failure);
    }
    this.#queue.end();
  }

  /** The source failed: events that arrived before are delivered first, then the error. */
  #fail(failure: unknown): void {
    if (this.#ended) return;
    const [error] = callFailed(this.options.source.subgraph, failure, []);
    if (error) this.#final = { data: null, errors: [error] };
  }

  async #complete(event: SubgraphResult): Promise<OperationResult> {
    const { call, source, variables, graph, operation, timeoutMs } = this.options;
    const deadline = startDeadline(timeoutMs, this.#abort.signal);
    try {
      const context = { ...this.options.context, signal: deadline.signal };
      const run = startRun(call, context, variables);
      absorbRoot(source, event, run);
      return await executeOperation(graph.schema, operation, run);
    } finally {
      deadline.clear();
    }
  }
}

async function settle(pending: Promise<unknown> | undefined): Promise<void> {
  // The consumer is gone; how the source takes its leave concerns nobody.
  await pending?.catch(() => undefined);
}

export function sessionExpired(): GraphQLError {
  return new GraphQLError('The session has ended. Sign in again.', {
    extensions: { code: 'SESSION_EXPIRED' },
  });
}

function overflow(): GraphQLError {
  return new GraphQLError(
    'The client reads too slowly: events were waiting beyond the limit. Subscribe again and resume after the last event received.',
    { extensions: { code: 'SUBSCRIPTION_OVERFLOW' } },
  );
}
