import type { RouterConfig } from '../config.js';
import type { ContractsConfig } from '../contracts/contract-config.js';
import { introspectionPolicy, showsSuggestions } from '../edge/introspection-policy.js';
import { openInFlight } from '../in-flight/open-in-flight.js';
import { type LabelDecision, labelDecision } from '../override/active-labels.js';
import type { Caller } from '../plugin.js';
import { Engine } from './engine.js';
import type { Hooks } from './hooks.js';
import type { GraphParts } from './open-graph.js';
import { subgraphCaller } from './subgraph-caller.js';

/** The engine of a router, as its host configured it. */
export function openEngine<P>(
  config: RouterConfig<P>,
  hooks: Hooks,
  { limits, metrics, log, transports }: Omit<GraphParts<P>, 'config'>,
): Engine {
  const { authentication } = config;
  const audience = (principal: unknown) => authentication?.audience?.(principal as P);
  return new Engine({
    caller: subgraphCaller(transports, metrics, hooks),
    hooks,
    subscriptions: config.subscriptions ?? {},
    limits,
    metrics,
    log,
    stillAllowed: (principal) => authentication?.stillAllowed?.(principal as P) ?? true,
    introspection: introspectionPolicy(config.introspection) as (caller: Caller) => boolean,
    suggestions: showsSuggestions(config),
    chooseContract: config.contracts?.choose as ContractsConfig['choose'],
    inFlight: openInFlight(config, { limits, hooks, metrics }),
    tellsPolicies: Boolean(config.cacheHints || config.responseCache),
    audience,
    decideLabels: labelDecision(config.progressiveOverride ?? {}, audience) as LabelDecision,
  });
}
