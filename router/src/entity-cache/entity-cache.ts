import type { DocumentNode } from 'graphql';
import { OperationTypeNode } from 'graphql';
import { isRepeatable } from '../shaping/ask.js';
import type { ShapeTransport } from '../shaping/traffic-shaping.js';
import type { Supergraph } from '../supergraph/supergraph.js';
import type {
  OperationContext,
  SubgraphRequest,
  SubgraphTransport,
} from '../transport/transport.js';
import { type CachedCall, readCall } from './cached-call.js';
import { answerCached, type CachedSubgraphOptions, type CallInParts } from './cached-subgraph.js';
import type { EntityCacheConfig, EntityCachePolicy } from './entity-cache-config.js';
import { graphFacts } from './graph-facts.js';
import { type Invalidation, invalidatedTags } from './invalidation.js';
import type { KeptPart } from './kept-text.js';
import { circlesOf, partsOf } from './part.js';
import { UnderWay } from './under-way.js';

export interface EntityCacheOptions<P> extends Pick<CachedSubgraphOptions, 'now' | 'storeFailed'> {
  readonly config: EntityCacheConfig<P>;
  readonly privateKey: (context: OperationContext<P>) => string | undefined;
  readonly observe: (
    subgraph: string,
    ...what: Parameters<CachedSubgraphOptions['observe']>
  ) => void;
}

const DAY = 86_400;

/** Wraps the transports of subgraphs, and forgets what the host says has changed. */
export class EntityCache<P = unknown> {
  readonly #subgraphs = new Set<string>();
  readonly #underWay = new UnderWay<KeptPart>();

  constructor(private readonly options: EntityCacheOptions<P>) {}

  /** Reads a supergraph before it takes traffic. */
  prepare(supergraph: Supergraph): void {
    graphFacts(supergraph);
  }

  /** The same transport, from the outside; one that is not to be cached as it is. */
  readonly wrap: ShapeTransport<P> = (subgraph, transport) => {
    const { default: common, subgraphs = {} } = this.options.config;
    const own = subgraphs[subgraph];
    if (!common && !own) return transport;
    this.#subgraphs.add(subgraph);
    return this.#cached(subgraph, transport, { ...common, ...own });
  };

  /**
   * Forgets what is kept; answers that are under way now are not kept either.
   * @throws what the store throws: it may not have forgotten
   */
  async invalidate(...what: readonly Invalidation[]): Promise<void> {
    const tags = what.flatMap((each) => invalidatedTags(each, this.#subgraphs));
    await this.options.config.store.invalidate([...new Set(tags)]);
  }

  close(): Promise<void> {
    return this.options.config.store.close();
  }

  #cached(
    subgraph: string,
    transport: SubgraphTransport<P>,
    policy: EntityCachePolicy<P>,
  ): SubgraphTransport<P> {
    const { config, now, observe, storeFailed } = this.options;
    const { store, maxTtlSeconds: maxSeconds = DAY } = config;
    const inParts = this.#partsReader(subgraph, policy);
    const options: CachedSubgraphOptions = {
      subgraph,
      store,
      maxSeconds,
      now,
      storeFailed,
      underWay: this.#underWay,
      observe: (...what) => observe(subgraph, ...what),
    };
    const ask = transport.execute.bind(transport);
    return {
      execute: async (request, context) => {
        const parts = inParts(request, context);
        return parts ? answerCached(ask, request, context, parts, options) : ask(request, context);
      },
      subscribe: (request, context) => transport.subscribe(request, context),
      close: () => transport.close(),
    };
  }

  #partsReader(subgraph: string, policy: EntityCachePolicy<P>) {
    const { ttlSeconds: defaultSeconds = 0, shared = false, varyBy, events = false } = policy;
    const ignoredHeaders = new Set(policy.ignoredHeaders?.map((name) => name.toLowerCase()));
    /** A document belongs to one plan, and a plan to one supergraph. */
    const calls = new WeakMap<DocumentNode, { readonly call: CachedCall | undefined }>();
    return (request: SubgraphRequest, context: OperationContext<P>): CallInParts | undefined => {
      const { operation, hopHeaders = {} } = context;
      if (!operation || !isRepeatable(request, context)) return undefined;
      // Whoever has changed something is to see it.
      if (operation.kind === OperationTypeNode.MUTATION) return undefined;
      if (operation.kind === OperationTypeNode.SUBSCRIPTION && !events) return undefined;
      const variesBy = varyBy ? varyBy(context) : '';
      if (variesBy === undefined) return undefined;
      const privateKey = this.options.privateKey(context);
      const headers = Object.fromEntries(
        Object.entries(hopHeaders).filter(([name]) => !ignoredHeaders.has(name)),
      );
      const circles = circlesOf({ privateKey, shared, headers, variesBy });
      if (!circles.own && !circles.everybody) return undefined;
      const facts = graphFacts(operation.supergraph);
      let known = calls.get(request.document);
      if (!known) {
        known = { call: readCall(request.document, { subgraph, facts, defaultSeconds }) };
        calls.set(request.document, known);
      }
      const parts = known.call && partsOf(known.call, request, { subgraph, facts, circles });
      if (!parts?.some(({ keeping }) => keeping)) return undefined;
      return { parts, headers, ignoredHeaders };
    };
  }
}
