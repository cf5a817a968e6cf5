import {
  type OperationContext,
  type SubgraphRequest,
  type SubgraphResult,
  SubgraphUnavailable,
} from '../transport/transport.js';
import type { Clock } from './clock.js';
import type { ObserveShaping } from './shaping-events.js';

/** How a subgraph is asked. Each stage of traffic shaping wraps another; all reject as soon as the signal is aborted. */
export type Ask<P> = (
  request: SubgraphRequest,
  context: OperationContext<P>,
) => Promise<SubgraphResult>;

/** What stages need of the world. */
export interface Surroundings {
  readonly clock: Clock;
  /** From 0 up to, but not including, 1. */
  readonly random: () => number;
  readonly observe: ObserveShaping;
}

/** May this request be sent more than once? No mutation, and no files, which can be read only once. */
export function isRepeatable<P>(
  { operationKind }: SubgraphRequest,
  { uploads = [] }: OperationContext<P>,
): boolean {
  return operationKind === 'query' && uploads.length === 0;
}

/** Did the subgraph itself fail, and not the caller's patience or a stage of traffic shaping? */
export function isSubgraphFailure<P>(error: unknown, { signal }: OperationContext<P>): boolean {
  return (
    error instanceof SubgraphUnavailable && error.code === 'SUBGRAPH_UNAVAILABLE' && !signal.aborted
  );
}
