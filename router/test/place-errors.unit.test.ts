import { describe, expect, it } from '@jest/globals';
import { buildSchema, GraphQLError, getOperationAST, parse } from 'graphql';
import { placeErrors } from '../src/execution/place-errors.js';
import { Selection } from '../src/execution/selection.js';

const schema = buildSchema(`
  type Query { user: User  users: [User!] }
  type User { name: String  age: Int  friend: User }
`);

/** Paths of errors as the client sees them. */
function placed(query: string, path: (string | number)[], variables: Record<string, unknown> = {}) {
  const operation = getOperationAST(parse(query));
  if (!operation) throw new TypeError(query);
  const parts = [{ set: operation.selectionSet, conditions: [] }];
  const selection = new Selection({ schema, fragments: new Map() }, parts);
  const user = { name: 'Ada', age: null, friend: null };
  const errors = [new GraphQLError('broken', { path, extensions: { code: 'BROKEN' } })];
  placeErrors(selection, 'Query', { data: { user, users: [user] }, variables, errors });
  return errors.map((error) => [error.path, error.extensions.code]);
}

describe('placeErrors', () => {
  it('leaves an error where the client selected', () => {
    expect(placed('{ user { age } }', ['user', 'age'])).toEqual([[['user', 'age'], 'BROKEN']]);
    expect(placed('{ users { age } }', ['users', 0, 'age'])).toEqual([
      [['users', 0, 'age'], 'BROKEN'],
    ]);
  });

  it('tells of the object whose needs failed', () => {
    expect(placed('{ users { name } }', ['users', 0, 'age'])).toEqual([[['users', 0], 'BROKEN']]);
    expect(placed('{ user { name } }', ['users'])).toEqual([[undefined, 'BROKEN']]);
  });

  it('drops an error of what a variable switches off', () => {
    const query = 'query ($on: Boolean!) { user @include(if: $on) { age } }';
    expect(placed(query, ['user', 'age'], { on: false })).toEqual([]);
    expect(placed(query, ['user', 'age'], { on: true })).toHaveLength(1);
  });

  it('keeps what lies below a null', () => {
    const path = ['user', 'friend', 'age'];
    expect(placed('{ user { friend { name } } }', path)).toEqual([[path, 'BROKEN']]);
  });
});
