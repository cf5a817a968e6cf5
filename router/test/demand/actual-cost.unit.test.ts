import { describe, expect, it } from '@jest/globals';
import { costOf, loadLibrary } from './library.js';

const library = loadLibrary();
const actual = (
  source: string,
  data: Record<string, unknown> | null,
  variables: Record<string, unknown> = {},
): number => costOf(library, source).actual(variables, data);

const book = { id: '1', title: 'SICP' };

describe('the actual cost', () => {
  it.each([
    ['counts the items that are there', '{ shelf { id title } }', { shelf: [book, book] }, 22],
    ['of lists without any, nothing', '{ shelf { id } }', { shelf: [] }, 0],
    [
      'of a page',
      '{ page(first: 100) { edges { node { id } } } }',
      { page: { edges: [{ node: { id: 1 } }] } },
      7,
    ],
    [
      'of a null, what its field or type says',
      '{ found { id } book(id: 1) { id } }',
      { found: null, book: null },
      12,
    ],
    ['of arguments', '{ found(after: "x") { id } }', { found: { id: 1 } }, 10],
    ['of leaves', '{ dears hue }', { dears: ['a', 'b'], hue: null }, 20],
    ['of a mutation', 'mutation { lend(id: 1) { id } }', { lend: null }, 15],
  ])('%s', (_, source, data, cost) => expect(actual(source, data)).toBe(cost));

  it('of nothing is nothing', () => {
    expect(actual('{ shelf { id } }', null)).toBe(0);
    expect(actual('mutation { lend(id: 1) { id } }', null)).toBe(10);
  });

  it('knows the type from the answer', () => {
    const source = '{ media { kind: __typename title } }';
    expect(actual(source, { media: { kind: 'Book', title: 'a' } })).toBe(11);
    expect(actual(source, { media: { kind: 'Film', title: 'a' } })).toBe(1);
  });

  it('or from its keys, and takes the dearest where several fit', () => {
    const source = '{ media { title ... on Film { length } } }';
    expect(actual(source, { media: { title: 'a', length: 1 } })).toBe(1);
    expect(actual(source, { media: { title: 'a' } })).toBe(11);
    expect(actual('{ media { title } }', { media: { title: 'a' } })).toBe(11);
  });
});
