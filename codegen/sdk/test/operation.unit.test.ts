import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { readOperation } from '../src/document/operation.js';
import { isRepeatable } from '../src/document/repeatable.js';

const code = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return undefined;
};

describe('readOperation', () => {
  it('knows kind, name and variables', () => {
    const operation = readOperation('subscription S($after: String) { x(after: $after) { id } }');
    expect(operation).toMatchObject({ kind: 'subscription', name: 'S', rootFields: 1 });
    expect(operation.variables).toEqual(new Set(['after']));
  });

  it('reads a document once', () => {
    const document = parse('{ a b }');
    expect(readOperation(document)).toBe(readOperation(document));
    expect(readOperation(document)).toMatchObject({ kind: 'query', rootFields: 2 });
  });

  it('wants to know which of several operations is meant', () => {
    const text = 'query A { a } mutation B { b }';
    expect(code(() => readOperation(text))).toBe('BAD_DOCUMENT');
    expect(code(() => readOperation(text, 'C'))).toBe('BAD_DOCUMENT');
    expect(readOperation(text, 'B').kind).toBe('mutation');
  });

  it('refuses what is not GraphQL', () => {
    expect(code(() => readOperation('query {'))).toBe('BAD_DOCUMENT');
  });
});

describe('isRepeatable', () => {
  const ONE = 'mutation ($input: I!) { a(input: $input) { id } }';
  const TWO = 'mutation ($a: I!, $b: I!) { a(input: $a) { id } b(input: $b) { id } }';
  const SPREAD = 'mutation ($a: I!) { ...Many } fragment Many on Mutation { a(input: $a) { id } }';
  const key = { idempotencyKey: 'k' };

  it.each([
    ['a query', '{ a }', {}, true],
    ['a subscription', 'subscription { a }', {}, false],
    ['a mutation without a key', ONE, { input: {} }, false],
    ['a mutation with an empty key', ONE, { input: { idempotencyKey: '' } }, false],
    ['a mutation with a key', ONE, { input: key }, true],
    ['two mutations with one key', TWO, { a: key, b: {} }, false],
    ['two mutations with two keys', TWO, { a: key, b: key }, true],
    ['mutations behind a fragment', SPREAD, { a: key }, false],
  ])('%s', (_, text, variables, repeatable) => {
    expect(isRepeatable(readOperation(text), variables)).toBe(repeatable);
  });
});
