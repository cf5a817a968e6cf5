/** What becomes of subscriptions whose client, subgraph or schema does not keep up. */
export interface SubscriptionPolicy {
  /**
   * A client that is `limits.eventQueue` events behind: `close` (default) ends its stream with `SUBSCRIPTION_OVERFLOW`;
   * `lose-oldest` drops what waited longest, and the next event says how many (`extensions.dropped`).
   */
  readonly slowClients?: 'close' | 'lose-oldest';
  /**
   * Connect again to a subgraph whose stream broke, while the client waits. Default: the client's stream ends with
   * `SUBGRAPH_UNAVAILABLE`, and the client resumes by itself. Events that happened in between are lost, unless `resume`
   * names how to ask for them; the next event says so (`extensions.reconnected`).
   */
  readonly reconnect?: ReconnectPolicy;
  /** How the subgraph is asked for what came after an event, by the name of the subscription's root field. */
  readonly resume?: Readonly<Record<string, ResumeRule>>;
}

export interface ReconnectPolicy {
  /** In a row, without an event between them. */
  readonly attempts: number;
  /** Doubles with each attempt, and varies by a half; default 250 ms. */
  readonly firstDelayMs?: number;
  /** Default 10,000 ms. */
  readonly longestDelayMs?: number;
}

export interface ResumeRule {
  /** The argument of the root field that takes a position (`after`). */
  readonly argument: string;
  /** The field of an event that holds its position (`sequence`). */
  readonly field: string;
}
