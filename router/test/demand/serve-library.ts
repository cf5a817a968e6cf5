import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { createRouter, inProcess, type Router, type RouterConfig } from '../../src/index.js';
import { silent } from '../support/shop.js';
import { librarySubgraphs, librarySupergraph } from './library.js';

const book = (id: string) => ({
  __typename: 'Book',
  id,
  title: `Book ${id}`,
  author: { id: 'a1' },
});
const books = [1, 2, 3, 4, 5].map((number) => book(`b${number}`));

const resolvers = {
  books: {
    Query: {
      book: (_: unknown, { id }: { id: string }) => book(id),
      shelf: () => books.slice(0, 3),
      page: (_: unknown, { first }: { first: number }) => ({
        edges: books.slice(0, first).map((node) => ({ node })),
        total: books.length,
      }),
      slice: () => books,
    },
    Subscription: {
      lent: {
        subscribe: async function* () {
          yield { lent: books[0] };
        },
      },
    },
  },
  authors: { Author: { name: () => 'Ada', born: () => 1815 } },
} as const;

/** A router over the library, its subgraphs in this process. */
export function libraryRouter(config: Partial<RouterConfig> = {}): Promise<Router> {
  const transportOf = (name: 'books' | 'authors') =>
    inProcess({
      schema: buildSubgraphSchema([
        { typeDefs: parse(librarySubgraphs[name]), resolvers: resolvers[name] },
      ]),
    });
  return createRouter({
    supergraph: librarySupergraph(),
    logger: silent,
    ...config,
    subgraphs: { books: transportOf('books'), authors: transportOf('authors') },
  });
}
