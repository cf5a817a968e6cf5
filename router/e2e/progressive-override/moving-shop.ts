import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { composeSubgraphs } from '../../src/compose/index.js';
import { inProcess, type SubgraphTransport } from '../../src/index.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@override", "@external", "@requires"
])`;

const typeDefs = {
  /** Where all fields began. */
  shop: `${LINK}
    type Query { product: Product  banner: String }
    type Subscription { sold: Product }
    type Product @key(fields: "id") { id: ID!  name: String  price: String  stock: String  weight: Int }
  `,
  /** Where some of them go. */
  prices: `${LINK}
    type Query { banner: String @override(from: "shop", label: "percent(50)") }
    type Product @key(fields: "id") {
      id: ID!
      price: String @override(from: "shop", label: "percent(20)")
      stock: String @override(from: "shop", label: "stock-moves")
      weight: Int @override(from: "shop", label: "weight-moves")
    }
  `,
  /** Asks for a field that moves. */
  post: `${LINK}
    type Product @key(fields: "id") {
      id: ID!
      weight: Int @external
      postage: String @requires(fields: "weight")
    }
  `,
};

interface Reference {
  readonly id: string;
  readonly weight?: number;
}

const product = { id: 'p1', name: 'Chair', price: 'shop', stock: 'shop', weight: 1 };

const resolvers = {
  shop: {
    Query: { product: () => product, banner: () => 'shop' },
    Subscription: {
      sold: {
        async *subscribe() {
          yield { sold: product };
        },
      },
    },
    Product: { __resolveReference: () => product },
  },
  prices: {
    Query: { banner: () => 'prices' },
    Product: {
      __resolveReference: ({ id }: Reference) => ({
        id,
        price: 'prices',
        stock: 'prices',
        weight: 2,
      }),
    },
  },
  post: {
    Product: {
      __resolveReference: (reference: Reference) => reference,
      postage: ({ weight }: Reference) => `for ${weight}`,
    },
  },
};

const WEIGHT = /weight: Int @override.*\n/;
const KEPT_WEIGHT =
  'weight: Int @join__field(graph: POST, external: true) @join__field(graph: SHOP)';

/**
 * The library that composes does not take a field that moves and that another one requires; others do. It is written
 * into what was composed without it.
 * @param price the label of `Product.price`
 */
export function movingSupergraph(price = 'percent(20)'): string {
  const composed = composeSubgraphs(
    Object.entries(typeDefs).map(([name, text]) => ({
      name,
      typeDefs: text.replace('percent(20)', price).replace(WEIGHT, ''),
    })),
  );
  if (!composed.ok) throw new TypeError(JSON.stringify(composed.errors));
  const label = 'overrideLabel: "weight-moves"';
  if (!composed.supergraphSdl.includes(KEPT_WEIGHT)) throw new TypeError(composed.supergraphSdl);
  return composed.supergraphSdl.replace(
    KEPT_WEIGHT,
    `weight: Int @join__field(graph: POST, external: true) @join__field(graph: SHOP, ${label})
       @join__field(graph: PRICES, override: "shop", ${label})`,
  );
}

/** Each subgraph in this process; what it answers says who it is. */
export function movingTransports(): Record<string, SubgraphTransport<string>> {
  return Object.fromEntries(
    Object.entries(typeDefs).map(([name, text]) => {
      const module = {
        typeDefs: parse(text),
        resolvers: resolvers[name as keyof typeof resolvers],
      };
      return [name, inProcess<string>({ schema: buildSubgraphSchema([module]) })];
    }),
  );
}
