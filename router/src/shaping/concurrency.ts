import { givenUp } from '../transport/or-aborted.js';
import { SubgraphUnavailable } from '../transport/transport.js';
import type { Ask, Surroundings } from './ask.js';

/** How many calls a subgraph has at once. */
export interface ConcurrencyPolicy {
  /** Calls under way at most. */
  readonly limit: number;
  /** Calls that wait for one of them to end, in order; whatever comes beyond is `SUBGRAPH_OVERLOADED` at once. */
  readonly queue: number;
}

export function withConcurrency<P>(
  ask: Ask<P>,
  { limit, queue }: ConcurrencyPolicy,
  { observe }: Surroundings,
): Ask<P> {
  /** Starts the call that waits; in order of arrival. */
  const waiting = new Set<() => void>();
  let running = 0;

  const turn = (subgraph: string, signal: AbortSignal): Promise<void> => {
    if (waiting.size >= queue) {
      observe('queue_full');
      const reason = `${limit} calls under way, ${queue} waiting`;
      throw new SubgraphUnavailable(subgraph, reason, undefined, 'SUBGRAPH_OVERLOADED');
    }
    return new Promise((resolve, reject) => {
      const start = (): void => {
        waiting.delete(start);
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        waiting.delete(start);
        reject(givenUp(subgraph));
      };
      waiting.add(start);
      signal.addEventListener('abort', leave, { once: true });
    });
  };

  return async (request, context) => {
    if (context.signal.aborted) throw givenUp(request.subgraph);
    // Whoever waited takes over the place of the call that ended: nobody comes between.
    if (running >= limit) await turn(request.subgraph, context.signal);
    else running++;
    try {
      return await ask(request, context);
    } finally {
      const [next] = waiting;
      if (next) next();
      else running--;
    }
  };
}
