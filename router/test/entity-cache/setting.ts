import { OperationTypeNode, parse } from 'graphql';
import { EntityCache } from '../../src/entity-cache/entity-cache.js';
import type { EntityCacheConfig } from '../../src/entity-cache/entity-cache-config.js';
import { memoryStore } from '../../src/entity-cache/memory-store.js';
import { loadSupergraph, type Supergraph } from '../../src/supergraph/supergraph.js';
import type {
  OperationContext,
  SubgraphRequest,
  SubgraphResult,
} from '../../src/transport/transport.js';
import { compose } from '../support/compose.js';

export const schema = `
  type Query { product(upc: ID!): Product  products: [Product!]!  shelf: String }
  type Product @key(fields: "upc") { upc: ID!  name: String  price(in: String): Int  related: [Product] }
  type Box @key(fields: "id lid { id }") { id: ID!  lid: Lid!  size: Int }
  type Lid { id: ID! }
`;

export function supergraphOf(typeDefs: string): Supergraph {
  const loaded = loadSupergraph(compose({ stock: typeDefs }));
  if (!loaded.ok) throw new TypeError(loaded.errors.join('\n'));
  return loaded.supergraph;
}

export const supergraph = supergraphOf(schema);

/** What the subgraph is asked, and how it answers: entities by their name, unless a test says otherwise. */
export type Answer = (
  request: SubgraphRequest,
  context: OperationContext<string>,
) => SubgraphResult | Promise<SubgraphResult>;

const KEPT = { 'cache-control': 'max-age=60' };

type Entity = Readonly<Record<string, unknown>>;

/** Names that say how often the subgraph was asked. */
export function answering(headers: SubgraphResult['headers'] = KEPT): Answer {
  let asked = 0;
  return ({ variables }) => {
    asked++;
    const lists = Object.entries(variables).filter(([, value]) => Array.isArray(value));
    if (lists.length === 0) return { data: { shelf: `answer ${asked}` }, headers };
    const keys = lists.length > 1 ? lists.map((_, index) => `_e${index}`) : ['_entities'];
    const data = Object.fromEntries(
      lists.map(([, value], index) => [
        keys[index],
        (value as Entity[]).map(({ upc }) => ({ name: `${upc} of ${asked}` })),
      ]),
    );
    return { data, headers };
  };
}

export const PRODUCTS =
  'query($representations:[_Any!]!){_entities(representations:$representations){...on Product{name}}}';

export const product = (upc: string) => ({ __typename: 'Product', upc });

export interface AskOptions {
  readonly query?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly context?: Partial<OperationContext<string>>;
  readonly kind?: OperationTypeNode;
  readonly graph?: Supergraph;
}

/** A cache before the subgraph `stock`, at a time of the test's own. */
export function startCache(answer: Answer, config: Partial<EntityCacheConfig<string>> = {}) {
  const time = { now: 1_000_000 };
  const received: SubgraphRequest[] = [];
  const observed: string[] = [];
  const failures: string[] = [];
  const cache = new EntityCache<string>({
    config: {
      store: memoryStore({ now: () => time.now }),
      subgraphs: { stock: { shared: true } },
      ...config,
    },
    now: () => time.now,
    privateKey: config.privateKey ?? (({ principal }) => principal ?? undefined),
    observe: (_subgraph, outcome, _type, parts) =>
      void observed.push(...Array.from({ length: parts }, () => outcome)),
    storeFailed: (action) => void failures.push(action),
  });
  const transport = cache.wrap('stock', {
    async execute(request, context) {
      received.push(request);
      return answer(request, context);
    },
    subscribe: () => Promise.reject(new TypeError('not here')),
    close: async () => {},
  });
  const documents = new Map<string, ReturnType<typeof parse>>();
  const ask = (options: AskOptions = {}): Promise<SubgraphResult> => {
    const { query = '{shelf}', variables = {}, context, kind = OperationTypeNode.QUERY } = options;
    const document = documents.get(query) ?? parse(query);
    if (!options.graph) documents.set(query, document);
    return transport.execute(
      {
        subgraph: 'stock',
        operationKind: 'query',
        operationName: undefined,
        query,
        document,
        variables,
      },
      {
        principal: null,
        requestId: 'id',
        attributes: {},
        operation: { kind, supergraph: options.graph ?? supergraph },
        signal: new AbortController().signal,
        ...context,
      },
    );
  };
  const entities = (upcs: readonly string[], options: AskOptions = {}): Promise<SubgraphResult> =>
    ask({ query: PRODUCTS, variables: { representations: upcs.map(product) }, ...options });
  return { cache, ask, entities, received, observed, failures, time };
}

/** Names of the entities of an answer. */
export function names({ data }: SubgraphResult, key = '_entities'): unknown[] {
  const { [key]: entities } = data ?? {};
  return (entities as (Entity | undefined)[]).map((entity) => entity?.name);
}

/** The products that a request asked for. */
export function askedFor(request: Pick<SubgraphRequest, 'variables'> | undefined): unknown[] {
  const { variables = {} } = request ?? {};
  return (variables.representations as Entity[]).map(({ upc }) => upc);
}
