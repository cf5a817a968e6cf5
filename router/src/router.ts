import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { RouterConfig } from './config.js';
import type { ContractsConfig } from './contracts/contract-config.js';
import { introspectionPolicy, showsSuggestions } from './edge/introspection-policy.js';
import { checkTrustedDocuments } from './engine/check-trusted-documents.js';
import { Engine, type Prepared } from './engine/engine.js';
import type { Graph } from './engine/graph.js';
import { closePlugins, collectHooks } from './engine/hooks.js';
import { isStream } from './engine/is-stream.js';
import { withDefaults } from './engine/limits.js';
import { type GraphParts, openGraph } from './engine/open-graph.js';
import { ownPlugins } from './engine/own-plugins.js';
import { OpenStreams } from './engine/streams.js';
import { subgraphCaller } from './engine/subgraph-caller.js';
import { warm } from './engine/warm.js';
import type { EntityCache } from './entity-cache/entity-cache.js';
import { entityCacheProblems } from './entity-cache/entity-cache-config.js';
import { openEntityCache } from './entity-cache/open-entity-cache.js';
import { openInFlight } from './in-flight/open-in-flight.js';
import { createMetrics } from './observability/metrics.js';
import { OperationRecord } from './observability/operation-record.js';
import { OperationReports } from './observability/operation-reports.js';
import { requestIdFrom } from './observability/request-id.js';
import { type LabelDecision, labelDecision } from './override/active-labels.js';
import { openPersistedLists } from './persisted/persisted-lists.js';
import type { Caller } from './plugin.js';
import { openResponseCache } from './response-cache/open-response-cache.js';
import type { LocalRequest, Router, RouterPart, RouterResult, SwapResult } from './router.types.js';
import { RouterRefused } from './router-refused.js';
import { answerClient, clientResults } from './server/client-results.js';
import { Connections } from './server/connections.js';
import { type DrainTimes, drain } from './server/drain.js';
import { badRequest } from './server/error-replies.js';
import { explorerProblems } from './server/explorer-options.js';
import { createHttpServer } from './server/http-server.js';
import { type ListenOptions, listen } from './server/listen.js';
import type { Services } from './server/services.js';
import { keptHeaders, trafficProblems, trafficShaping } from './shaping/traffic-shaping.js';
import { followSupergraph } from './supergraph/follow.js';
import type { SupergraphSource } from './supergraph/source.types.js';
import { flatten } from './support/flatten.js';
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

type Parts<P> = Omit<GraphParts<P>, 'config'>;

class RunningRouter<P> implements Router<P> {
  readonly #services: Services<P>;
  readonly #streams: OpenStreams;
  readonly #stopWatching: (() => void) | undefined;
  #graph: Graph;
  #stopFollowing: (() => void) | undefined;
  #http: FastifyInstance | undefined;
  #connections: Connections | undefined;
  #closing: Promise<void> | undefined;
  #draining = false;
  /** One after the other: the last one asked for is the one that stays. */
  #swapping: Promise<void> = Promise.resolve();

  constructor(
    private readonly config: RouterConfig<P>,
    private readonly parts: Parts<P>,
    graph: Graph,
    readonly entityCache: EntityCache<P> | undefined,
  ) {
    const { limits, metrics, log, transports } = parts;
    this.#graph = graph;
    entityCache?.prepare(graph.supergraph);
    this.#streams = new OpenStreams(metrics);
    const { authentication } = config;
    const hooks = collectHooks([...(config.plugins ?? []), ...ownPlugins(config)]);
    const audience = (principal: unknown) => authentication?.audience?.(principal as P);
    const engine = new Engine({
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
    this.#stopWatching = authentication?.onRevoked?.((concerns) =>
      this.#streams.revoke((principal) => concerns(principal as P)),
    );
    parts.persistedLists.watch(() => checkTrustedDocuments(this.#graph, log));
    this.#services = {
      config,
      engine,
      hooks,
      graph: () => this.#graph,
      streams: this.#streams,
      responses: openResponseCache(config, { metrics, log }),
      limits,
      metrics,
      log,
      reports: new OperationReports(metrics.byName, log),
      clientHeaders: keptHeaders(config.traffic),
      entityCache,
      leaving: () => this.#closing !== undefined,
      draining: () => this.#draining,
    };
  }

  get apiSdl(): string {
    return this.#graph.supergraph.apiSdl;
  }

  contractSdl(contract: string): string | undefined {
    return this.#graph.contracts.get(contract)?.supergraph.apiSdl;
  }

  get metrics() {
    return this.parts.metrics.registry;
  }

  /** Takes whatever the source brings, until the router is closed. */
  follow(source: SupergraphSource, current: string): void {
    const swap = (sdl: string) => this.swapSupergraph(sdl);
    this.#stopFollowing = followSupergraph(source, current, swap, this.parts.log);
  }

  /** Wires HTTP up to, but not including, `listen`. */
  async listenable(): Promise<void> {
    this.#http = await createHttpServer(this.#services);
    this.#connections = new Connections(this.#http.server);
  }

  async start(where: ListenOptions) {
    const http = this.#http;
    if (!http) throw new RouterRefused(['The router was closed.']);
    const url = await listen(http, where);
    return { url, address: http.server.address() as AddressInfo };
  }

  async execute(request: LocalRequest<P>): Promise<RouterResult> {
    const caller = this.#caller(request);
    const prepared = await this.#prepare(request, caller);
    if (isStream(prepared)) {
      return { errors: [badRequest('Use `subscribe` for subscriptions.', caller.requestId)] };
    }
    const { signal } = request;
    return answerClient(this.#services, prepared, { caller, transport: 'local', signal });
  }

  subscribe(request: LocalRequest<P>): AsyncIterableIterator<RouterPart> {
    return flatten(this.#open(request));
  }

  async #open(request: LocalRequest<P>): Promise<AsyncIterableIterator<RouterPart>> {
    const caller = this.#caller(request);
    const prepared = await this.#prepare(request, caller, true);
    const { signal } = request;
    return clientResults(this.#services, prepared, { caller, transport: 'local', signal });
  }

  async swapSupergraph(sdl: string): Promise<SwapResult> {
    const swap = this.#swapping.then(() => this.#swap(sdl));
    this.#swapping = swap.then(
      () => undefined,
      () => undefined,
    );
    return swap;
  }

  async #swap(sdl: string): Promise<SwapResult> {
    const opened = await openGraph(sdl, { config: this.config, ...this.parts });
    if (!opened.ok) return opened;
    await checkTrustedDocuments(opened.graph, this.parts.log);
    await warm(opened.graph, this.#graph);
    this.entityCache?.prepare(opened.graph.supergraph);
    opened.takeOver();
    this.#graph = opened.graph;
    await this.#services.engine.moveSubscriptions(opened.graph);
    return { ok: true };
  }

  get responseCache() {
    return this.#services.responses;
  }

  close(times: DrainTimes = {}): Promise<void> {
    this.#closing ??= this.#close(times);
    return this.#closing;
  }

  async #close({ graceMs = 0, timeoutMs = 10_000 }: DrainTimes): Promise<void> {
    if (graceMs > 0) await sleep(graceMs);
    this.#draining = true;
    this.#stopWatching?.();
    this.#stopFollowing?.();
    const [http, connections] = [this.#http, this.#connections];
    await drain({ http, connections, streams: this.#streams }, timeoutMs);
    await this.#services.responses?.close();
    await closePlugins(this.#services.hooks, this.parts.log);
    await this.parts.persistedLists.close();
    await this.parts.transports.close();
    await this.entityCache?.close();
  }

  #caller({ principal = null, attributes = {}, requestId }: LocalRequest<P>): Caller<P> {
    const record = new OperationRecord();
    return { principal, attributes, requestId: requestId ?? requestIdFrom(undefined), record };
  }

  #prepare(request: LocalRequest<P>, caller: Caller<P>, inParts = false): Promise<Prepared> {
    const { query: source, operationName, variables, contract } = request;
    const asked = { source, operationName, variables, contract };
    const operation = { ...asked, caller, transport: 'local', inParts } as const;
    return this.#services.engine.prepare(this.#graph, operation);
  }
}
