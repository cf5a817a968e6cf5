import { describe, expect, it } from '@jest/globals';
import { type OperationDefinitionNode, parse } from 'graphql';
import { checkSize } from '../src/edge/operation-limits.js';
import { type OperationSize, operationSize } from '../src/edge/operation-size.js';
import { withDefaults } from '../src/engine/limits.js';

function sizeOf(source: string): OperationSize {
  const document = parse(source);
  return operationSize(document, document.definitions[0] as OperationDefinitionNode);
}

describe('the size of an operation', () => {
  it('counts what is written out', () => {
    const size = sizeOf(`query Q($ids: [ID!] = ["1", "2"]) @live {
      a: me { id name @include(if: true) }
      users(in: [1, 2, 3], by: { tags: [[1], [1, 2, 3, 4]] }) { id }
    }`);
    expect(size).toEqual({
      depth: 2,
      height: 5,
      rootFields: 2,
      deferredFragments: 0,
      aliases: 1,
      directives: 2,
      listItems: 4,
      introspects: false,
    });
  });

  it('counts fragments where they are spread', () => {
    const size = sizeOf(`query {
      ...Root @skip(if: false)
      other { ...Leaf ... on User @include(if: true) { b: x } }
    }
    fragment Root on Query { me { ...Leaf friend { ...Leaf } } }
    fragment Leaf on User @cached { a: id }`);
    expect(size).toMatchObject({ depth: 3, height: 7, rootFields: 2, aliases: 4, directives: 5 });
  });

  it('takes no longer where fragments double at each of 60 levels', () => {
    const levels = Array.from(
      { length: 60 },
      (_, level) => `fragment F${level} on T { a { ...F${level + 1} } b { ...F${level + 1} } }`,
    );
    const size = sizeOf(`{ ...F0 } ${levels.join(' ')} fragment F60 on T { leaf }`);
    expect(size.depth).toBe(61);
    expect(size.height).toBeGreaterThan(1e18);
    const [, error] = checkSize(size, withDefaults());
    expect(error?.extensions).toEqual({
      code: 'TOO_MANY_FIELDS',
      limit: 10_000,
      actual: Number.MAX_SAFE_INTEGER,
    });
  });

  it.each([
    ['{ __schema { types { name } } }', true],
    ['{ ...F } fragment F on Query { t: __type(name: "A") { name } }', true],
    ['{ __typename me { __typename } }', false],
  ])('sees whether %s asks for the schema', (source, introspects) => {
    expect(sizeOf(source).introspects).toBe(introspects);
  });

  it('is the size of the operation that is meant, not of its neighbours', () => {
    const document = parse('query A { a } query B { b { c } }');
    const [, second] = document.definitions;
    expect(operationSize(document, second as OperationDefinitionNode).height).toBe(2);
  });
});

describe('limits of size', () => {
  const none = {
    ...{ depth: 0, height: 0, rootFields: 0, aliases: 0 },
    ...{ directives: 0, deferredFragments: 0, listItems: 0 },
  };
  it.each([
    ['depth', 'operationDepth', 'OPERATION_TOO_DEEP'],
    ['height', 'height', 'TOO_MANY_FIELDS'],
    ['rootFields', 'rootFields', 'TOO_MANY_ROOT_FIELDS'],
    ['aliases', 'aliases', 'TOO_MANY_ALIASES'],
    ['directives', 'directives', 'TOO_MANY_DIRECTIVES'],
    ['deferredFragments', 'deferredFragments', 'TOO_MANY_DEFERRED_FRAGMENTS'],
    ['listItems', 'listItems', 'LIST_TOO_LONG'],
  ] as const)('%s: up to limits.%s, then %s', (measure, limit, code) => {
    const limits = withDefaults({ [limit]: 3 });
    expect(checkSize({ ...none, introspects: false, [measure]: 3 }, limits)).toEqual([]);
    const errors = checkSize({ ...none, introspects: false, [measure]: 4 }, limits);
    expect(errors.map(({ extensions }) => extensions)).toEqual([{ code, limit: 3, actual: 4 }]);
  });
});
