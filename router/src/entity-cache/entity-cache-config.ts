import type { OperationContext } from '../transport/transport.js';
import type { EntityStore } from './entity-store.types.js';

/** How answers of subgraphs are kept. */
export interface EntityCacheConfig<P = unknown> {
  /** Where: `memoryStore(…)` or `redisStore(…)`. It is closed with the router. */
  readonly store: EntityStore;
  /** Of each subgraph; default: only those that are named are cached. */
  readonly default?: EntityCachePolicy<P>;
  /** By name; each part replaces that part of `default`. */
  readonly subgraphs?: Readonly<Record<string, EntityCachePolicy<P>>>;
  /**
   * Who is answered the same: everything of a caller on which a subgraph's answer may depend, as a text. What is private
   * is kept under it. `undefined`: nothing private is kept. Default: the audience of the principal (see
   * `AuthenticationPort.audience`) with the attributes but for `ip`; for anonymous callers `undefined`.
   */
  readonly privateKey?: (context: OperationContext<P>) => string | undefined;
  /** Seconds for which anything is kept at most; default one day. */
  readonly maxTtlSeconds?: number;
  /**
   * Takes invalidations over HTTP, with the header `authorization: Bearer <secret>` (16 characters at least). Default:
   * there is no such route.
   */
  readonly invalidation?: { readonly path: string; readonly secret: string };
}

export interface EntityCachePolicy<P = unknown> {
  /** For how long an answer is kept that says nothing of it; default: it is not. */
  readonly ttlSeconds?: number;
  /**
   * What the subgraph calls public is the same for all who may ask for it, whatever token or attributes the call
   * carries. Default false: each answer is kept for those alone who have one `privateKey`.
   */
  readonly shared?: boolean;
  /**
   * What else an answer depends on, such as a language in `attributes`. `undefined`: the call is not cached. Headers
   * that traffic shaping passes on need not be in it.
   */
  readonly varyBy?: (context: OperationContext<P>) => string | undefined;
  /** Headers passed on by traffic shaping on which no answer depends, such as the id of a trace. */
  readonly ignoredHeaders?: readonly string[];
  /** Also for entities that complete the events of subscriptions; default false: events show what is. */
  readonly events?: boolean;
}

/** What is wrong with the configuration, one sentence each. */
export function entityCacheProblems<P>(
  config: EntityCacheConfig<P> | undefined,
  hasAudience: boolean,
): string[] {
  if (!config) return [];
  const { subgraphs = {}, default: common, maxTtlSeconds, invalidation } = config;
  const problems: string[] = [];
  const named = [...(common ? [['default', common] as const] : []), ...Object.entries(subgraphs)];
  if (named.length === 0) problems.push('Entity cache: no subgraph is to be cached.');
  for (const [name, own] of named) {
    const { ttlSeconds, shared } = { ...common, ...own };
    if (ttlSeconds !== undefined && !(ttlSeconds > 0 && Number.isFinite(ttlSeconds))) {
      problems.push(`Entity cache of "${name}": ttlSeconds must be more than 0.`);
    }
    if (!shared && !hasAudience && !config.privateKey) {
      problems.push(
        `Entity cache of "${name}": nothing could be kept. Say "shared", or who is answered the same: "privateKey", or "audience" of the authentication.`,
      );
    }
  }
  if (maxTtlSeconds !== undefined && !(maxTtlSeconds > 0 && Number.isFinite(maxTtlSeconds))) {
    problems.push('Entity cache: maxTtlSeconds must be more than 0.');
  }
  if (invalidation && !invalidation.path.startsWith('/')) {
    problems.push('Entity cache: the path of invalidation begins with "/".');
  }
  if (invalidation && invalidation.secret.length < 16) {
    problems.push('Entity cache: the secret of invalidation has 16 characters at least.');
  }
  return problems;
}
