import { givenUp } from '../transport/or-aborted.js';
import { type Ask, isRepeatable, isSubgraphFailure, type Surroundings } from './ask.js';
import { Budget } from './budget.js';
import type { Clock } from './clock.js';

/** Asking again where a subgraph could not be asked; queries only, and never where files go along. */
export interface RetryPolicy {
  /** After the first attempt; default 2. */
  readonly retries?: number;
  /** Retries as a share of the requests, beside `reserve`; default 0.1. */
  readonly budget?: number;
  /** Retries that the budget holds at the start and at most; default 10. */
  readonly reserve?: number;
  /** Milliseconds before the first retry at most; each further one doubles it; default 50. */
  readonly delayMs?: number;
  /** Milliseconds before any retry at most; default 1,000. */
  readonly maxDelayMs?: number;
}

/** Waits a random part of an exponentially growing time between attempts ("full jitter"). */
export function withRetries<P>(
  ask: Ask<P>,
  { retries = 2, budget: share = 0.1, reserve = 10, delayMs = 50, maxDelayMs = 1_000 }: RetryPolicy,
  { clock, random, observe }: Surroundings,
): Ask<P> {
  const budget = new Budget(share, reserve);
  return async (request, context) => {
    budget.earn();
    const attempts = isRepeatable(request, context) ? retries : 0;
    for (let retry = 0; ; retry++) {
      try {
        return await ask(request, context);
      } catch (error) {
        if (retry >= attempts || !isSubgraphFailure(error, context)) throw error;
        if (!budget.spend()) {
          observe('retry_over_budget');
          throw error;
        }
      }
      observe('retry');
      const delay = random() * Math.min(maxDelayMs, delayMs * 2 ** retry);
      if (!(await pause(clock, delay, context.signal))) throw givenUp(request.subgraph);
    }
  };
}

/** `false` where the signal was aborted before the time was over. */
function pause(clock: Clock, milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const aborted = (): void => {
      stop();
      resolve(false);
    };
    const stop = clock.after(milliseconds, () => {
      signal.removeEventListener('abort', aborted);
      resolve(true);
    });
    signal.addEventListener('abort', aborted, { once: true });
  });
}
