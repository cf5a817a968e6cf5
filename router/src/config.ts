import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { AuthorizationPort } from './authorization/port.js';
import type { CacheHintsConfig } from './cache-hints/cache-hints.js';
import type { ContractsConfig } from './contracts/contract-config.js';
import type { SubscriptionPolicy } from './engine/subscription-policy.js';
import type { EntityCacheConfig } from './entity-cache/entity-cache-config.js';
import type { DeduplicationScope } from './in-flight/deduplication-scope.js';
import type { MetricsConfig } from './observability/operation-metrics.js';
import type { OverridePolicy } from './override/override-policy.js';
import type { PersistedOperationsConfig } from './persisted/persisted-operations.types.js';
import type { PlannerChoice } from './planner/planner-choice.js';
import type { Caller, RouterPlugin } from './plugin.js';
import type { AuthenticationPort } from './policy/authentication.js';
import type { HopSigner } from './policy/hop-token.types.js';
import type { ResponseCacheConfig } from './response-cache/response-cache.types.js';
import type { ExplorerOptions } from './server/explorer-options.js';
import type { TrafficConfig } from './shaping/traffic-shaping.js';
import type { SupergraphSource } from './supergraph/source.types.js';
import type { Callbacks } from './transport/callback/callback.js';
import type { SubgraphTransport } from './transport/transport.js';

/** Everything a router needs to know. Only `supergraph` and `subgraphs` have no default. */
export interface RouterConfig<P = unknown> {
  /**
   * The supergraph SDL, as `composeSubgraphs` or any federation 2 composition wrote it; or where it
   * is read, and followed until `close` (see `sourceAt`).
   */
  supergraph: string | SupergraphSource;
  /**
   * How each subgraph is reached: by name, or a function asked once per subgraph and URL that the
   * supergraph states for it. A subgraph without a transport is refused at start.
   */
  subgraphs:
    | Readonly<Record<string, SubgraphTransport<P>>>
    | ((name: string, url: string) => SubgraphTransport<P> | undefined);
  /**
   * Who plans: `native` (Hive Router's, MIT), `apollo` (Elastic License 2.0), or `auto`: native
   * where it loads, Apollo's for what it cannot do. Default: `NEXUS_ROUTER_PLANNER`, else `auto`.
   */
  planner?: PlannerChoice;
  /** Default: everybody is anonymous. */
  authentication?: AuthenticationPort<P>;
  /**
   * How `@authenticated`, `@requiresScopes` and `@policy` are enforced; see `AuthorizationPort` for what is taken for
   * granted without it. `false`: not by the router, each subgraph does it by itself.
   */
  authorization?: AuthorizationPort<P> | false;
  /** Its public keys are served at `/.well-known/nexus-internal-jwks.json`. */
  hopSigner?: HopSigner<P>;
  /** Where GraphQL is served; default `/graphql`. Event streams also at `<path>/stream`. */
  path?: string;
  /** Take lists of operations over HTTP, up to `limits.batch`; default false. */
  batching?: boolean;
  /**
   * Take files by the GraphQL multipart request specification: at most `files` of `fileBytes` each; default: none are
   * taken.
   */
  uploads?: { readonly files: number; readonly fileBytes: number };
  /**
   * Let clients defer fragments (`@defer`), over multipart, WebSocket and server-sent events; default true. Only Apollo's
   * planner plans that: with `planner: 'native'`, or where it is not installed, such operations are answered whole.
   */
  defer?: boolean;
  /** Operations that clients name by an id; default: every operation comes as text. */
  persistedOperations?: PersistedOperationsConfig<P>;
  /** Variants of the graph for different clients, by `@tag`; default: everybody sees the whole graph. */
  contracts?: ContractsConfig<P>;
  /** Where subgraphs bring events by the callback protocol; the same object as in their transports. */
  callbacks?: Callbacks;
  /** For whom `@override(label:)` is on; default: `percent(n)` by audience, other labels for nobody. */
  progressiveOverride?: OverridePolicy<P>;
  /** Slow clients, subgraphs that break off, resuming. */
  subscriptions?: SubscriptionPolicy;
  /** Timeouts, retries, headers, circuit breakers and limits of calls to subgraphs; default: none but the transport's own. */
  traffic?: TrafficConfig<P>;
  /**
   * Execute equal queries that are asked at the same time once, for callers who are answered the same: those of one
   * audience with equal attributes and equal headers for subgraphs, or whom the function says. Default false.
   */
  deduplicate?: boolean | DeduplicationScope<P>;
  /** Keeps entities and root fields that subgraphs answered; default: nothing is kept. */
  entityCache?: EntityCacheConfig<P>;
  /** Tell clients and caches by `Cache-Control` for how long an answer holds; default false: `no-store`. */
  cacheHints?: boolean | CacheHintsConfig;
  /** Keep answers to queries of callers without a principal; default: none is kept. */
  responseCache?: ResponseCacheConfig<P>;
  /** Features, in the order in which they are asked. */
  plugins?: readonly RouterPlugin<P>[];
  /** The host's own HTTP routes (sign-in pages, webhooks). Registered before `listen`. */
  routes?: (fastify: FastifyInstance) => void | Promise<void>;
  /** GraphiQL, with what operations cost and how they are planned, at `/explorer` or another path; default false. */
  explorer?: boolean | ExplorerOptions;
  /** Folders served as single-page applications (an explorer, a portal). */
  staticRoutes?: readonly StaticRoute[];
  /** Foreign origins allowed, with credentials, by CORS and to open WebSockets; default none. */
  corsOrigins?: readonly string[];
  /** Is the host ready for traffic? Asked by `/ready`; default always. */
  ready?: () => boolean | Promise<boolean>;
  /** Default: pino at `info` on standard output. */
  logger?: Logger;
  limits?: Partial<RouterLimits>;
  /** To whom query plans are explained who ask for it (`nexus-explain`); default: nobody. */
  explain?: (caller: Caller<P>) => boolean | Promise<boolean>;
  /** Who finds in the header `Server-Timing` how long the parts of an operation took; default: nobody. */
  serverTiming?: boolean | ((caller: Caller<P>) => boolean | Promise<boolean>);
  /** How many names of operations and clients become labels of metrics, or which. */
  metrics?: MetricsConfig;
  /** Answer `__schema` and `__type`: to everybody, to nobody, or to whom the function says; default true. */
  introspection?: boolean | ((caller: Caller<P>) => boolean | Promise<boolean>);
  /** "Did you mean …?" in errors, which tells of the schema; default: where `introspection` is on for everybody. */
  suggestions?: boolean;
  /** Believe `x-forwarded-*` from these proxies (see fastify's `trustProxy`); default false. */
  trustProxy?: boolean | string | string[];
}

export interface StaticRoute {
  /** URL prefix, for example `/explorer`. */
  prefix: string;
  /**
   * Absolute folder that holds `index.html`; unknown paths without an extension answer it. Where a build has put
   * `x.br` or `x.gz` beside `x`, a client that takes it gets that.
   */
  root: string;
  /** Headers of every answer, by lower-case name, above the router's own: a narrower content policy, say. */
  headers?: Readonly<Record<string, string>>;
}

/** Bounds on what a client may ask; every one has a default that suits interactive clients. */
export interface RouterLimits {
  /** Bytes of a request body or WebSocket message; default 1 MiB. */
  bodyBytes: number;
  /** Lexical tokens of a document; default 15,000. */
  tokens: number;
  /** Nesting of brackets in a document and of values in variables; default 200. */
  depth: number;
  /** Fields inside fields, fragments counted where they are spread; default 50. `OPERATION_TOO_DEEP` */
  operationDepth: number;
  /** Fields of an operation, fragments counted where they are spread; default 10,000. `TOO_MANY_FIELDS` */
  height: number;
  /** Fields at the root of an operation; default 200. `TOO_MANY_ROOT_FIELDS` */
  rootFields: number;
  /** Aliases of an operation; default 1,000. `TOO_MANY_ALIASES` */
  aliases: number;
  /** Directives applied in an operation; default 1,000. `TOO_MANY_DIRECTIVES` */
  directives: number;
  /** Fragments with `@defer`, counted where they are spread; default 20. `TOO_MANY_DEFERRED_FRAGMENTS` */
  deferredFragments: number;
  /** Items of one list, in variables or written out; default 10,000. `LIST_TOO_LONG` */
  listItems: number;
  /** Milliseconds a query or mutation may take; default 30,000. */
  operationTimeoutMs: number;
  /** Events waiting for one slow client before its stream is ended; default 1,000. */
  eventQueue: number;
  /** Operations running at once on one WebSocket, or one shared event stream; default 100. */
  subscriptionsPerSocket: number;
  /** Shared event streams reserved and not yet connected; default 1,000. */
  eventReservations: number;
  /** Operations of one batch, where `batching` is on; default 10. */
  batch: number;
  /** Parsed documents and plans kept; default 1,000 each. */
  cachedOperations: number;
}
