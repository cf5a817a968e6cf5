import { describe, expect, it } from '@jest/globals';
import { buildSchema, GraphQLError, getOperationAST, parse } from 'graphql';
import { type Format, objects } from '../src/execution/format.js';
import type { JsonObject } from '../src/execution/json.js';
import { jsonText } from '../src/execution/json-text.js';
import { project } from '../src/execution/project.js';
import { Selection } from '../src/execution/selection.js';

const schema = buildSchema(`
  type Query { thing: Thing  must: Thing!  things: [Thing!]!  maybe: [Thing]  any: [Any]  node: Node  leafs: Leafs }
  interface Node { id: ID! }
  type Thing implements Node { id: ID!  name: String!  child: Thing  kids: [Thing!]  kind: Kind }
  type Other implements Node { id: ID!  size: Int }
  union Any = Thing | Other
  enum Kind { A B }
  scalar Json
  type Leafs { int: Int  float: Float  string: String  boolean: Boolean  id: ID  json: Json  ints: [Int!] }
`);

function answer(
  query: string,
  data: JsonObject,
  variables: JsonObject = {},
  errors: GraphQLError[] = [],
  absent: readonly unknown[] = [],
) {
  const operation = getOperationAST(parse(query));
  if (!operation) throw new TypeError(query);
  const parts = [{ set: operation.selectionSet, conditions: [] }];
  const selection = new Selection({ schema, fragments: new Map() }, parts);
  const write = <Out>(format: Format<Out>) => {
    const run = {
      context: { principal: null },
      data,
      variables,
      errors: [...errors],
      absent: new WeakSet(absent as JsonObject[]),
    };
    const written = project(selection, 'Query', run, format);
    return {
      data: written,
      errors: run.errors.map(({ message, path }) => ({ message, path })),
    };
  };
  const result = write(objects);
  const text = write(jsonText);
  expect(text).toEqual({ data: JSON.stringify(result.data), errors: result.errors });
  return result;
}

const nonNull = (coordinate: string, ...path: (string | number)[]) => ({
  message: `Cannot return null for non-nullable field ${coordinate}.`,
  path,
});

describe('null propagation', () => {
  it.each<[string, string, JsonObject, unknown, unknown[]]>([
    [
      'stops at the nullable parent',
      '{ thing { id name } }',
      { thing: { id: '1' } },
      { thing: null },
      [nonNull('Thing.name', 'thing', 'name')],
    ],
    [
      'goes to the root',
      '{ must { name } }',
      { must: { name: null } },
      null,
      [nonNull('Thing.name', 'must', 'name')],
    ],
    [
      'of an absent root field',
      '{ must { name } thing { id } }',
      {},
      null,
      [nonNull('Query.must', 'must')],
    ],
    [
      'empties a list of non-null items',
      '{ thing { id kids { name } } }',
      { thing: { id: '1', kids: [{ name: 'a' }, {}] } },
      { thing: { id: '1', kids: null } },
      [nonNull('Thing.name', 'thing', 'kids', 1, 'name')],
    ],
    [
      'of a null item',
      '{ things { id } }',
      { things: [{ id: '1' }, null] },
      null,
      [nonNull('Query.things', 'things', 1)],
    ],
    [
      'stays within a nullable item',
      '{ maybe { name } }',
      { maybe: [{ name: 'a' }, {}, null] },
      { maybe: [{ name: 'a' }, null, null] },
      [nonNull('Thing.name', 'maybe', 1, 'name')],
    ],
  ])('%s', (_name, query, data, expected, errors) => {
    expect(answer(query, data)).toEqual({ data: expected, errors });
  });

  it('makes nothing of an entity that its owner does not know', () => {
    const [one, two] = [{ id: '1' }, { id: '2' }];
    const data = { thing: one, maybe: [two, { id: '3', name: 'c' }] };
    const result = answer('{ thing { id name } maybe { name } }', data, {}, [], [one, two]);
    expect(result).toEqual({ data: { thing: null, maybe: [null, { name: 'c' }] }, errors: [] });
  });

  it('keeps what is known of it where nothing that must be there is missing', () => {
    const one = { id: '1' };
    const result = answer('{ thing { id kind } }', { thing: one }, {}, [], [one]);
    expect(result).toEqual({ data: { thing: { id: '1', kind: null } }, errors: [] });
  });

  it('says so where a field that must not be null refers to it', () => {
    const one = { id: '1' };
    const result = answer('{ must { name } }', { must: one }, {}, [], [one]);
    expect(result).toEqual({ data: null, errors: [nonNull('Query.must', 'must')] });
  });

  it('adds no error where a subgraph has explained the null', () => {
    const explained = new GraphQLError('No', { path: ['thing', 'name'] });
    const result = answer('{ thing { name } }', { thing: {} }, {}, [explained]);
    expect(result).toEqual({
      data: { thing: null },
      errors: [{ message: 'No', path: ['thing', 'name'] }],
    });
  });
});

describe('types', () => {
  it('chooses fields by the runtime type, and writes type names itself', () => {
    const query =
      '{ any { __typename t: __typename ... on Thing { name } ... on Other { size } ... on Node { id } } }';
    const data = {
      any: [
        { __typename: 'Thing', name: 'x', id: '1', size: 9 },
        { __typename: 'Other', size: 2, id: '2' },
      ],
    };
    expect(answer(query, data).data).toEqual({
      any: [
        { __typename: 'Thing', t: 'Thing', name: 'x', id: '1' },
        { __typename: 'Other', t: 'Other', size: 2, id: '2' },
      ],
    });
  });

  it('takes an interface’s own fields where the type was not asked for', () => {
    expect(answer('{ node { id } }', { node: { id: '1' } }).data).toEqual({ node: { id: '1' } });
  });

  it.each<[string, unknown]>([
    ['a type that is not part of the schema', { __typename: 'Hidden', id: '1' }],
    ['a type that is not possible here', { __typename: 'Leafs', id: '1' }],
    ['a scalar', 5],
    ['a list', []],
  ])('refuses %s without naming it', (_name, value) => {
    const { data, errors } = answer('{ node { id } }', { node: value });
    expect(data).toEqual({ node: null });
    expect(errors).toEqual([
      { message: 'Field Query.node has a value that is not a valid Node.', path: ['node'] },
    ]);
  });
});

describe('leaves', () => {
  const good = {
    int: 1,
    float: 1.5,
    string: 's',
    boolean: false,
    id: 7,
    json: { any: [1] },
    ints: [1],
  };
  it('are passed on', () => {
    const { data } = answer('{ leafs { int float string boolean id json ints } }', { leafs: good });
    expect(data).toEqual({ leafs: { ...good, id: '7' } });
  });

  it.each<[string, unknown]>([
    ['int', 1.5],
    ['int', '1'],
    ['float', 'x'],
    ['string', 5],
    ['string', {}],
    ['boolean', 1],
    ['id', 1.5],
    ['ints', 5],
    ['ints', ['x']],
  ])('of a wrong type are refused: %s %j', (field, value) => {
    const { data, errors } = answer(`{ leafs { ${field} } }`, { leafs: { [field]: value } });
    expect(data).toEqual({ leafs: { [field]: null } });
    expect(errors).toHaveLength(1);
  });

  it('of an enum must be a public value', () => {
    const { data, errors } = answer('{ maybe { kind } }', {
      maybe: [{ kind: 'A' }, { kind: 'SECRET' }],
    });
    expect(data).toEqual({ maybe: [{ kind: 'A' }, { kind: null }] });
    expect(JSON.stringify(errors)).not.toContain('SECRET');
  });
});

describe('selections', () => {
  it('read aliases under plan keys and keep the client’s order', () => {
    const data = { _qa_b: { id: '2', _qa_n: 'two' }, thing: { id: '1', name: 'one' } };
    const { data: result } = answer('{ b: thing { n: name id } thing { id } }', data);
    expect(JSON.stringify(result)).toBe('{"b":{"n":"two","id":"2"},"thing":{"id":"1"}}');
  });

  it.each<[JsonObject, unknown]>([
    [{ a: true, b: false }, { thing: { id: '1', child: { id: '2' } } }],
    [{ a: false, b: true }, { thing: { name: 'one', child: { name: 'two' } } }],
    [{ a: false, b: false }, { thing: {} }],
    [{ a: true, b: true }, { thing: { id: '1', name: 'one', child: { id: '2', name: 'two' } } }],
  ])('follow conditions through merged fields: %j', (variables, expected) => {
    const query = `query ($a: Boolean!, $b: Boolean!) {
      thing { ... @include(if: $a) { id child { id } } }
      thing { ... @include(if: $b) { name child { name } } id @skip(if: true) }
    }`;
    const data = { thing: { id: '1', name: 'one', child: { id: '2', name: 'two' } } };
    expect(answer(query, data, variables).data).toEqual(expected);
  });
});
