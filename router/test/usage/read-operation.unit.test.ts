import { describe, expect, it } from '@jest/globals';
import { buildSchema, Kind, parse, validate } from 'graphql';
import { InputCoordinates, noInputs } from '../../src/usage/input-coordinates.js';
import { readOperation } from '../../src/usage/read-operation.js';

const schema = buildSchema(`
  directive @track(id: String) on FIELD
  type Query {
    find(where: Where, order: Order = UP, limit: Int, tags: [String], extra: JSON): [Item!]!
    old: Int @deprecated(reason: "gone soon")
  }
  interface Item { id: ID! }
  type Book implements Item { id: ID!  pages: Int  part(of: ID @deprecated(reason: "no")): Book }
  input Where { title: String  inner: Where  order: Order  legacy: Int @deprecated(reason: "no") }
  enum Order { UP DOWN SIDEWAYS @deprecated(reason: "no") }
  scalar JSON
`);

function read(text: string) {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const definition = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!definition) throw new TypeError('No operation.');
  return readOperation(schema, document, definition);
}

describe('an operation as it is recorded', () => {
  it('holds nothing that somebody wrote into it, and stays valid', () => {
    const { operation } = read(`
      query Find($limit: Int = 7) {
        secret: find(
          where: { title: "my secret", inner: { title: """block""" } }
          limit: 42, tags: ["a", "b"], order: DOWN
          extra: { ssn: "123", list: [1, { deep: "x" }] }
        ) @track(id: "visitor-9") @include(if: true) { id }
        more: find(limit: $limit, extra: [1, 2]) { id }
        one: find(tags: "alone", extra: "text") { id }
      }`);
    expect(operation.text).not.toMatch(/my secret|block|42|7|ssn|123|deep|visitor|"a"|alone/);
    expect(operation.text).toContain('tags: [""]');
    expect(operation.text).toContain('extra: {}');
    expect(operation.text).toContain('extra: []');
    expect(operation.text).toContain('order: DOWN');
    expect(validate(schema, parse(operation.text))).toEqual([]);
  });

  it('is one, however its literals, white space and comments differ, alone of its document', () => {
    const a = read('query A { find(limit: 1) { ...F } } fragment F on Item { id }');
    const b = read('query A {  # mine\n find(limit: 2) { ...F } }\nfragment F on Item { id }');
    expect(a.operation).toEqual(b.operation);
    const two = read('query A { find { id } } query B { old }').operation;
    expect([two.name, two.text.includes('old')]).toEqual(['A', false]);
  });

  it('names all that it touches of the schema', () => {
    const { operation, inputs } = read(`
      query Q($where: Where, $order: Order, $limit: Int) {
        find(where: $where, order: $order, limit: $limit) { id ... on Book { part(of: 1) { pages } } }
        again: find(where: { inner: { title: "x", order: SIDEWAYS, legacy: 1 } }) @track { __typename }
        old
      }`);
    expect(operation.coordinates).toEqual(
      [
        ...[
          '@track',
          'Book',
          'Book.pages',
          'Book.part',
          'Book.part(of:)',
          'Int',
          'Item',
          'Item.id',
        ],
        ...['Order', 'Order.SIDEWAYS', 'Query.find', 'Query.find(limit:)', 'Query.find(order:)'],
        ...['Query.find(where:)', 'Query.old', 'Where', 'Where.inner', 'Where.legacy'],
        ...['Where.order', 'Where.title'],
      ].sort(),
    );
    expect(operation.deprecated).toEqual([
      ...['Book.part(of:)', 'Order.SIDEWAYS', 'Query.old', 'Where.legacy'],
    ]);
    expect(inputs.map(({ name }) => name)).toEqual(['where', 'order']);
  });
});

describe('the values of variables', () => {
  const { inputs } = read('query Q($where: Where) { find(where: $where) { id } }');

  it('tell input fields and enum values, and nothing else', () => {
    const found = noInputs();
    const value = { title: 'secret', inner: { order: 'SIDEWAYS', inner: null } };
    for (const { type } of inputs) new InputCoordinates(found).add(value, type);
    expect([...found.inputs].sort()).toEqual([
      ...['Order.SIDEWAYS', 'Where', 'Where.inner', 'Where.order', 'Where.title'],
    ]);
    expect([...found.deprecatedInputs]).toEqual(['Order.SIDEWAYS']);
  });

  it('are looked at up to a bound; beyond it all is taken for used', () => {
    const found = noInputs();
    let value: object = {};
    for (let depth = 0; depth < 2_000; depth++) value = { inner: value };
    for (const { type } of inputs) new InputCoordinates(found).add(value, type);
    expect(found.inputs).toContain('Where.legacy');
    expect(found.inputs).toContain('Order.DOWN');
  });
});
