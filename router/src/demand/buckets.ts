/** A client's budget: full at first, emptied by what it asks, refilled steadily. */
export interface BucketSize {
  /** What may be spent at once. */
  readonly capacity: number;
  readonly refillPerSecond: number;
}

export interface Withdrawal {
  readonly granted: boolean;
  /** What is left. */
  readonly remaining: number;
  /** 0 when granted; else how long until `amount` is there. */
  readonly retryAfterMs: number;
}

/** Token buckets by key; those that are not used are full, and need not be kept. */
export interface BucketStore {
  /**
   * Takes `amount` where as much is there, or nothing; atomic over all who share the store.
   * @param amount from 0 to the capacity
   * @throws when the store cannot be reached
   */
  take(key: string, amount: number, size: BucketSize): Promise<Withdrawal>;
}
