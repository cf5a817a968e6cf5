import type { RouterConfig } from '../config.js';
import type { EntityCacheConfig } from '../entity-cache/entity-cache-config.js';
import type { TransportHeaders } from './http-transports.js';

/** `TContext` is Apollo Server's context value; transports and plugins find it as the principal. */
export interface NexusGatewayOptions<TContext>
  extends Pick<
    RouterConfig<TContext>,
    | 'supergraph'
    | 'planner'
    | 'plugins'
    | 'limits'
    | 'logger'
    | 'suggestions'
    | 'traffic'
    | 'explain'
    | 'progressiveOverride'
  > {
  /** Default: HTTP to the URLs that the supergraph states. */
  subgraphs?: RouterConfig<TContext>['subgraphs'];
  /**
   * What the context says of the caller's rights. Apollo Server has a context for everybody, signed in or not: without
   * this nobody fulfils `@authenticated`, `@requiresScopes` or `@policy`. `false`: the subgraphs enforce them.
   */
  authorization?: RouterConfig<TContext>['authorization'];
  /** See `RouterConfig.entityCache`; who is answered the same, say `shared` or `privateKey`. */
  entityCache?: Omit<EntityCacheConfig<TContext>, 'invalidation'>;
  /** Headers of each call by the default transports, for example what the context says of the caller. */
  headers?: TransportHeaders<TContext>;
}
