import type { Logger } from 'pino';
import type { RouterConfig, RouterLimits } from '../config.js';
import type { Engine } from '../engine/engine.js';
import type { Graph } from '../engine/graph.js';
import type { Hooks } from '../engine/hooks.js';
import type { OpenStreams } from '../engine/streams.js';
import type { EntityCache } from '../entity-cache/entity-cache.js';
import type { RouterMetrics } from '../observability/metrics.js';
import type { OperationReports } from '../observability/operation-reports.js';
import type { ResponseCache } from '../response-cache/response-cache.js';
import type { ClientHeaders } from '../shaping/header-rules.js';

/** What the HTTP side needs of the rest of the router. */
export interface Services<P> {
  readonly config: RouterConfig<P>;
  readonly engine: Engine;
  readonly hooks: Hooks;
  /** The supergraph in force right now; ask again for each operation. */
  readonly graph: () => Graph;
  readonly streams: OpenStreams;
  /** Absent: no answer is kept. */
  readonly responses: ResponseCache | undefined;
  readonly limits: RouterLimits;
  readonly metrics: RouterMetrics;
  readonly log: Logger;
  /** Told of each operation when it is over. */
  readonly reports: OperationReports;
  /** What of a client's headers is kept for subgraphs; absent: nothing. */
  readonly clientHeaders: ClientHeaders | undefined;
  readonly entityCache: EntityCache<P> | undefined;
  /** Will the router go down soon? It still serves everything, but is not ready for more. */
  readonly leaving: () => boolean;
  /** Does it take no new work any more? */
  readonly draining: () => boolean;
}
