import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { RouterConfig } from './config.js';
import { checkTrustedDocuments } from './engine/check-trusted-documents.js';
import type { Graph } from './engine/graph.js';
import { closePlugins, collectHooks } from './engine/hooks.js';
import { isStream } from './engine/is-stream.js';
import { openEngine } from './engine/open-engine.js';
import { type GraphParts, openGraph } from './engine/open-graph.js';
import { ownPlugins } from './engine/own-plugins.js';
import type { Prepared } from './engine/prepared.js';
import { OpenStreams } from './engine/streams.js';
import { warm } from './engine/warm.js';
import type { EntityCache } from './entity-cache/entity-cache.js';
import { OperationRecord } from './observability/operation-record.js';
import { OperationReports } from './observability/operation-reports.js';
import { requestIdFrom } from './observability/request-id.js';
import type { Caller } from './plugin.js';
import { openResponseCache } from './response-cache/open-response-cache.js';
import type { LocalRequest, Router, RouterPart, RouterResult, SwapResult } from './router.types.js';
import { RouterRefused } from './router-refused.js';
import { answerClient, clientResults } from './server/client-results.js';
import { Connections } from './server/connections.js';
import { type DrainTimes, drain } from './server/drain.js';
import { badRequest } from './server/error-replies.js';
import { createHttpServer } from './server/http-server.js';
import { type ListenOptions, listen } from './server/listen.js';
import type { Services } from './server/services.js';
import { keptHeaders } from './shaping/traffic-shaping.js';
import { followSupergraph } from './supergraph/follow.js';
import type { SupergraphSource } from './supergraph/source.types.js';
import { flatten } from './support/flatten.js';

/** What of a router outlives each of its graphs. */
type Parts<P> = Omit<GraphParts<P>, 'config'>;

/** A router over a graph that was opened; it serves nothing until it listens. */
export class RunningRouter<P> implements Router<P> {
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
    const { limits, metrics, log } = parts;
    this.#graph = graph;
    entityCache?.prepare(graph.supergraph);
    this.#streams = new OpenStreams(metrics);
    const { authentication } = config;
    const hooks = collectHooks([...(config.plugins ?? []), ...ownPlugins(config)]);
    const engine = openEngine(config, hooks, parts);
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
