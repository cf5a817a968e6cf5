import type { GraphQLError } from 'graphql';
import { EventQueue } from '../support/event-queue.js';
import { lastWord, overflow, sessionExpired } from './last-words.js';
import type { EventResult, Follower } from './shared-events.js';
import type { SubscriptionPolicy } from './subscription-policy.js';

export interface SubscriptionOptions {
  /** Begins to follow the events; returns how to leave. */
  readonly follow: (follower: Follower) => () => void;
  /** May the caller still see events? Asked before each one. */
  readonly stillAllowed: () => boolean | Promise<boolean>;
  readonly policy: SubscriptionPolicy;
  readonly queueCapacity: number;
}

/** One event, as one client is told of it. */
export interface ClientEvent extends EventResult {
  /** So many events before this one were dropped, because the client reads too slowly. */
  readonly dropped?: number;
}

/** A subscription on its way to one client: its events wait in a bounded queue of its own. */
export class SubscriptionStream implements AsyncIterableIterator<ClientEvent> {
  readonly #queue: EventQueue<EventResult>;
  readonly #leave: () => void;
  #lost = 0;
  #final: EventResult | undefined;
  #ended = false;

  constructor(private readonly options: SubscriptionOptions) {
    const { queueCapacity, policy } = options;
    this.#queue = new EventQueue(queueCapacity, policy.slowClients === 'lose-oldest');
    this.#leave = options.follow({
      hear: (result) => {
        if (!this.#queue.push(result)) this.end(overflow());
      },
      lose: (count) => {
        this.#lost += count;
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

  async next(): Promise<IteratorResult<ClientEvent, undefined>> {
    const event = await this.#queue.next();
    if (event === undefined) return this.#finish();
    if (!(await this.options.stillAllowed())) {
      this.end(sessionExpired());
      return this.#finish();
    }
    if (this.#ended) return this.#finish();
    const dropped = this.#takeDropped();
    return { done: false, value: dropped > 0 ? { ...event, dropped } : event };
  }

  async return(): Promise<IteratorResult<ClientEvent, undefined>> {
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

  #takeDropped(): number {
    const dropped = this.#lost + this.#queue.takeLost();
    this.#lost = 0;
    return dropped;
  }

  #finish(): IteratorResult<ClientEvent, undefined> {
    const value = this.#final;
    this.#final = undefined;
    this.#ended = true;
    return value ? { done: false, value } : { done: true, value: undefined };
  }
}
