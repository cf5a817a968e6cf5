/** What is looked for. */
export interface Wanted {
  readonly key: string;
  /**
   * By what it may be invalidated, as far as that is known before it is asked for. Single lines of text. To read them
   * costs something: a store that does not need them leaves them alone.
   */
  readonly tags: readonly string[];
}

export interface Found {
  /** `undefined`: nothing is kept there, or no longer. */
  readonly value: string | undefined;
  /**
   * How the tags stood. It goes with what is kept later: nothing is kept that was asked for before its tags were
   * invalidated.
   */
  readonly stamp: string;
}

/** What is to be kept. */
export interface Kept extends Wanted {
  readonly value: string;
  readonly ttlMs: number;
  /** As `read` gave it for this key. */
  readonly stamp: string;
  /** Tags that came only with the answer. */
  readonly toldTags: readonly string[];
}

/**
 * Where the entity cache keeps its texts. An adapter may forget whatever it likes whenever it likes; what it must never
 * do is to give out what was invalidated. It rejects where it is away; the cache goes on without it then.
 */
export interface EntityStore {
  /** In the order of what is wanted. */
  read(wanted: readonly Wanted[]): Promise<readonly Found[]>;
  write(entries: readonly Kept[]): Promise<void>;
  /** Forgets whatever has one of the tags, for all who share the store; and what is being asked for meanwhile. */
  invalidate(tags: readonly string[]): Promise<void>;
  close(): Promise<void>;
}
