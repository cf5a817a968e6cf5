import type { Logger } from 'pino';
import type { RouterConfig } from '../config.js';
import { type DeduplicationScope, deduplicationScope } from '../in-flight/deduplication-scope.js';
import type { RouterMetrics } from '../observability/metrics.js';
import { ResponseCache } from './response-cache.js';
import type { ResponseCacheConfig } from './response-cache.types.js';

/** `undefined` where the host has not switched it on. */
export function openResponseCache<P>(
  { responseCache, authentication }: RouterConfig<P>,
  { metrics, log }: { metrics: RouterMetrics; log: Logger },
): ResponseCache | undefined {
  if (!responseCache) return undefined;
  const { scope = deduplicationScope<P>(authentication) } = responseCache;
  return new ResponseCache({
    ...(responseCache as ResponseCacheConfig),
    scope: scope as DeduplicationScope,
    registry: metrics.registry,
    log,
  });
}
