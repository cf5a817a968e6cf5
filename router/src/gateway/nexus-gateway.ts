import type {
  GatewayExecutionResult,
  GatewayGraphQLRequestContext,
  GatewayInterface,
  GatewayLoadResult,
  GatewaySchemaLoadOrUpdateCallback,
  GatewayUnsubscriber,
} from '@apollo/server-gateway-interface';
import type { GraphQLSchema } from 'graphql';
import { type Logger, pino } from 'pino';
import { showsSuggestions } from '../edge/introspection-policy.js';
import { Engine } from '../engine/engine.js';
import type { Graph } from '../engine/graph.js';
import { closePlugins, collectHooks, type Hooks } from '../engine/hooks.js';
import { isStream } from '../engine/is-stream.js';
import { withDefaults } from '../engine/limits.js';
import { type GraphParts, openGraph } from '../engine/open-graph.js';
import { subgraphCaller } from '../engine/subgraph-caller.js';
import { warm } from '../engine/warm.js';
import type { EntityCache } from '../entity-cache/entity-cache.js';
import { entityCacheProblems } from '../entity-cache/entity-cache-config.js';
import { openEntityCache } from '../entity-cache/open-entity-cache.js';
import { explainPlans } from '../explain/explain-plans.js';
import { createMetrics } from '../observability/metrics.js';
import { requestIdFrom } from '../observability/request-id.js';
import { type LabelDecision, labelDecision } from '../override/active-labels.js';
import { PersistedLists } from '../persisted/persisted-lists.js';
import type { SwapResult } from '../router.types.js';
import { RouterRefused } from '../router-refused.js';
import { startRecord } from '../server/arrival.js';
import { answerClient } from '../server/client-results.js';
import { badRequest } from '../server/error-replies.js';
import type { ClientHeaders } from '../shaping/header-rules.js';
import { keptHeaders, trafficProblems, trafficShaping } from '../shaping/traffic-shaping.js';
import { followSupergraph } from '../supergraph/follow.js';
import { Transports } from '../transport/transports.js';
import { wrappedBy } from '../transport/wrapped-by.js';
import { httpTransports } from './http-transports.js';
import type { NexusGatewayOptions } from './nexus-gateway.types.js';
import { OverallCachePolicies } from './overall-cache-policy.js';

const NOBODY = { isAuthenticated: () => false, scopes: () => new Set<string>() };

/**
 * The router's planner, executor and transports in the place of `@apollo/gateway`:
 *
 * @example
 * new ApolloServer({ gateway: new NexusGateway({ supergraph: sourceAt('supergraph.graphql') }) })
 */
export class NexusGateway<TContext = Record<string, unknown>> implements GatewayInterface {
  readonly #listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();
  readonly #graphs = new WeakMap<GraphQLSchema, Graph>();
  readonly #parts: GraphParts<TContext>;
  readonly #hooks: Hooks;
  readonly #engine: Engine;
  readonly #log: Logger;
  readonly #cachePolicies = new OverallCachePolicies();
  readonly #clientHeaders: ClientHeaders | undefined;
  /** Absent where the option is. */
  readonly entityCache: EntityCache<TContext> | undefined;
  #current: Graph | undefined;
  #stopFollowing: (() => void) | undefined;

  /** @throws RouterRefused for options that make no sense */
  constructor(private readonly options: NexusGatewayOptions<TContext>) {
    const { supergraph, subgraphs, headers, authorization, ...common } = options;
    const problems = [
      ...trafficProblems(options.traffic),
      ...entityCacheProblems(options.entityCache, false),
    ];
    if (problems.length > 0) throw new RouterRefused(problems);
    this.#clientHeaders = keptHeaders(options.traffic);
    const metrics = createMetrics();
    const limits = withDefaults(options.limits);
    const reached = subgraphs ?? httpTransports(headers);
    this.#log = options.logger ?? pino({ name: 'gateway' });
    this.entityCache = openEntityCache<TContext>(options, { metrics, log: this.#log });
    const shape = trafficShaping(options.traffic, metrics, undefined, this.entityCache?.wrap);
    const wrap = wrappedBy(options.plugins);
    const transports = new Transports<TContext>(reached, (name, transport) =>
      shape(name, wrap(name, transport)),
    );
    const config = {
      ...common,
      supergraph,
      subgraphs: reached,
      // Apollo Server answers in one piece.
      defer: false,
      authorization: authorization !== false && { ...NOBODY, ...authorization },
    };
    // Persisted queries and contracts are not asked for through Apollo Server.
    const persistedLists = new PersistedLists(undefined, new Map());
    this.#parts = { config, limits, metrics, transports, persistedLists, log: this.#log };
    const own = [explainPlans(options.explain), this.#cachePolicies.plugin<TContext>()];
    this.#hooks = collectHooks([...(options.plugins ?? []), ...own]);
    this.#engine = new Engine({
      caller: subgraphCaller(transports, metrics, this.#hooks),
      hooks: this.#hooks,
      limits,
      metrics,
      log: this.#log,
      stillAllowed: () => true,
      // Apollo Server has an option for it, and asks before us.
      introspection: () => true,
      suggestions: showsSuggestions(config),
      chooseContract: undefined,
      audience: () => undefined,
      decideLabels: labelDecision(
        options.progressiveOverride ?? {},
        () => undefined,
      ) as LabelDecision,
      // Apollo Server has no subscriptions over a gateway.
      subscriptions: {},
    });
  }

  onSchemaLoadOrUpdate(listener: GatewaySchemaLoadOrUpdateCallback): GatewayUnsubscriber {
    this.#listeners.add(listener);
    if (this.#current) listener(told(this.#current));
    return () => this.#listeners.delete(listener);
  }

  /** @throws RouterRefused when the first supergraph is broken, SourceUnreadable when there is none */
  async load(): Promise<GatewayLoadResult> {
    const { supergraph: source } = this.options;
    const sdl = typeof source === 'string' ? source : await source.read();
    const opened = await this.#use(sdl);
    if (!opened.ok) throw new RouterRefused(opened.errors);
    if (typeof source !== 'string') {
      this.#stopFollowing = followSupergraph(source, sdl, (next) => this.#use(next), this.#log);
    }
    return { executor: (request) => this.#execute(request) };
  }

  async stop(): Promise<void> {
    this.#stopFollowing?.();
    this.#listeners.clear();
    await closePlugins(this.#hooks, this.#log);
    await this.#parts.transports.close();
    await this.entityCache?.close();
  }

  /** Operations already validated finish on the graph that they were validated against. */
  async #use(sdl: string): Promise<SwapResult> {
    const opened = await openGraph(sdl, this.#parts);
    if (!opened.ok) return opened;
    if (this.#current) await warm(opened.graph, this.#current);
    this.entityCache?.prepare(opened.graph.supergraph);
    opened.takeOver();
    this.#current = opened.graph;
    this.#graphs.set(opened.graph.schema, opened.graph);
    for (const listener of this.#listeners) listener(told(opened.graph));
    return { ok: true };
  }

  async #execute(request: GatewayGraphQLRequestContext): Promise<GatewayExecutionResult> {
    const graph = this.#graphs.get(request.schema) ?? this.#current;
    if (!graph) throw new RouterRefused(['The gateway was not loaded.']);
    const { variables, extensions, http } = request.request;
    const requestId = requestIdFrom(http?.headers.get('x-request-id') ?? undefined);
    const record = startRecord(Object.fromEntries(http?.headers ?? []));
    const caller = {
      principal: request.context as TContext,
      requestId,
      attributes: {},
      record,
      clientHeaders: this.#clientHeaders?.(Object.fromEntries(http?.headers ?? [])),
    };
    this.#cachePolicies.watch(caller, request);
    const prepared = await this.#engine.prepare(graph, {
      source: request.source,
      operationName: request.operationName ?? undefined,
      variables,
      extensions,
      caller,
      transport: 'http',
    });
    if (isStream(prepared)) {
      return { errors: [badRequest('Apollo Server serves no subscriptions.', requestId)] };
    }
    const services = { engine: this.#engine, hooks: this.#hooks, log: this.#log };
    const result = await answerClient(services, prepared, { caller, transport: 'http' });
    const [error] = prepared.ok ? [] : (result.errors ?? []);
    // Apollo Server takes status and headers from here, and the client sees nothing of it.
    if (error && !prepared.ok && prepared.status !== undefined) {
      const headers = new Map(Object.entries(prepared.headers ?? {}));
      error.extensions.http = { status: prepared.status, headers };
    }
    return result;
  }
}

function told({ supergraph: { apiSchema, sdl: coreSupergraphSdl } }: Graph) {
  return { apiSchema, coreSupergraphSdl };
}
