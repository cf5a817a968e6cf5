import { deduplicationScope } from '../in-flight/deduplication-scope.js';
import { orAborted } from '../transport/or-aborted.js';
import type { OperationContext, SubgraphTransport } from '../transport/transport.js';
import type { Ask, Surroundings } from './ask.js';
import { withCircuitBreaker } from './circuit-breaker.js';
import { systemClock } from './clock.js';
import { withConcurrency } from './concurrency.js';
import { withDeduplication } from './deduplication.js';
import { headersBy } from './header-rules.js';
import { withHedging } from './hedging.js';
import { withRetries } from './retries.js';
import { withTimeout } from './timeout.js';
import { policyProblems, type TrafficPolicy } from './traffic-policy.js';

/**
 * The same transport with its queries and mutations shaped by a policy; one instance per subgraph. From the outside in:
 * equal queries are one, each retry may be two requests, each asks the circuit breaker, then waits for its turn, then
 * has the whole time of one attempt. Subscriptions take their headers along, and go through otherwise as they are.
 * @throws RangeError where the policy makes no sense
 */
export function shaped<P>(
  transport: SubgraphTransport<P>,
  policy: TrafficPolicy<P>,
  surroundings: Partial<Surroundings> = {},
): SubgraphTransport<P> {
  const problems = policyProblems(policy);
  if (problems.length > 0) throw new RangeError(problems.join(' '));
  const around = { clock: systemClock, random: Math.random, observe: () => {}, ...surroundings };
  const { timeoutMs, concurrency, circuitBreaker, hedging, retries, deduplicate, headers } = policy;

  let ask: Ask<P> = (request, context) => transport.execute(request, context);
  if (timeoutMs !== undefined) ask = withTimeout(ask, timeoutMs, around);
  else if (!transport.heedsSignal) ask = heeding(ask);
  if (concurrency) ask = withConcurrency(ask, concurrency, around);
  if (circuitBreaker) ask = withCircuitBreaker(ask, circuitBreaker, around);
  if (hedging) ask = withHedging(ask, hedging, around);
  if (retries) ask = withRetries(ask, retries, around);
  if (deduplicate === true) ask = withDeduplication(ask, deduplicationScope<P>(undefined), around);
  else if (deduplicate) ask = withDeduplication(ask, deduplicate, around);
  const rules = headers && headersBy(headers);
  const carrying = (context: OperationContext<P>): OperationContext<P> =>
    rules ? { ...context, hopHeaders: rules(context) } : context;
  return {
    heedsSignal: true,
    execute: (request, context) => ask(request, carrying(context)),
    subscribe: (request, context) => transport.subscribe(request, carrying(context)),
    close: () => transport.close(),
  };
}

function heeding<P>(ask: Ask<P>): Ask<P> {
  return (request, context) =>
    orAborted(request.subgraph, () => ask(request, context), context.signal);
}
