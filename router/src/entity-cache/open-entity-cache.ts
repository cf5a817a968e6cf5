import type { Logger } from 'pino';
import { Counter } from 'prom-client';
import type { RouterConfig } from '../config.js';
import { deduplicationScope } from '../in-flight/deduplication-scope.js';
import type { RouterMetrics } from '../observability/metrics.js';
import type { StoreAction } from './cached-subgraph.js';
import { EntityCache } from './entity-cache.js';

/** A store that is away is not reported for each request. */
const REPORT_MS = 10_000;

/** `undefined` where the host has not switched it on. */
export function openEntityCache<P>(
  {
    entityCache: config,
    authentication,
  }: Partial<Pick<RouterConfig<P>, 'entityCache' | 'authentication'>>,
  { metrics, log }: { readonly metrics: Pick<RouterMetrics, 'registry'>; readonly log: Logger },
): EntityCache<P> | undefined {
  if (!config) return undefined;
  const parts = new Counter({
    name: 'router_entity_cache_total',
    help: 'Entities and root answers by what became of them: hit, miss, or joined with a call under way.',
    labelNames: ['subgraph', 'type', 'outcome'],
    registers: [metrics.registry],
  });
  const failures = new Counter({
    name: 'router_entity_cache_store_failures_total',
    help: 'Reads and writes that the store of the entity cache did not do.',
    labelNames: ['action'],
    registers: [metrics.registry],
  });
  const reported = new Map<StoreAction, number>();
  const scope = deduplicationScope(authentication);
  return new EntityCache<P>({
    config,
    now: Date.now,
    // Headers are in the key by themselves, those that the subgraph gets.
    privateKey:
      config.privateKey ??
      ((context) =>
        context.principal === null ? undefined : scope({ ...context, clientHeaders: undefined })),
    observe: (subgraph, outcome, type = 'unknown', count) =>
      parts.inc({ subgraph, type, outcome }, count),
    storeFailed: (action, err) => {
      failures.inc({ action });
      const last = reported.get(action) ?? Number.NEGATIVE_INFINITY;
      if (performance.now() - last < REPORT_MS) return;
      reported.set(action, performance.now());
      log.warn({ action, err }, 'the store of the entity cache is away');
    },
  });
}
