import { describe, expect, it } from '@jest/globals';
import { type GraphQLSchema, printSchema } from 'graphql';
import { composeSubgraphs } from '../../src/compose/index.js';
import type { TagFilter } from '../../src/contracts/contract-config.js';
import { deriveContract, unknownTags } from '../../src/contracts/derive-contract.js';
import { loadSupergraph, type Supergraph } from '../../src/supergraph/supergraph.js';

function supergraph(typeDefs: string, imports = '"@tag", "@inaccessible"'): Supergraph {
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: [${imports}])`;
  const composed = composeSubgraphs([{ name: 'a', typeDefs: `${link} ${typeDefs}` }]);
  if (!composed.ok) throw new TypeError(JSON.stringify(composed.errors));
  const loaded = loadSupergraph(composed.supergraphSdl);
  if (!loaded.ok) throw new TypeError(loaded.errors.join());
  return loaded.supergraph;
}

function schemaOf(typeDefs: string, filter: TagFilter): GraphQLSchema {
  const derived = deriveContract(supergraph(typeDefs), filter);
  if (!derived.ok) throw new TypeError(derived.errors.join());
  return derived.supergraph.apiSchema;
}

function problems(typeDefs: string, filter: TagFilter): readonly string[] {
  const derived = deriveContract(supergraph(typeDefs), filter);
  return derived.ok ? [] : derived.errors;
}

const line = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const sdlOf = (typeDefs: string, filter: TagFilter) =>
  line(printSchema(schemaOf(typeDefs, filter)));

const internal = { exclude: ['internal'] };
const open = { include: ['public'] };

describe('a contract that excludes', () => {
  it('shows everything but what has the tag, at every place where a tag can stand', () => {
    const sdl = sdlOf(
      `
      type Query {
        a(x: Int, y: Int @tag(name: "internal")): A
        b: B @tag(name: "internal")
        in(i: In, s: S): E
        u: U
      }
      type A { id: ID!  s: String @tag(name: "internal") }
      type B @tag(name: "internal") { id: ID! }
      input In { a: Int  b: Hidden @tag(name: "internal") }
      input Hidden @tag(name: "internal") { c: Int }
      enum E { X  Y @tag(name: "internal") }
      scalar S
      scalar T @tag(name: "internal")
      union U = A | B
      union V @tag(name: "internal") = A
      `,
      internal,
    );
    expect(sdl).toBe(
      line(`
        scalar S
        type Query { a(x: Int): A in(i: In, s: S): E u: U }
        type A { id: ID! }
        union U = A
        enum E { X }
        input In { a: Int }
      `),
    );
  });

  it('drops a hidden interface from those that implement it', () => {
    const typeDefs = `
      type Query { a: A }
      interface Node @tag(name: "internal") { id: ID! }
      type A implements Node { id: ID! }
    `;
    expect(sdlOf(typeDefs, internal)).toBe('type Query { a: A } type A { id: ID! }');
  });

  it('hides a type of which nothing is left', () => {
    const typeDefs = `
      type Query { a: Int  b: B @tag(name: "internal") }
      type B { id: ID! @tag(name: "internal") }
    `;
    expect(sdlOf(typeDefs, internal)).toBe('type Query { a: Int }');
  });
});

describe('a contract that includes', () => {
  const typeDefs = `
    type Query { a: A @tag(name: "public")  b: B  c: C @tag(name: "public") u: U @tag(name: "public")}
    type A { id: ID! @tag(name: "public")  s: String }
    type B { id: ID! }
    type C @tag(name: "public") { id: ID!  t: Int  e: E  i: Int @tag(name: "internal") }
    union U @tag(name: "public") = A | B
    union V = A | B
    enum E { X }
    input Unused { a: Int }
  `;

  it('shows fields and unions with the tag alone; a tag of a type counts for its fields', () => {
    expect(sdlOf(typeDefs, { ...open, ...internal })).toBe(
      line(`
        type Query { a: A c: C u: U }
        type A { id: ID! }
        type C { id: ID! t: Int e: E }
        union U = A
        enum E { X }
        input Unused { a: Int }
      `),
    );
  });

  it('excludes where a tag is on both lists', () => {
    const both = { include: ['public'], exclude: ['public'] };
    expect(problems(typeDefs, both)).toEqual(['No field of Query is visible.']);
  });

  it('hides what nothing leads to, if asked', () => {
    const sdl = sdlOf(typeDefs, { ...open, hideUnreachableTypes: true });
    expect(sdl).not.toContain('Unused');
    expect(sdl).toContain('enum E');
  });

  it('keeps as reachable what an interface may turn out to be', () => {
    const sdl = sdlOf(
      'type Query { n: Node } interface Node { id: ID! } type A implements Node { id: ID! e(i: In): E } enum E { X } input In { j: Deep } input Deep { k: Int } scalar Lost',
      { hideUnreachableTypes: true },
    );
    for (const name of ['type A', 'enum E', 'input In', 'input Deep']) expect(sdl).toContain(name);
    expect(sdl).not.toContain('Lost');
  });
});

describe('a contract that would be no schema', () => {
  it.each([
    [
      'a field of a hidden type',
      'type Query { a: Int b: [B!]! } type B @tag(name: "internal") { id: ID! }',
      'Query.b returns B, which is hidden.',
    ],
    [
      'an argument of a hidden type',
      'type Query { a(i: I): Int } input I @tag(name: "internal") { a: Int }',
      'Query.a(i:) takes I, which is hidden.',
    ],
    [
      'a hidden argument that is required',
      'type Query { a(i: Int! @tag(name: "internal")): Int }',
      'Query.a(i:) is required, but hidden.',
    ],
    [
      'a hidden input field that is required',
      'type Query { a(i: I): Int } input I { a: Int b: Int! @tag(name: "internal") }',
      'I.b is required, but hidden.',
    ],
    [
      'a field that an interface promises',
      'type Query { n: N } interface N { id: ID! } type A implements N { id: ID! @tag(name: "internal") x: Int }',
      'A.id is hidden, but N promises it.',
    ],
    [
      'an argument that an interface promises',
      'type Query { n: N } interface N { f(x: Int): Int } type A implements N { f(x: Int @tag(name: "internal")): Int }',
      'A.f(x:) is hidden, but N promises it.',
    ],
    [
      'a union without members',
      'type Query { u: U } union U = A type A @tag(name: "internal") { id: ID! }',
      'No member of the union U is visible.',
    ],
    [
      'a default value of a hidden enum value',
      'type Query { a(e: [E!] = [X, Y]): Int } enum E { X Y @tag(name: "internal") }',
      'The default value of Query.a(e:) holds what is hidden.',
    ],
    [
      'a default value with a hidden field',
      'type Query { a(i: J): Int } input J { i: I = { a: 1, b: 2 } } input I { a: Int b: Int @tag(name: "internal") }',
      'The default value of J.i holds what is hidden.',
    ],
  ])('is refused: %s', (_, typeDefs, problem) => {
    expect(problems(typeDefs, internal)).toEqual([problem]);
    expect(problems(typeDefs, {})).toEqual([]);
  });

  it('is not, where a hidden argument has a default value, or may be left out', () => {
    const typeDefs =
      'type Query { a(i: Int! = 1 @tag(name: "internal"), j: Int @tag(name: "internal")): Int }';
    expect(sdlOf(typeDefs, internal)).toBe('type Query { a: Int }');
  });
});

it('reads tags under the name that the supergraph gives them', () => {
  const imports = '{ name: "@tag", as: "@label" }, "@inaccessible"';
  const whole = supergraph('type Query { a: Int b: Int @label(name: "internal") }', imports);
  const derived = deriveContract(whole, internal);
  expect(derived.ok && line(derived.supergraph.apiSdl)).toBe('type Query { a: Int }');
});

it('names tags that no element carries', () => {
  const whole = supergraph('type Query { a: Int b: Int @tag(name: "internal") }');
  expect(unknownTags(whole, { include: ['publik'], exclude: ['internal'] })).toEqual(['publik']);
});

it('reads a supergraph of which a union has an @inaccessible member', () => {
  const typeDefs =
    'type Query { u: U } type A { id: ID! } type B @inaccessible { x: Int } union U = A | B';
  expect(line(supergraph(typeDefs).apiSdl)).toContain('union U = A');
});
