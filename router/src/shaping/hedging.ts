import { type Attempt, startAttempt } from '../support/attempt.js';
import type { SubgraphResult } from '../transport/transport.js';
import { type Ask, isRepeatable, type Surroundings } from './ask.js';
import { Budget } from './budget.js';
import { Latencies } from './latencies.js';

/** A second request where the first takes unusually long; queries only. The first answer counts. */
export interface HedgingPolicy {
  /** Sent when the first takes longer than this share of the last 256 calls; default 0.95. */
  readonly percentile?: number;
  /** Second requests as a share of the queries, beside a reserve of 10; default 0.05. */
  readonly budget?: number;
  /** Milliseconds that are waited at least; default 1. */
  readonly minDelayMs?: number;
}

const RESERVE = 10;

export function withHedging<P>(
  ask: Ask<P>,
  { percentile = 0.95, budget: share = 0.05, minDelayMs = 1 }: HedgingPolicy,
  { clock, observe }: Surroundings,
): Ask<P> {
  const budget = new Budget(share, RESERVE);
  const latencies = new Latencies();

  /** The first answer of two attempts, the second of which starts after `delay`. */
  const race = (delay: number, [request, context]: Parameters<Ask<P>>): Promise<SubgraphResult> =>
    new Promise((resolve, reject) => {
      const attempts: Attempt[] = [];
      const failures: unknown[] = [];
      let failed = 0;
      let over = false;
      const finish = (winner?: Attempt): void => {
        over = true;
        stop();
        for (const attempt of attempts) {
          attempt.release();
          if (attempt !== winner) attempt.abort();
        }
      };
      const start = (): void => {
        const attempt = startAttempt(context.signal);
        const index = attempts.push(attempt) - 1;
        ask(request, { ...context, signal: attempt.signal }).then(
          (result) => {
            if (over) return;
            finish(attempt);
            if (index > 0) observe('hedge_won');
            resolve(result);
          },
          (failure) => {
            failures[index] = failure;
            failed++;
            if (over || failed < attempts.length) return;
            finish();
            // The second may not have been let through; what befell the first is what counts.
            reject(failures[0]);
          },
        );
      };
      const stop = clock.after(delay, () => {
        if (!budget.spend()) return observe('hedge_over_budget');
        observe('hedge');
        start();
      });
      start();
    });

  return async (request, context) => {
    if (!isRepeatable(request, context)) return ask(request, context);
    budget.earn();
    const began = clock.now();
    const usual = latencies.percentile(percentile);
    const result =
      usual === undefined
        ? await ask(request, context)
        : await race(Math.max(minDelayMs, usual), [request, context]);
    latencies.add(clock.now() - began);
    return result;
  };
}
