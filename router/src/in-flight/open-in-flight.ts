import type { RouterConfig, RouterLimits } from '../config.js';
import type { Hooks } from '../engine/hooks.js';
import type { RouterMetrics } from '../observability/metrics.js';
import { type DeduplicationScope, deduplicationScope } from './deduplication-scope.js';
import { InFlight } from './in-flight.js';

/** `undefined` where the host has not switched it on. */
export function openInFlight<P>(
  { deduplicate = false, authentication }: RouterConfig<P>,
  { limits, hooks, metrics }: { limits: RouterLimits; hooks: Hooks; metrics: RouterMetrics },
): InFlight | undefined {
  if (deduplicate === false) return undefined;
  const scope = deduplicate === true ? deduplicationScope(authentication) : deduplicate;
  return new InFlight({
    scope: scope as DeduplicationScope,
    timeoutMs: limits.operationTimeoutMs,
    isWatched: hooks.onResponse.length > 0,
    registry: metrics.registry,
  });
}
