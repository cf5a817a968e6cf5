import { ApolloServer } from '@apollo/server';
import { afterAll, describe, expect, it } from '@jest/globals';
import { buildASTSchema, getOperationAST, parse } from 'graphql';
import { cacheControlText } from '../../src/cache-hints/cache-policy.js';
import { schemaHint } from '../../src/cache-hints/schema-hint.js';
import { Selection } from '../../src/execution/selection.js';
import { readCacheDirectives } from '../../src/supergraph/cache-directives.js';
import { fragmentsOf } from '../../src/support/fragments.js';

const typeDefs = parse(`
  enum CacheControlScope { PUBLIC PRIVATE }
  directive @cacheControl(maxAge: Int, scope: CacheControlScope, inheritMaxAge: Boolean)
    on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
  type Query {
    plain: Int
    heir: Int @cacheControl(inheritMaxAge: true)
    hinted: Int @cacheControl(maxAge: 50)
    hidden: Int @cacheControl(maxAge: 50, scope: PRIVATE)
    book: Book
    mine: Book @cacheControl(scope: PRIVATE)
    open: Diary @cacheControl(scope: PUBLIC)
    diary: Diary
    author: Author
    shelf: Shelf @cacheControl(maxAge: 100)
    shelves: [[Shelf!]!] @cacheControl(maxAge: 100)
    bareShelf: Shelf
    item: Item @cacheControl(maxAge: 70)
    either: Either
  }
  interface Item { id: ID! }
  type Book implements Item @cacheControl(maxAge: 40) {
    id: ID! @cacheControl(maxAge: 30)
    title: String
    secret: Int @cacheControl(scope: PRIVATE)
    brief: Int @cacheControl(maxAge: 5)
    author: Author
    heir: Author @cacheControl(inheritMaxAge: true)
    secretHeir: Author @cacheControl(inheritMaxAge: true, scope: PRIVATE)
    item: Item @cacheControl(inheritMaxAge: true)
  }
  type Author { name: String  books: [Book!] }
  type Diary @cacheControl(maxAge: 60, scope: PRIVATE) { text: String }
  type Shelf @cacheControl(inheritMaxAge: true) {
    label: String
    books: [Book!]! @cacheControl(maxAge: 90)
    owner: Author @cacheControl(maxAge: 20, scope: PRIVATE)
    below: Shelf
  }
  union Either @cacheControl(maxAge: 80) = Book | Diary
`);

const author: Record<string, unknown> = { name: 'Ada' };
const book: Record<string, unknown> = {
  __typename: 'Book',
  id: 'b1',
  title: 'T',
  author,
  heir: author,
};
Object.assign(book, { secret: 1, brief: 1, secretHeir: author, item: book });
author.books = [book];
const shelf: Record<string, unknown> = { label: 'L', books: [book], owner: author };
shelf.below = shelf;
const diary = { text: 'D' };
const data = {
  plain: 1,
  heir: 1,
  hinted: 1,
  hidden: 1,
  book,
  mine: book,
  open: diary,
  diary,
  author,
};
const rootData = { ...data, shelf, shelves: [[shelf]], bareShelf: shelf, item: book, either: book };

const server = new ApolloServer({
  typeDefs,
  resolvers: {
    Query: Object.fromEntries(Object.entries(rootData).map(([name, value]) => [name, () => value])),
    Item: { __resolveType: () => 'Book' },
    Either: { __resolveType: () => 'Book' },
  },
});
afterAll(() => server.stop());

async function byApollo(query: string): Promise<string | undefined> {
  const { body, http } = await server.executeOperation({ query });
  expect(body).toMatchObject({ kind: 'single', singleResult: { data: expect.anything() } });
  return http.headers.get('cache-control');
}

const schema = buildASTSchema(typeDefs);
const directives = readCacheDirectives(typeDefs);

function hintFor(query: string) {
  const document = parse(query);
  const set = getOperationAST(document)?.selectionSet;
  if (!set) throw new TypeError('The query has no operation.');
  const fragments = fragmentsOf(document);
  const selection = new Selection({ schema, fragments }, [{ set, conditions: [] }]);
  return schemaHint({ selection, rootType: 'Query' }, directives);
}

function byUs(query: string): string {
  const { seconds = 0, isPrivate } = hintFor(query);
  return cacheControlText(Number.isFinite(seconds) ? { seconds, isPrivate } : undefined);
}

describe('what a schema says of an operation', () => {
  it.each([
    '{ plain }',
    '{ heir }',
    '{ hinted }',
    '{ hinted hidden }',
    '{ __typename hinted }',
    '{ book { title } }',
    '{ book { id } }',
    '{ book { __typename title secret } }',
    '{ book { brief } hinted }',
    '{ mine { title } }',
    '{ open { text } }',
    '{ diary { text } }',
    '{ author { name } }',
    '{ book { author { name } } }',
    '{ book { heir { name } } }',
    '{ book { heir { books { brief } } } }',
    '{ book { secretHeir { name } } }',
    '{ book { item { id } } }',
    '{ shelf { label } }',
    '{ shelf { books { title } } }',
    '{ shelf { below { below { label books { title } } } } }',
    '{ shelf { owner { name } } }',
    '{ shelves { label } }',
    '{ bareShelf { label } }',
    '{ item { id } }',
    '{ item { ... on Book { title brief } } }',
    '{ either { ... on Book { title } } }',
    'query { ...All } fragment All on Query { book { ...B } } fragment B on Book { brief }',
    '{ hinted plain @skip(if: true) }',
    '{ hinted plain @include(if: false) }',
    '{ a: hinted b: book { title } }',
  ])('is the same as in an Apollo Server: %s', async (query) => {
    expect(byUs(query)).toBe((await byApollo(query)) ?? 'no-store');
  });

  it('counts what may be skipped, and what an abstract type may turn out to be', () => {
    expect(hintFor('query ($no: Boolean!) { hinted plain @skip(if: $no) }').seconds).toBe(0);
    expect(hintFor('{ either { ... on Diary { text } ... on Book { brief } } }')).toEqual({
      seconds: 5,
      isPrivate: false,
    });
  });
});
