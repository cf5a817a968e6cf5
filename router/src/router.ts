import { pino } from 'pino';
import type { RouterConfig } from './config.js';
import { checkTrustedDocuments } from './engine/check-trusted-documents.js';
import { withDefaults } from './engine/limits.js';
import { openGraph } from './engine/open-graph.js';
import { entityCacheProblems } from './entity-cache/entity-cache-config.js';
import { openEntityCache } from './entity-cache/open-entity-cache.js';
import { createMetrics } from './observability/metrics.js';
import { openPersistedLists } from './persisted/persisted-lists.js';
import type { Router } from './router.types.js';
import { RouterRefused } from './router-refused.js';
import { RunningRouter } from './running-router.js';
import { explorerProblems } from './server/explorer-options.js';
import { trafficProblems, trafficShaping } from './shaping/traffic-shaping.js';
import { Transports } from './transport/transports.js';
import { wrappedBy } from './transport/wrapped-by.js';

/**
 * Builds a router. It serves nothing until `start`, but executes local requests at once.
 * @throws RouterRefused when the supergraph is broken or a subgraph has no transport
 * @throws SourceUnreadable when the supergraph cannot be had
 */
export async function createRouter<P = unknown>(config: RouterConfig<P>): Promise<Router<P>> {
  const problems = [
    ...trafficProblems(config.traffic),
    ...explorerProblems(config),
    ...entityCacheProblems(config.entityCache, config.authentication?.audience !== undefined),
  ];
  if (problems.length > 0) throw new RouterRefused(problems);
  const limits = withDefaults(config.limits);
  const metrics = createMetrics(config.metrics);
  const log = config.logger ?? pino({ name: 'router' });
  const { supergraph: source } = config;
  const sdl = typeof source === 'string' ? source : await source.read();
  const entityCache = openEntityCache(config, { metrics, log });
  const shape = trafficShaping(config.traffic, metrics, config.authentication, entityCache?.wrap);
  const wrap = wrappedBy(config.plugins);
  const transports = new Transports<P>(config.subgraphs, (name, transport) =>
    shape(name, wrap(name, transport)),
  );
  const opened = await openPersistedLists(config, { log, outcomes: metrics.persistedOperations });
  if (!opened.ok) throw new RouterRefused(opened.problems);
  const parts = { limits, metrics, log, transports, persistedLists: opened.lists };
  const first = await openGraph(sdl, { config, ...parts });
  if (!first.ok) {
    await opened.lists.close();
    throw new RouterRefused(first.errors);
  }
  first.takeOver();
  await checkTrustedDocuments(first.graph, log);

  const router = new RunningRouter<P>(config, parts, first.graph, entityCache);
  await router.listenable();
  if (typeof source !== 'string') router.follow(source, sdl);
  return router;
}
