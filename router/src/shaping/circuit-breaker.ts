import { SubgraphUnavailable } from '../transport/transport.js';
import { type Ask, isSubgraphFailure, type Surroundings } from './ask.js';
import { SlidingWindow } from './sliding-window.js';

/** When a subgraph that mostly fails is left alone for a while. */
export interface CircuitBreakerPolicy {
  /** Opens when more than this share of calls failed; default 0.5. */
  readonly failureRatio?: number;
  /** Over so many milliseconds; default 10,000. */
  readonly windowMs?: number;
  /** But not on fewer calls than these; default 20. */
  readonly minCalls?: number;
  /** Milliseconds until it is tried again; default 5,000. */
  readonly openMs?: number;
  /** Calls that must succeed then, one failure opens again; no others are let through meanwhile. Default 1. */
  readonly probes?: number;
}

type State =
  | { readonly kind: 'closed' }
  | { readonly kind: 'open'; readonly until: number }
  | { readonly kind: 'half-open'; underWay: number; succeeded: number };

/**
 * Counts as failures the calls that got no GraphQL answer, timeouts included. Errors in an answer, and calls that were
 * given up by whoever asked, say nothing of the subgraph.
 */
export function withCircuitBreaker<P>(
  ask: Ask<P>,
  policy: CircuitBreakerPolicy,
  { clock, observe }: Surroundings,
): Ask<P> {
  const { failureRatio = 0.5, windowMs = 10_000, minCalls = 20 } = policy;
  const { openMs = 5_000, probes = 1 } = policy;
  const window = new SlidingWindow(windowMs);
  let state: State = { kind: 'closed' };

  const open = (): void => {
    state = { kind: 'open', until: clock.now() + openMs };
    observe('circuit_opened');
  };
  const close = (): void => {
    window.clear();
    state = { kind: 'closed' };
    observe('circuit_closed');
  };

  /** The state in which a call is let through; undefined: it is not. */
  const admit = (): State | undefined => {
    if (state.kind === 'open' && clock.now() >= state.until) {
      state = { kind: 'half-open', underWay: 0, succeeded: 0 };
      observe('circuit_half_opened');
    }
    if (state.kind === 'open') return undefined;
    if (state.kind === 'half-open') {
      if (state.underWay + state.succeeded >= probes) return undefined;
      state.underWay++;
    }
    return state;
  };

  /** A call that began in an earlier state says nothing about this one. */
  const settle = (began: State, outcome: 'ok' | 'failed' | 'unknown'): void => {
    if (began !== state) return;
    if (began.kind === 'half-open') {
      began.underWay--;
      if (outcome === 'ok' && ++began.succeeded >= probes) close();
      if (outcome === 'failed') open();
    } else if (outcome !== 'unknown') {
      const now = clock.now();
      window.add(outcome === 'failed', now);
      const { total, failed } = window.counts(now);
      if (outcome === 'failed' && total >= minCalls && failed > failureRatio * total) open();
    }
  };

  return async (request, context) => {
    const began = admit();
    if (!began) {
      observe('circuit_refused');
      const reason = 'most calls failed of late; it is left alone for a while';
      throw new SubgraphUnavailable(request.subgraph, reason, undefined, 'SUBGRAPH_CIRCUIT_OPEN');
    }
    try {
      const result = await ask(request, context);
      settle(began, 'ok');
      return result;
    } catch (error) {
      settle(began, isSubgraphFailure(error, context) ? 'failed' : 'unknown');
      throw error;
    }
  };
}
