/** `extensions.cost` of an answer, as demand control tells it. */
export interface Cost {
  readonly estimated: number;
  /** Absent where the operation was refused. */
  readonly actual?: number;
  readonly max: number;
}

/** What the router told of the operation that ran last. */
export interface InsightState {
  readonly status: 'idle' | 'running' | 'done';
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** The operation's name. */
  readonly name: string | undefined;
  /** Milliseconds, measured here; absent while it runs. */
  readonly ms: number | undefined;
  readonly cost: Cost | undefined;
  /** Results so far: of a subscription its events. */
  readonly results: number;
}
