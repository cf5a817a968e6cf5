import type { DeduplicationScope } from '../in-flight/deduplication-scope.js';
import type { CircuitBreakerPolicy } from './circuit-breaker.js';
import type { ConcurrencyPolicy } from './concurrency.js';
import { type HeaderRules, headerProblems } from './header-rules.js';
import type { HedgingPolicy } from './hedging.js';
import type { RetryPolicy } from './retries.js';

/** How calls of one subgraph are shaped. Nothing of it happens unless it stands here; `{}` takes the defaults of a part. */
export interface TrafficPolicy<P = unknown> {
  /** Milliseconds that one attempt may take. */
  readonly timeoutMs?: number;
  /** Asks queries again that got no answer. */
  readonly retries?: RetryPolicy;
  /** Leaves alone, for a while, a subgraph that mostly fails. */
  readonly circuitBreaker?: CircuitBreakerPolicy;
  /** Bounds the calls that the subgraph has at once. */
  readonly concurrency?: ConcurrencyPolicy;
  /** Sends a query a second time that takes unusually long. */
  readonly hedging?: HedgingPolicy;
  /**
   * Asks once for equal queries under way. `true`: those of one audience with equal attributes and headers of the
   * client; a function says otherwise whose may be shared.
   */
  readonly deduplicate?: boolean | DeduplicationScope<P>;
  /** Headers that go along where the subgraph is in another process, with subscriptions too. */
  readonly headers?: HeaderRules<P>;
}

type Check = readonly [name: string, value: number | undefined, holds: (value: number) => boolean];

/** What is wrong with a policy, one sentence each. */
export function policyProblems<P>(policy: TrafficPolicy<P>): string[] {
  const {
    timeoutMs,
    retries = {},
    circuitBreaker: breaker = {},
    concurrency,
    hedging = {},
  } = policy;
  const positive = (value: number): boolean => value > 0 && Number.isFinite(value);
  const count = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
  const some = (value: number): boolean => count(value) && value > 0;
  const share = (value: number): boolean => value >= 0 && value <= 1;
  const checks: Check[] = [
    ['timeoutMs', timeoutMs, positive],
    ['retries.retries', retries.retries, count],
    ['retries.budget', retries.budget, share],
    ['retries.reserve', retries.reserve, some],
    ['retries.delayMs', retries.delayMs, positive],
    ['retries.maxDelayMs', retries.maxDelayMs, positive],
    ['circuitBreaker.failureRatio', breaker.failureRatio, share],
    ['circuitBreaker.windowMs', breaker.windowMs, positive],
    ['circuitBreaker.minCalls', breaker.minCalls, some],
    ['circuitBreaker.openMs', breaker.openMs, positive],
    ['circuitBreaker.probes', breaker.probes, some],
    ['hedging.percentile', hedging.percentile, (value) => value > 0 && value < 1],
    ['hedging.budget', hedging.budget, share],
    ['hedging.minDelayMs', hedging.minDelayMs, positive],
    ['concurrency.limit', concurrency?.limit, some],
    ['concurrency.queue', concurrency?.queue, count],
  ];
  const numbers = checks.flatMap(([name, value, holds]) =>
    value === undefined || holds(value) ? [] : [`${name} cannot be ${value}.`],
  );
  return [...numbers, ...headerProblems(policy.headers ?? {})];
}
