import type { Caller } from '../plugin.js';

/**
 * For whom fields that move between subgraphs step by step (`@override(from:, label:)`) are taken from their new one.
 */
export interface OverridePolicy<P = unknown> {
  /**
   * Labels by name: is this one on for the caller? Asked for each operation that depends on it. A label that nobody
   * decides is off. One that throws is a fault: masked, logged, and the operation fails.
   */
  labels?: Readonly<Record<string, (caller: Caller<P>) => boolean | Promise<boolean>>>;
  /**
   * What `percent(n)` is decided by: equal keys, equal answers, on every router. Default: the `audience` of
   * `authentication`; whoever has none gets a new decision with each operation.
   */
  key?: (caller: Caller<P>) => string | undefined;
}
