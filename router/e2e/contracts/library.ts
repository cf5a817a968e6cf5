import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { inProcess, type SubgraphTransport } from '../../src/index.js';

const LINK = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@tag"]
)`;

/** A library: what the public may see is tagged `public`, what staff alone may see `staff`. */
export const librarySubgraphs = {
  catalogue: `${LINK}
    type Query {
      book(id: ID!): Book @tag(name: "public")
      books(
        withLost: Boolean @tag(name: "staff")
        order: Order
        where: Where
      ): [Book!]! @tag(name: "public")
      items: [Item] @tag(name: "public")
      condition: Condition @tag(name: "public")
    }
    type Subscription { lent: Book @tag(name: "public") }
    type Book @key(fields: "id") {
      id: ID! @tag(name: "public")
      title: String! @tag(name: "public")
      author: Author @tag(name: "public")
    }
    type Author @key(fields: "id") { id: ID! }
    type Ledger @tag(name: "staff") { total: Int }
    union Item @tag(name: "public") = Book | Ledger
    enum Condition { GOOD STOLEN @tag(name: "staff") }
    enum Order { TITLE AUTHOR COST @tag(name: "staff") }
    input Where { title: String shelf: String @tag(name: "staff") }
    input Unused { a: Int }
  `,
  stock: `${LINK}
    type Query { stock: Int @tag(name: "staff") }
    type Book @key(fields: "id") { id: ID!  purchasePrice: Int @tag(name: "staff") }
  `,
  people: `${LINK}
    type Query { people: [Author!]! @tag(name: "staff") }
    type Author @key(fields: "id") { id: ID!  name: String @tag(name: "public") }
  `,
};

const SICP = { __typename: 'Book', id: 'b1', title: 'SICP', author: { id: 'a1' } };

const resolvers = {
  catalogue: {
    Query: {
      book: () => SICP,
      books: () => [SICP],
      items: () => [SICP, { __typename: 'Ledger', total: 9 }],
      condition: () => 'STOLEN',
    },
    Subscription: {
      lent: {
        async *subscribe() {
          yield { lent: SICP };
        },
      },
    },
    Book: { __resolveReference: () => SICP },
  },
  stock: {
    Query: { stock: () => 1 },
    Book: { __resolveReference: ({ id }: { id: string }) => ({ id, purchasePrice: 40 }) },
  },
  people: {
    Query: { people: () => [] },
    Author: { __resolveReference: ({ id }: { id: string }) => ({ id, name: 'Hal' }) },
  },
};

/** The library's subgraphs in this process. */
export function libraryTransports(): Record<string, SubgraphTransport<string>> {
  return Object.fromEntries(
    Object.entries(librarySubgraphs).map(([name, typeDefs]) => {
      const modules = {
        typeDefs: parse(typeDefs),
        resolvers: resolvers[name as keyof typeof resolvers],
      };
      return [name, inProcess<string>({ schema: buildSubgraphSchema([modules]) })];
    }),
  );
}
