import type { FormattedExecutionResult } from 'graphql-ws/client';
import type { Operation } from '../document/operation.js';
import type { UnknownIds } from '../document/unknown-ids.js';
import { backoffMs, type RetryPolicy, type RetryRuntime } from '../http/retry.js';
import { NexusError } from '../nexus-error.js';
import { EventQueue } from './event-queue.js';
import { fromGraphErrors, fromSocket, type Interruption } from './interruption.js';
import { SeenSequences, type Sequence, sequenceOf } from './sequence.js';
import type { SocketLink } from './socket-link.js';

/** Whether events come at this moment, or the line is being mended. */
export type SubscriptionState = 'listening' | 'reconnecting';

export interface SubscriptionOptions {
  readonly operation: Operation;
  readonly variables: object | undefined;
  readonly after: Sequence | undefined;
  readonly link: SocketLink;
  readonly policy: RetryPolicy;
  readonly unknown: UnknownIds;
  readonly runtime: RetryRuntime;
  /** Sees to another access token than the refused one; rejects when there is none to be had. */
  readonly renew: (refusal: NexusError) => Promise<unknown>;
  readonly onState: ((state: SubscriptionState) => void) | undefined;
  /** The subscription is over, whoever ended it. */
  readonly onEnd: (subscription: { end(error?: NexusError): void }) => void;
}

/** A stream of events that outlives its connections. */
export class Subscription<T> implements AsyncIterableIterator<T> {
  readonly #queue = new EventQueue<T>();
  readonly #seen = new SeenSequences();
  readonly #stopped = new AbortController();
  #sequence: Sequence | undefined;
  #unsubscribe: () => void = () => {};
  /** Interruptions since the last event. */
  #interruptions = 0;
  #renewed = false;

  constructor(private readonly options: SubscriptionOptions) {
    this.#sequence = options.after;
    this.#connect();
  }

  /** The last event's place in the log: pass it as `after` to go on another day. */
  get sequence(): Sequence | undefined {
    return this.#sequence;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<T>> {
    return this.#queue.next();
  }

  async return(): Promise<IteratorResult<T>> {
    this.#queue.discard();
    this.end();
    return { done: true, value: undefined };
  }

  /** Ends the stream from within: what has arrived is still read. */
  end(error?: NexusError): void {
    if (this.#stopped.signal.aborted) return;
    this.#stopped.abort();
    this.#unsubscribe();
    this.#queue.end(error);
    this.options.onEnd(this);
  }

  #connect(): void {
    const { link, operation, unknown } = this.options;
    const { client, number, whenUp } = link.open();
    const variables = () => this.#variables();
    let settled = false;
    const settle = (interruption: Interruption | undefined) => {
      if (settled) return;
      settled = true;
      if (!interruption) return this.end();
      if (interruption.kind !== 'fail') this.#tell('reconnecting');
      void this.#interrupted(interruption, number);
    };
    this.#unsubscribe = client.subscribe(
      {
        // graphql-ws insists on a text; beside an id it is empty.
        query: '',
        ...unknown.wording(operation),
        // Read when it is sent: graphql-ws sends again after a close with code 1000.
        get variables() {
          return variables();
        },
      },
      {
        next: (result) => {
          const interruption = settled ? undefined : this.#take(result);
          if (interruption) settle(interruption);
        },
        error: (report) => settle(fromSocket(report)),
        // Completed by a connection that was left is not completed by the server.
        complete: () => settle(number === link.number ? undefined : leftBehind()),
      },
    );
    void whenUp().then(() => {
      if (!settled) this.#tell('listening');
    });
  }

  #tell(state: SubscriptionState): void {
    if (!this.#stopped.signal.aborted) this.options.onState?.(state);
  }

  #variables(): Record<string, unknown> {
    const { operation, variables } = this.options;
    const resumes = this.#sequence !== undefined && operation.variables.has('after');
    return { ...variables, ...(resumes ? { after: this.#sequence } : {}) };
  }

  #take({
    data,
    errors,
  }: FormattedExecutionResult<Record<string, unknown>, unknown>): Interruption | undefined {
    const empty = Object.values(data ?? {}).every((root) => root === null);
    if (errors && empty) return fromGraphErrors(errors as never, data);
    this.#interruptions = 0;
    this.#renewed = false;
    const sequence = sequenceOf(data);
    if (sequence !== undefined) {
      this.#sequence = sequence;
      if (!this.#seen.add(sequence)) return undefined;
    }
    this.#queue.push(data as T);
    return undefined;
  }

  async #interrupted(interruption: Interruption, number: number): Promise<void> {
    if (this.#stopped.signal.aborted) return;
    this.#unsubscribe();
    try {
      if (interruption.kind === 'fail') {
        const { operation, unknown } = this.options;
        if (unknown.learn(operation, interruption.error.errors)) return this.#connect();
        throw interruption.error;
      }
      if (interruption.kind === 'retry' && this.#interruptions >= this.options.policy.attempts) {
        throw interruption.cause;
      }
      if (interruption.kind === 'renew') await this.#renew(interruption.cause, number);
      await this.#pause();
      if (!this.#stopped.signal.aborted) this.#connect();
    } catch (error) {
      if (error instanceof NexusError && error.code === 'NETWORK_ERROR') {
        return this.#interrupted({ kind: 'resume', cause: error }, number);
      }
      this.end(error as NexusError);
    }
  }

  /** Once: a fresh token that is refused as well will not get better. */
  async #renew(cause: NexusError, number: number): Promise<void> {
    if (this.#renewed) throw cause;
    this.#renewed = true;
    // Another subscription of this connection was first: the next one has the new token.
    if (number !== this.options.link.number) return;
    await this.options.renew(cause);
    this.options.link.leave(number);
  }

  #pause(): Promise<void> {
    const { policy, runtime } = this.options;
    const wait = backoffMs(Math.min(this.#interruptions++, 20), policy, runtime.random);
    return runtime.pause(wait, this.#stopped.signal);
  }
}

function leftBehind(): Interruption {
  return { kind: 'resume', cause: new NexusError('NETWORK_ERROR', 'The connection was left.') };
}
