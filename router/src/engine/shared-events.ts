import { executeOperation, type OperationResult } from '../execution/execute-operation.js';
import { absorbRoot, usedVariables } from '../execution/fetch-root.js';
import type { JsonObject } from '../execution/json.js';
import type { Operation } from '../execution/operation.js';
import { type CallSubgraph, startRun } from '../execution/run.js';
import { callFailed } from '../execution/subgraph-errors.js';
import { OperationRecord } from '../observability/operation-record.js';
import type { FetchNode } from '../planner/plan.js';
import { startDeadline } from '../support/deadline.js';
import { EventQueue } from '../support/event-queue.js';
import { unexpected } from '../support/unexpected.js';
import type { OperationContext } from '../transport/transport.js';
import type { Graph } from './graph.js';
import type { Hooks } from './hooks.js';
import { lastWord, overflow } from './last-words.js';
import { operationInfo } from './operation-info.js';
import { resumableSource } from './resumable-source.js';
import type { SubscriptionPolicy } from './subscription-policy.js';
import { type OpenEvents, type UpstreamEvent, upstream } from './upstream.js';

/** By what plan the events are asked for and completed. */
export interface PlannedEvents {
  readonly graph: Graph;
  readonly operation: Operation;
  readonly source: FetchNode;
  readonly variables: JsonObject;
}

export interface SharedEventsOptions extends PlannedEvents {
  /** The context of each hop, for as long as the stream lives: that of the first follower. */
  readonly context: Omit<OperationContext, 'signal' | 'operation'>;
  readonly call: CallSubgraph;
  readonly open: OpenEvents;
  readonly policy: SubscriptionPolicy;
  readonly queueCapacity: number;
  readonly timeoutMs: number;
  readonly onSourceEvent: Hooks['onSourceEvent'];
}

/** One event, as it is told to everybody. */
export interface EventResult extends OperationResult {
  /** Events before this one were lost with a connection to the subgraph. */
  readonly reconnected?: boolean;
}

/** Whoever is told of the events. */
export interface Follower {
  /** The result is shared: it is not to be changed. */
  hear(result: EventResult): void;
  /** So many events were dropped before the next. */
  lose(count: number): void;
  /** No more comes; with a last word where something went wrong. */
  end(final: OperationResult | undefined): void;
}

interface Arrived extends UpstreamEvent {
  readonly planned: PlannedEvents;
}

/**
 * The events of one subscription, read from the subgraph once and completed from other subgraphs once, in order,
 * for everybody who follows. Ends with its last follower.
 */
export class SharedEvents {
  readonly #followers = new Set<Follower>();
  readonly #queue: EventQueue<Arrived>;
  readonly #abort = new AbortController();
  #upstream = new AbortController();
  #planned: PlannedEvents;
  #final: OperationResult | undefined;
  #ended = false;

  /** `onEnd` is called once, when nobody can follow any more. */
  constructor(
    private readonly options: SharedEventsOptions,
    private readonly onEnd: () => void,
  ) {
    const { queueCapacity, policy } = options;
    this.#planned = options;
    this.#queue = new EventQueue(queueCapacity, policy.slowClients === 'lose-oldest');
    void this.#pump(options, this.#upstream.signal, false);
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

  /**
   * From here on another plan holds. The subgraph is asked anew only where it is asked otherwise; events that came
   * before are completed as they were asked for.
   */
  replan(planned: PlannedEvents): void {
    if (this.#ended) return;
    const isSame = asksTheSame(planned.source, this.#planned.source);
    this.#planned = planned;
    if (isSame) return;
    this.#upstream.abort();
    this.#upstream = new AbortController();
    void this.#pump(planned, this.#upstream.signal, true);
  }

  /** Delivers what has come, then ends with a last word. */
  finish(final: OperationResult): void {
    if (this.#ended) return;
    this.#final = final;
    this.#upstream.abort();
    this.#queue.end();
  }

  async #pump(planned: PlannedEvents, signal: AbortSignal, isGap: boolean): Promise<void> {
    const { source, variables, graph } = planned;
    const { open, policy } = this.options;
    const { reconnect, resume } = policy;
    let gap = isGap;
    try {
      const events = upstream({
        source,
        variables: usedVariables(source, { variables }),
        context: { ...this.options.context, signal },
        open,
        reconnect,
        resumable: resume && resumableSource(source, graph.schema, resume),
      });
      for await (const event of events) {
        if (signal.aborted) return;
        const arrived = { planned, result: event.result, gap: gap || event.gap };
        gap = false;
        if (!this.#queue.push(arrived)) return this.#end(lastWord(overflow()));
      }
    } catch (failure) {
      if (signal.aborted) return;
      // Events that arrived before are delivered first, then the error.
      const [error] = callFailed(source.subgraph, failure, []);
      if (error) this.#final = lastWord(error);
    }
    if (!signal.aborted) this.#queue.end();
  }

  async #deliver(): Promise<void> {
    for (let event = await this.#queue.next(); event; event = await this.#queue.next()) {
      const lost = this.#queue.takeLost();
      const completed = await this.#complete(event);
      const result = event.gap ? { ...completed, reconnected: true } : completed;
      for (const follower of [...this.#followers]) {
        if (lost > 0) follower.lose(lost);
        follower.hear(result);
      }
    }
    this.#end(this.#final);
  }

  async #complete({ result, planned }: Arrived): Promise<OperationResult> {
    const { call, timeoutMs, context: caller, onSourceEvent } = this.options;
    const isCurrent = asksTheSame(planned.source, this.#planned.source);
    const { graph, operation, source, variables } = isCurrent ? this.#planned : planned;
    const deadline = startDeadline(timeoutMs, this.#abort.signal);
    try {
      const record = new OperationRecord();
      const event = { operation: operationInfo(operation), caller, record };
      const ends = onSourceEvent.map((hook) => hook(event));
      const running = { kind: operation.kind, supergraph: graph.supergraph };
      const context = { ...caller, operation: running, signal: deadline.signal, record };
      const run = startRun(call, context, variables);
      absorbRoot(source, result, run);
      const completed = await executeOperation(graph.schema, operation, run);
      for (const end of ends) end?.(completed);
      return completed;
    } catch (failure) {
      return lastWord(unexpected(failure));
    } finally {
      deadline.clear();
    }
  }

  #end(final?: OperationResult): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#queue.end(true);
    this.onEnd();
    this.#upstream.abort();
    this.#abort.abort();
    for (const follower of this.#followers) follower.end(final);
    this.#followers.clear();
  }
}

function asksTheSame(a: FetchNode, b: FetchNode): boolean {
  return a.subgraph === b.subgraph && a.query === b.query;
}
