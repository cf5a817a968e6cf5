import { type OperationDefinitionNode, parse, validate } from 'graphql';
import { composeSubgraphs } from '../../src/compose/index.js';
import { OperationCost } from '../../src/demand/operation-cost.js';
import { loadSupergraph, type Supergraph } from '../../src/index.js';

/** A library whose subgraphs say what their fields cost. */
export const librarySubgraphs = {
  books: `
    extend schema @link(
      url: "https://specs.apollo.dev/federation/v2.9"
      import: ["@key", "@cost", "@listSize"]
    )
    type Query {
      book(id: ID!): Book
      found(by: Search, after: String @cost(weight: 3)): Book @cost(weight: 7)
      shelf: [Book!]!
      top: [Book!]! @listSize(assumedSize: 50)
      page(first: Int = 5): BookPage @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
      slice(first: Int, last: Int): [Book!]! @listSize(slicingArguments: ["first", "last"])
      part(first: Int): [Book!]!
        @listSize(slicingArguments: ["first"], assumedSize: 20, requireOneSlicingArgument: false)
      media: Media
      things: [Thing!]!
      hue: Hue
      dear: Dear
      dears: [Dear!]!
    }
    type Mutation { lend(id: ID!): Book }
    type Subscription { lent: Book }
    input Search { text: String @cost(weight: 4)  tags: [Tag!]  n: Int }
    input Tag { name: String }
    enum Hue @cost(weight: 2) { RED }
    scalar Dear @cost(weight: 9)
    interface Media { title: String  similar: [Media!]! }
    union Thing = Book | Film
    type BookPage { edges: [BookEdge!]!  total: Int }
    type BookEdge { node: Book }
    type Book implements Media @key(fields: "id") @cost(weight: 5) {
      id: ID!  title: String @cost(weight: 6)  similar: [Media!]!  author: Author
    }
    type Film implements Media { title: String  similar: [Media!]!  length: Int }
    type Author @key(fields: "id") { id: ID! }
  `,
  authors: `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
    type Author @key(fields: "id") {
      id: ID!  name: String  born: Int @federation__cost(weight: 11)
      books: [Int!] @federation__listSize(assumedSize: 3)
    }
  `,
} as const;

export function librarySupergraph(): string {
  const composed = composeSubgraphs(
    Object.entries(librarySubgraphs).map(([name, typeDefs]) => ({ name, typeDefs })),
  );
  if (!composed.ok) throw new TypeError(JSON.stringify(composed.errors));
  return composed.supergraphSdl;
}

export function loadLibrary(): Supergraph {
  const loaded = loadSupergraph(librarySupergraph());
  if (!loaded.ok) throw new TypeError(loaded.errors.join('\n'));
  return loaded.supergraph;
}

/** The cost of a valid operation; lists of unknown length are taken for 10. */
export function costOf(supergraph: Supergraph, source: string): OperationCost {
  const document = parse(source);
  const [error] = validate(supergraph.apiSchema, document);
  if (error) throw error;
  const definition = document.definitions[0] as OperationDefinitionNode;
  return new OperationCost(supergraph, document, definition, 10);
}
