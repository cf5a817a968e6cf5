import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import { products, reviews, users } from './data.ts';

type Resolvers = Record<string, Record<string, (...args: never[]) => unknown>>;

interface Subgraph {
  readonly typeDefs: string;
  readonly resolvers: Resolvers;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3",
  import: ["@key", "@external", "@requires", "@provides", "@shareable"])`;

const bodiesOfFirst = () => reviews.slice(0, 2);

/** The four subgraphs of the public gateways benchmark: its schema, and data of the same shape. */
const subgraphs: Readonly<Record<string, Subgraph>> = {
  accounts: {
    typeDefs: `${LINK}
      type Query { me: User  user(id: ID!): User  users: [User] }
      type User @key(fields: "id") { id: ID!  name: String  username: String @shareable  birthday: Int }`,
    resolvers: {
      Query: { me: () => users[0], users: () => users },
      User: { __resolveReference: ({ id }: { id: string }) => users.find((u) => u.id === id) },
    },
  },
  products: {
    typeDefs: `${LINK}
      type Query { topProducts(first: Int = 5): [Product] }
      type Product @key(fields: "upc") { upc: String!  name: String  price: Int  weight: Int }`,
    resolvers: {
      Query: { topProducts: (_: never, { first }: { first: number }) => products.slice(0, first) },
      Product: {
        __resolveReference: ({ upc }: { upc: string }) => products.find((p) => p.upc === upc),
      },
    },
  },
  inventory: {
    typeDefs: `${LINK}
      type Product @key(fields: "upc") {
        upc: String!
        weight: Int @external
        price: Int @external
        inStock: Boolean
        shippingEstimate: Int @requires(fields: "price weight")
      }`,
    resolvers: {
      Product: {
        __resolveReference: (reference: { upc: string }) => ({
          ...reference,
          inStock: products.find(({ upc }) => upc === reference.upc)?.inStock,
        }),
        shippingEstimate: ({ price, weight }: { price: number; weight: number }) =>
          price > 1000 ? 0 : Math.floor(weight / 2),
      },
    },
  },
  reviews: {
    typeDefs: `${LINK}
      type Review @key(fields: "id") {
        id: ID!
        body: String
        product: Product
        author: User @provides(fields: "username")
      }
      type User @key(fields: "id") { id: ID!  username: String @external  reviews: [Review] }
      type Product @key(fields: "upc") { upc: String!  reviews: [Review] }`,
    resolvers: {
      User: { __resolveReference: (reference) => reference, reviews: bodiesOfFirst },
      Product: {
        __resolveReference: (reference) => reference,
        reviews: ({ upc }: { upc: string }) => reviews.filter((r) => r.product.upc === upc),
      },
    },
  },
};

export const names: readonly string[] = Object.keys(subgraphs);

/** The executable schema of one of {@link names}. */
export function schemaOf(name: string): GraphQLSchema {
  const { typeDefs, resolvers } = subgraphNamed(name);
  return buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers: resolvers as never }]);
}

export function typeDefsOf(name: string): string {
  return subgraphNamed(name).typeDefs;
}

function subgraphNamed(name: string): Subgraph {
  const subgraph = subgraphs[name];
  if (!subgraph) throw new RangeError(`There is no subgraph "${name}".`);
  return subgraph;
}
