import { Gauge, Histogram, type Registry } from 'prom-client';
import type { OperationKind } from './serve.types.js';

/** `fault`: something unexpected; `errors`: the answer carries errors with a code. */
export type Outcome = 'ok' | 'errors' | 'fault';

export interface ServeMetrics {
  observe(kind: OperationKind, outcome: Outcome, seconds: number): void;
  subscriptions(change: 1 | -1): void;
}

/** The metrics of one subgraph. Several of one process share a registry. */
export function serveMetrics(registry: Registry, subgraph: string): ServeMetrics {
  const name = 'nexus_subgraph_operation_seconds';
  const durations =
    (registry.getSingleMetric(name) as Histogram<'subgraph' | 'kind' | 'outcome'> | undefined) ??
    new Histogram({
      name,
      help: 'Time from the arrival of an operation at a subgraph to its answer',
      labelNames: ['subgraph', 'kind', 'outcome'] as const,
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers: [registry],
    });
  const gauge = 'nexus_subgraph_subscriptions';
  const running =
    (registry.getSingleMetric(gauge) as Gauge<'subgraph'> | undefined) ??
    new Gauge({
      name: gauge,
      help: 'Subscriptions that run at a subgraph now',
      labelNames: ['subgraph'] as const,
      registers: [registry],
    });
  return {
    observe: (kind, outcome, seconds) => durations.observe({ subgraph, kind, outcome }, seconds),
    subscriptions: (change) => running.inc({ subgraph }, change),
  };
}
