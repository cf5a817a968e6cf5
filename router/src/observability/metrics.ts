import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type MetricsConfig, OperationMetrics } from './operation-metrics.js';

/**
 * The router's numbers. Labels come from closed sets or from the supergraph; names that clients make up are bounded
 * (see `OperationMetrics`), and so is the number of series.
 */
export interface RouterMetrics {
  readonly registry: Registry;
  readonly http: Histogram<'route' | 'method' | 'status'>;
  readonly operations: Histogram<'kind' | 'outcome'>;
  readonly subgraphs: Histogram<'subgraph' | 'kind' | 'outcome'>;
  readonly planning: Histogram<string>;
  readonly plansKnown: Counter<string>;
  readonly byName: OperationMetrics;
  readonly openSubscriptions: Gauge<'transport'>;
  readonly events: Counter<'transport'>;
  readonly eventsDropped: Counter<'transport'>;
  readonly persistedOperations: Counter<'outcome'>;
  readonly shaping: Counter<'subgraph' | 'event'>;
  readonly circuits: Gauge<'subgraph'>;
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export function createMetrics(config?: MetricsConfig): RouterMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    http: new Histogram({
      name: 'router_http_request_duration_seconds',
      help: 'HTTP requests by route pattern, method and status class.',
      labelNames: ['route', 'method', 'status'],
      buckets: SECONDS,
      registers,
    }),
    operations: new Histogram({
      name: 'router_operation_duration_seconds',
      help: 'GraphQL operations by kind and outcome (a subscription: until it is open).',
      labelNames: ['kind', 'outcome'],
      buckets: SECONDS,
      registers,
    }),
    subgraphs: new Histogram({
      name: 'router_subgraph_request_duration_seconds',
      help: 'Calls of a subgraph by kind and outcome.',
      labelNames: ['subgraph', 'kind', 'outcome'],
      buckets: SECONDS,
      registers,
    }),
    planning: new Histogram({
      name: 'router_planning_duration_seconds',
      help: 'Planning and compiling an operation not seen before.',
      buckets: SECONDS,
      registers,
    }),
    plansKnown: new Counter({
      name: 'router_plan_cache_hits_total',
      help: 'Operations whose plan was known; the others are counted by router_planning_duration_seconds.',
      registers,
    }),
    byName: new OperationMetrics(registry, config),
    openSubscriptions: new Gauge({
      name: 'router_subscriptions_open',
      help: 'Subscriptions open now, by transport to the client.',
      labelNames: ['transport'],
      registers,
    }),
    events: new Counter({
      name: 'router_subscription_events_total',
      help: 'Events delivered to clients, by transport.',
      labelNames: ['transport'],
      registers,
    }),
    eventsDropped: new Counter({
      name: 'router_subscription_events_dropped_total',
      help: 'Events that were not delivered because the client reads too slowly, by transport.',
      labelNames: ['transport'],
      registers,
    }),
    persistedOperations: new Counter({
      name: 'router_persisted_operations_total',
      help: 'Requests where persisted operations are configured: trusted, text, refused; unlisted beside text or refused.',
      labelNames: ['outcome'],
      registers,
    }),
    shaping: new Counter({
      name: 'router_subgraph_shaping_total',
      help: 'What traffic shaping did to calls of a subgraph: timeouts, retries, calls refused and the like.',
      labelNames: ['subgraph', 'event'],
      registers,
    }),
    circuits: new Gauge({
      name: 'router_subgraph_circuit_state',
      help: 'Circuit breaker of a subgraph: 0 closed, 1 half open, 2 open.',
      labelNames: ['subgraph'],
      registers,
    }),
  };
}
