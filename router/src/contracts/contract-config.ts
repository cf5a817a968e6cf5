import type { PersistedOperationsConfig } from '../persisted/persisted-operations.types.js';
import type { Caller } from '../plugin.js';

/** Several variants of one graph, each for clients of its own. */
export interface ContractsConfig<P = unknown> {
  /** By name. A contract that would be no valid schema refuses the start, and a supergraph at a swap, with reasons. */
  variants: Readonly<Record<string, ContractConfig<P>>>;
  /**
   * Which contract a client of the main endpoint sees; `undefined`: the whole graph. Asked for each operation. Default:
   * everybody sees the whole graph there. A name that is none of `variants` is a fault: masked, logged, not answered.
   */
  choose?: (client: {
    readonly caller: Caller<P>;
    /** As the client calls itself; nobody has checked it. */
    readonly clientName: string | undefined;
  }) => string | undefined | Promise<string | undefined>;
}

/** What one contract shows of the graph, by the `@tag`s of its elements. */
export interface ContractConfig<P = unknown> extends TagFilter {
  /** An endpoint of its own, for example `/public/graphql`; default: reached by `choose` alone. */
  path?: string;
  /** Operations that its clients name by an id. Default: the router's own. */
  persistedOperations?: PersistedOperationsConfig<P>;
}

/**
 * The rules of Apollo's contracts (https://www.apollographql.com/docs/graphos/platform/schema-management/delivery/
 * contracts/reference). A tag of an object or interface counts for each of its fields. Where a tag is on both lists,
 * it is excluded.
 */
export interface TagFilter {
  /**
   * Only fields of objects and interfaces, and unions, with one of these tags are seen; types of which no field is
   * left are not. Inputs, enums and scalars stay. Default: everything is seen.
   */
  include?: readonly string[];
  /** No element with one of these tags is seen. Default: none. */
  exclude?: readonly string[];
  /** Hide types as well that nothing visible leads to; default false. */
  hideUnreachableTypes?: boolean;
}
