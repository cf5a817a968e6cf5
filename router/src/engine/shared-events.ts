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

export interface SharedEventsOptions {
  readonly graph: Graph;
  readonly operation: Operation;
  readonly source: FetchNode;
  readonly variables: JsonObject;
  /** The context of each hop, for as long as the stream lives: that of the first follower. */
  readonly context: Omit<OperationContext, 'signal'>;
  readonly call: CallSubgraph;
  readonly open: OpenEvents;
  readonly queueCapacity: number;
  readonly timeoutMs: number;
}

/** Whoever is told of the events. */
export interface Follower {
  /** The result is shared: it is not to be changed. */
  hear(result: OperationResult): void;
  /** No more comes; with a last word where something went wrong. */
  end(final: OperationResult | undefined): void;
}

/**
 * The events of one subscription, read from the subgraph once and completed from other subgraphs once, in order,
 * for everybody who follows. Ends with its last follower.
 */
export class SharedEvents {
  readonly #followers = new Set<Follower>();
  readonly #queue: EventQueue<SubgraphResult>;
  readonly #abort = new AbortController();
  #final: OperationResult | undefined;
  #ended = false;

  /** `onEnd` is called once, when nobody can follow any more. */
  constructor(
    private readonly options: SharedEventsOptions,
    private readonly onEnd: () => void,
  ) {
    this.#queue = new EventQueue(options.queueCapacity);
    void this.#pump();
    void this.#deliver();
  }

  /** Returns how to leave. */
  follow(follower: Follower): () => void {
    this.#followers.add(follower);
    return () => {
      this.#followers.delete(follower);
      if (this.#followers.size === 0) this.#end();
    };
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
        if (!this.#queue.push(event.value)) return this.#end(lastWord(overflow()));
      }
    } catch (failure) {
      // Events that arrived before are delivered first, then the error.
      const [error] = callFailed(source.subgraph, failure, []);
      if (error) this.#final = lastWord(error);
    }
    this.#queue.end();
  }

  async #deliver(): Promise<void> {
    for (let event = await this.#queue.next(); event; event = await this.#queue.next()) {
      const result = await this.#complete(event);
      for (const follower of [...this.#followers]) follower.hear(result);
    }
    this.#end(this.#final);
  }

  async #complete(event: SubgraphResult): Promise<OperationResult> {
    const { call, source, variables, graph, operation, timeoutMs } = this.options;
    const deadline = startDeadline(timeoutMs, this.#abort.signal);
    try {
      const context = { ...this.options.context, signal: deadline.signal };
      const run = startRun(call, context, variables);
      absorbRoot(source, event, run);
      return await executeOperation(graph.schema, operation, run);
    } catch (failure) {
      const originalError = failure instanceof Error ? failure : new TypeError(String(failure));
      return lastWord(new GraphQLError(originalError.message, { originalError }));
    } finally {
      deadline.clear();
    }
  }

  #end(final?: OperationResult): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#queue.end(true);
    this.onEnd();
    this.#abort.abort();
    for (const follower of this.#followers) follower.end(final);
    this.#followers.clear();
  }
}

async function settle(pending: Promise<unknown> | undefined): Promise<void> {
  // The clients are gone; how the source takes its leave concerns nobody.
  await pending?.catch(() => undefined);
}

/** A result that has nothing but an error. */
export function lastWord(error: GraphQLError): OperationResult {
  return { data: null, errors: [error] };
}

export function overflow(): GraphQLError {
  return new GraphQLError(
    'The client reads too slowly: events were waiting beyond the limit. Subscribe again and resume after the last event received.',
    { extensions: { code: 'SUBSCRIPTION_OVERFLOW' } },
  );
}
