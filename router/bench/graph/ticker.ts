import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])`;

/** Two subgraphs of which one tells of prices and the other knows what the product is called. */
export const tickerTypeDefs: Readonly<Record<string, string>> = {
  prices: `${LINK}
    type Query { latest: Tick }
    type Subscription { ticked(topic: String!): Tick }
    type Tick { at: Float! product: Product! }
    type Product @key(fields: "upc") { upc: String! price: Int! }`,
  names: `${LINK}
    type Query { products: [Product] }
    type Product @key(fields: "upc") { upc: String! name: String }`,
};

export interface Tick {
  /** Milliseconds since 1970, with fractions. */
  readonly at: number;
  readonly product: { readonly upc: string; readonly price: number };
}

/** @param ticked the source of the subscription */
export function tickerSchemas(
  ticked: () => AsyncIterable<{ ticked: Tick }>,
): Readonly<Record<string, GraphQLSchema>> {
  const resolvers: Record<string, object> = {
    prices: { Subscription: { ticked: { subscribe: ticked } } },
    names: {
      Product: { __resolveReference: (product: object) => ({ ...product, name: 'Table' }) },
    },
  };
  return Object.fromEntries(
    Object.entries(tickerTypeDefs).map(([name, typeDefs]) => [
      name,
      buildSubgraphSchema([
        { typeDefs: parse(typeDefs), resolvers: resolvers[name] as Record<string, never> },
      ]),
    ]),
  );
}

export const SUBSCRIPTION =
  'subscription { ticked(topic: "all") { at product { upc price name } } }';
