import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import { accounts, inventory, products, reviews } from './shop-resolvers.js';

const LINK = `
  extend schema @link(
    url: "https://specs.apollo.dev/federation/v2.7"
    import: ["@key", "@external", "@requires", "@provides", "@shareable", "@inaccessible",
      "@authenticated", "@requiresScopes"]
  )
`;

export const typeDefs = {
  accounts: `${LINK}
    type Query { me: User  user(id: ID!): User  users: [User!]!  whoAmI: String @authenticated }
    type Mutation { userRename(id: ID!, username: String!): User }
    type User @key(fields: "id") {
      id: ID!
      username: String!
      email: String @requiresScopes(scopes: [["users:email"]])
      boom: String
      sharp: String!
    }
  `,
  products: `${LINK}
    type Query {
      products(first: Int = 10, filter: ProductFilter): [Product!]!
      product(upc: ID!): Product
      search(text: String!): [SearchResult!]!
      echo(text: String, json: JSON): String
    }
    type Mutation { productReprice(upc: ID!, price: Int): Product }
    input ProductFilter { condition: Condition, upcs: [ID!] = ["p1", "p2", "p3"] }
    scalar JSON @specifiedBy(url: "https://json.org")
    enum Condition { NEW USED SECRET @inaccessible }
    interface Product { upc: ID!  name: String!  price: Int  condition: Condition }
    type Book implements Product @key(fields: "upc") {
      upc: ID!  name: String!  price: Int  weight: Int  condition: Condition  pages: Int!
      tags: [String]!  grid: [[Int!]!]!
    }
    type Gadget implements Product @key(fields: "upc") {
      upc: ID!  name: String!  price: Int  weight: Int  condition: Condition  volts: Int!
      tags: [String]!
    }
    union SearchResult = Book | Gadget
  `,
  reviews: `${LINK}
    type Query { latestReviews(first: Int = 2): [Review!]! }
    type Mutation { reviewAdd(upc: ID!, body: String!): Review }
    type Subscription {
      reviewAdded(upc: ID!, after: String): ReviewEvent!
      ticks(count: Int!): Int!
      broken: Int
    }
    type ReviewEvent { id: ID!  sequence: String!  node: Review }
    type Review @key(fields: "id") {
      id: ID!
      body: String
      stars(scale: Int = 5): Int!
      author: User @provides(fields: "username")
      product: Reviewed
    }
    union Reviewed = Book | Gadget
    type User @key(fields: "id") {
      id: ID!
      username: String! @external
      reviews: [Review!]!
      badge: String @requires(fields: "username")
    }
    type Book @key(fields: "upc") { upc: ID!  reviews: [Review!]! }
    type Gadget @key(fields: "upc") { upc: ID!  reviews: [Review!]! }
  `,
  inventory: `${LINK}
    type Query { warehouse: String }
    type Book @key(fields: "upc") {
      upc: ID!  price: Int @external  weight: Int @external
      inStock: Int!  shipping: Int @requires(fields: "price weight")
    }
    type Gadget @key(fields: "upc") {
      upc: ID!  price: Int @external  weight: Int @external
      inStock: Int!  shipping: Int @requires(fields: "price weight")
    }
  `,
} as const;

const resolvers = { accounts, products, reviews, inventory };

export type ShopSubgraph = keyof typeof typeDefs;
export const shopSubgraphs = Object.keys(typeDefs) as ShopSubgraph[];

/** An executable subgraph of the shop. */
export function shopSchema(name: ShopSubgraph): GraphQLSchema {
  return buildSubgraphSchema([{ typeDefs: parse(typeDefs[name]), resolvers: resolvers[name] }]);
}
