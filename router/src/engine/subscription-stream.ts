import { GraphQLError } from 'graphql';
import type { OperationResult } from '../execution/execute-operation.js';
import { EventQueue } from './event-queue.js';
import { type Follower, lastWord, overflow } from './shared-events.js';

export interface SubscriptionOptions {
  /** Begins to follow the events; returns how to leave. */
  readonly follow: (follower: Follower) => () => void;
  /** May the caller still see events? Asked before each one. */
  readonly stillAllowed: () => boolean | Promise<boolean>;
  readonly queueCapacity: number;
}

/** A subscription on its way to one client: its events wait in a bounded queue of its own. */
export class SubscriptionStream implements AsyncIterableIterator<OperationResult> {
  readonly #queue: EventQueue<OperationResult>;
  readonly #leave: () => void;
  #final: OperationResult | undefined;
  #ended = false;

  constructor(private readonly options: SubscriptionOptions) {
    this.#queue = new EventQueue(options.queueCapacity);
    this.#leave = options.follow({
      hear: (result) => {
        if (!this.#queue.push(result)) this.end(overflow());
      },
      end: (final) => {
        if (!this.#ended) this.#final = final;
        this.#queue.end();
      },
    });
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
    return this.#ended ? this.#finish() : { done: false, value: event };
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
    this.#final = error && lastWord(error);
    this.#queue.end(true);
    this.#leave();
  }

  #finish(): IteratorResult<OperationResult, undefined> {
    const value = this.#final;
    this.#final = undefined;
    this.#ended = true;
    return value ? { done: false, value } : { done: true, value: undefined };
  }
}

export function sessionExpired(): GraphQLError {
  return new GraphQLError('The session has ended. Sign in again.', {
    extensions: { code: 'SESSION_EXPIRED' },
  });
}
