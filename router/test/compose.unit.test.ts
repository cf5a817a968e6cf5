import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { breakingChanges, composeSubgraphs } from '../src/compose/index.js';
import { loadSupergraph } from '../src/index.js';
import { composeShop } from './support/shop.js';
import { shopSubgraphs } from './support/shop-subgraphs.js';

describe('composeSubgraphs', () => {
  it('yields a supergraph and the public schema', () => {
    const { supergraphSdl, apiSdl } = composeShop();
    const loaded = loadSupergraph(supergraphSdl);
    expect(loaded).toMatchObject({
      ok: true,
      supergraph: {
        apiSdl,
        subgraphs: [...shopSubgraphs].sort().map((name) => ({ name, url: '' })),
      },
    });
    expect(apiSdl).not.toMatch(/join__|link__|_entities|SECRET|@authenticated|requiresScopes/);
    expect(apiSdl).toContain('scalar JSON @specifiedBy(url: "https://json.org")');
    expect(supergraphSdl).toContain('@authenticated');
    expect(composeShop()).toEqual({ ok: true, supergraphSdl, apiSdl });
  });

  it('keeps descriptions, deprecations and defaults in the public schema', () => {
    const composed = composeSubgraphs([
      {
        name: 'a',
        url: 'http://a.test/graphql',
        typeDefs: parse(
          '"""Root.""" type Query { "Old." old(n: Int = 3): Int @deprecated(reason: "Use new.") new: Int }',
        ),
      },
    ]);
    expect(composed.ok && composed.apiSdl).toBe(`"""Root."""
type Query {
  new: Int

  """Old."""
  old(n: Int = 3): Int @deprecated(reason: "Use new.")
}
`);
    const loaded = composed.ok && loadSupergraph(composed.supergraphSdl);
    expect(loaded).toMatchObject({
      supergraph: { subgraphs: [{ name: 'a', url: 'http://a.test/graphql' }] },
    });
  });

  it.each([
    ['a syntax error', ['type Query {', 'type Query { a: Int }'], 'INVALID_GRAPHQL', '[s0]'],
    [
      'types that do not agree',
      ['type Query { a: Int }', 'type Query { a: String }'],
      'FIELD_TYPE_MISMATCH',
      'Query.a',
    ],
    ['no root', ['type User { id: ID }'], 'NO_QUERIES', ''],
  ])('says what is wrong: %s', (_name, sources, code, text) => {
    const result = composeSubgraphs(
      sources.map((typeDefs, index) => ({ name: `s${index}`, typeDefs })),
    );
    if (result.ok) throw new TypeError('composed');
    expect(result.errors.map((error) => error.code)).toContain(code);
    expect(result.errors.map((error) => error.message).join()).toContain(text);
  });
});

describe('composition that throws', () => {
  it('is a problem like others: the library trips over selections of a scalar', () => {
    const a = 'type Query { e: E } type E @key(fields: "id") { id: ID! name: String }';
    const b = `type E @key(fields: "id") {
      id: ID! name: String @external  label: String @requires(fields: "name { first }")
    }`;
    const link =
      'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires"])';
    const result = composeSubgraphs(
      [a, b].map((typeDefs, index) => ({ name: `s${index}`, typeDefs: `${link}\n${typeDefs}` })),
    );
    expect(result).toMatchObject({ ok: false });
  });
});

describe('loadSupergraph', () => {
  it.each([
    ['nonsense', 'Syntax Error'],
    ['type Query { a: Int }', 'no enum join__Graph'],
  ])('refuses %j', (sdl, message) => {
    expect(loadSupergraph(sdl)).toEqual({ ok: false, errors: [expect.stringContaining(message)] });
  });
});

describe('breakingChanges', () => {
  it('tells what breaks from what is merely dangerous', () => {
    const before = 'type Query { a(x: Int): Int  b: E } enum E { ONE }';
    const after = 'type Query { b: E  c(x: Int!): Int } enum E { ONE TWO }';
    expect(breakingChanges(before, after)).toEqual({
      breaking: [{ code: 'FIELD_REMOVED', message: 'Query.a was removed.' }],
      dangerous: [{ code: 'VALUE_ADDED_TO_ENUM', message: 'TWO was added to enum type E.' }],
    });
    expect(breakingChanges(before, before)).toEqual({ breaking: [], dangerous: [] });
  });
});
