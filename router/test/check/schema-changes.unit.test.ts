import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { publicChanges } from '../../src/check/schema-changes.js';

const before = `
  directive @gone on FIELD
  directive @kept(old: Int) repeatable on FIELD | QUERY
  type Query {
    removed: Int
    retyped: Int
    args(gone: Int, retyped: Int, kept: Int): Int
    union: U
    old: Old
    node: Node
    kind: Kind
    enum(of: E, in: I): E
  }
  union U = A | B
  type A { a: Int }
  type B { b: Int }
  type Old { a: Int }
  interface Node { id: ID }
  type Thing implements Node { id: ID }
  type Kind { a: Int }
  enum E { STAYS GOES }
  input I { a: Int  gone: Int }
`;
const after = `
  directive @kept(needed: Int!) on FIELD
  type Query {
    retyped: String
    args(retyped: String, kept: Int, needed: Int!): Int
    union: U
    node: Node
    kind: Kind
    enum(of: E, in: I): E
  }
  union U = A | C
  type A { a: Int }
  type B { b: Int }
  type C { c: Int }
  interface Node { id: ID }
  type Thing { id: ID  b: B }
  interface Kind { a: Int }
  type KindOf implements Kind { a: Int }
  enum E { STAYS }
  input I { a: Int  needed: Int! }
`;

describe('breaking changes', () => {
  const changes = publicChanges(buildSchema(before), buildSchema(after));
  const cases: [string, string[]][] = [
    ['TYPE_REMOVED', ['Old']],
    ['TYPE_CHANGED_KIND', ['Kind']],
    ['TYPE_REMOVED_FROM_UNION', ['B', 'U']],
    ['VALUE_REMOVED_FROM_ENUM', ['E.GOES']],
    ['REQUIRED_INPUT_FIELD_ADDED', ['I']],
    ['IMPLEMENTED_INTERFACE_REMOVED', ['Thing', 'Node']],
    ['FIELD_REMOVED', ['Query.removed']],
    ['FIELD_REMOVED', ['I.gone']],
    ['FIELD_CHANGED_KIND', ['Query.retyped']],
    ['REQUIRED_ARG_ADDED', ['Query.args']],
    ['ARG_REMOVED', ['Query.args(gone:)']],
    ['ARG_CHANGED_KIND', ['Query.args(retyped:)']],
    ['DIRECTIVE_REMOVED', ['@gone']],
    ['DIRECTIVE_ARG_REMOVED', ['@kept(old:)']],
    ['REQUIRED_DIRECTIVE_ARG_ADDED', ['@kept']],
    ['DIRECTIVE_REPEATABLE_REMOVED', ['@kept']],
    ['DIRECTIVE_LOCATION_REMOVED', ['@kept']],
  ];

  it.each(cases)('%s concerns who touches %j', (code, touches) => {
    expect(changes).toContainEqual(expect.objectContaining({ level: 'breaking', code, touches }));
  });

  it('are all known by what they concern', () => {
    const breaking = changes.filter(({ level }) => level === 'breaking');
    expect(breaking.filter(({ touches }) => touches === undefined)).toEqual([]);
    expect(changes.some(({ level }) => level === 'dangerous')).toBe(true);
  });
});
