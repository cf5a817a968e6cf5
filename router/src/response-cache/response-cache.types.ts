import type { EntityStore } from '../entity-cache/entity-store.types.js';
import type { DeduplicationScope } from '../in-flight/deduplication-scope.js';

/** Whole answers to queries of callers without a principal are kept for as long as they may be. */
export interface ResponseCacheConfig<P = unknown> {
  /** Default: `memoryStore()`, 64 MiB of this process. May be the entity cache's own. */
  readonly store?: EntityStore;
  /** Seconds for which an answer is kept at most; default: as long as it holds. */
  readonly maxSeconds?: number;
  /** Further headers of clients on which answers depend, besides those passed on to subgraphs. */
  readonly headers?: readonly string[];
  /**
   * Which anonymous callers are answered the same, as a text; `undefined`: nothing is kept for this one. Default: those
   * with equal attributes.
   */
  readonly scope?: DeduplicationScope<P>;
}

/** Which answers are forgotten: what is named by any of these; all where none is given. */
export interface KeptResponses {
  /** Of operations of this name. */
  readonly operation?: string;
  /** Of operations that ask for a field of this type, by its name in the public schema. */
  readonly type?: string;
}
