import { describe, expect, it } from '@jest/globals';
import { costOf, loadLibrary } from './library.js';

const library = loadLibrary();
const estimate = (source: string, variables: Record<string, unknown> = {}): number =>
  costOf(library, source).estimate(variables).cost;

// Book weighs 5 and its title 6; other objects weigh 1, other leaves nothing.
describe('the estimated cost', () => {
  it.each([
    ['leaves are free', '{ page { total } }', 1],
    ['objects weigh 1, or what they say', '{ book(id: 1) { id author { name } } }', 6],
    ['leaves weigh what they say', '{ book(id: 1) { title author { born } } }', 23],
    ['enums and scalars, too', '{ hue dear }', 11],
    ["a field's own weight replaces its type's", '{ found { id } }', 7],
    ['a mutation begins at 10', 'mutation { lend(id: 1) { id } }', 15],
    ['a subscription is as dear as an event', 'subscription { lent { id } }', 5],
    ['names of types are free', '{ __typename book(id: 1) { __typename } }', 5],
    ['the schema is free', '{ __schema { types { name } } }', 0],
  ])('%s', (_, source, cost) => expect(estimate(source)).toBe(cost));

  it.each([
    ['unknown lists are assumed', '{ shelf { id } }', 50],
    ['also of leaves', '{ dears }', 90],
    ['assumedSize', '{ top { id } }', 250],
    ['of another subgraph, not imported', '{ book(id: 1) { author { books } } }', 6],
    ['the default of a slicing argument', '{ page { edges { node { id } } } }', 1 + 5 * 6],
    ['a slicing argument', '{ page(first: 2) { edges { node { id } } } }', 1 + 2 * 6],
    [
      'a sized field under an alias, in a fragment',
      '{ page(first: 2) { ... { e: edges { node { id } } } } }',
      13,
    ],
    ['none at all', '{ page(first: 0) { edges { node { id } } } }', 1],
    ['less than none', '{ slice(first: -5) { id } }', 0],
    ['one of those that may be missing', '{ part(first: 4) { id } }', 20],
    ['assumed where no slicing argument is given', '{ part { id } }', 100],
    ['lists in lists', '{ top { similar { title } } }', 50 * (5 + 10 * (5 + 6))],
  ])('lists: %s', (_, source, cost) => expect(estimate(source)).toBe(cost));

  it.each([
    ['an argument', '{ found(after: "x") { id } }', 10],
    ['null costs nothing', '{ found(after: null) { id } }', 7],
    ['an input object and its fields', '{ found(by: { text: "a", n: 1 }) { id } }', 7 + 1 + 4],
    [
      'each item of a list',
      '{ found(by: { tags: [{ name: "a" }, { name: "b" }] }) { id } }',
      7 + 1 + 2,
    ],
  ])('arguments: %s', (_, source, cost) => expect(estimate(source)).toBe(cost));

  it('reads variables', () => {
    const page = 'query ($n: Int) { page(first: $n) { edges { node { id } } } }';
    expect(estimate(page, { n: 3 })).toBe(1 + 3 * 6);
    expect(estimate(page)).toBe(1 + 5 * 6);
    const found = 'query ($by: Search) { found(by: $by) { id } }';
    expect(estimate(found, { by: { text: 'a', tags: [{ name: 'b' }] } })).toBe(7 + 1 + 4 + 1);
  });

  it('leaves out what @skip and @include leave out', () => {
    const source = `query ($yes: Boolean!) {
      book(id: 1) @include(if: $yes) { title }
      b: book(id: 1) @skip(if: true) { title }
    }`;
    expect([estimate(source, { yes: true }), estimate(source, { yes: false })]).toEqual([11, 0]);
    const twice = `query ($yes: Boolean!) {
      book(id: 1) { id } book(id: 1) @include(if: $yes) { title }
    }`;
    expect([estimate(twice, { yes: true }), estimate(twice, { yes: false })]).toEqual([11, 5]);
  });

  it('takes the dearest of possible types', () => {
    expect(estimate('{ media { ... on Film { length } } }')).toBe(5);
    expect(estimate('{ media { ... on Film { dear: similar { title } } } }')).toBe(1 + 10 * 11);
    expect(estimate('{ things { ... on Book { title } ... on Film { length } } }')).toBe(110);
  });

  it('counts a field once, however often it is selected', () => {
    const source = `{ book(id: 1) { title ...F } ...G book(id: 1) { title } }
      fragment F on Book { title author { id } }
      fragment G on Query { book(id: 1) { ...F author { born } } }`;
    expect(estimate(source)).toBe(5 + 6 + 1 + 11);
  });

  it('wants exactly one slicing argument, where the schema does', () => {
    const faults = (source: string) =>
      costOf(library, source)
        .estimate({})
        .faults.map(({ extensions }) => extensions);
    const fault = { code: 'COST_SLICING_ARGUMENT_REQUIRED', coordinate: 'Query.slice' };
    expect(faults('{ slice { id } }')).toEqual([fault]);
    expect(faults('{ slice(first: 1, last: 2) { id } }')).toEqual([fault]);
    expect(faults('{ slice(first: 1) { id } page { total } part { id } }')).toEqual([]);
  });

  it('counts fragments that double at each level in linear time', () => {
    const levels = Array.from(
      { length: 60 },
      (_, level) => `fragment F${level} on Media { ${doubled(`...F${level + 1}`)} }`,
    );
    const source = `{ media { ...F0 } } ${levels.join(' ')} fragment F60 on Media { title }`;
    expect(estimate(source)).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('gives up on an operation whose every path selects another set of fragments', () => {
    const depth = 18;
    const fragments = Array.from({ length: depth * depth }, (_, index) => {
      const [level, number] = [Math.floor(index / depth), index % depth];
      if (number > level) return '';
      const next = `...G${level + 1}x${number}`;
      const other = number === 0 ? `${next} ...G${level + 1}x${level + 1}` : next;
      const selections =
        level === depth - 1 ? 'title' : `a: similar { ${next} } b: similar { ${other} }`;
      return `fragment G${level}x${number} on Media { ${selections} }`;
    });
    const cost = costOf(library, `{ media { ...G0x0 } } ${fragments.join(' ')}`);
    expect(cost.estimate({}).cost).toBe(Number.MAX_SAFE_INTEGER);
    expect(cost.actual({}, { media: null })).toBe(0);
  });
});

function doubled(selections: string): string {
  return `similar { ${selections} } s: similar { ${selections} }`;
}
