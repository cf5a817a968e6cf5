import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { readCostDirectives } from '../../src/supergraph/cost-directives.js';
import { loadLibrary } from './library.js';

describe('cost directives', () => {
  it('come through composition', () => {
    const { costDirectives, apiSdl } = loadLibrary();
    expect(Object.fromEntries(costDirectives.types)).toEqual({ Hue: 2, Dear: 9, Book: 5 });
    expect(Object.fromEntries(costDirectives.inputFields)).toEqual({ 'Search.text': 4 });
    expect(costDirectives.fields.get('Query.found')).toEqual({
      weight: 7,
      arguments: new Map([['after', 3]]),
      listSize: undefined,
    });
    expect(costDirectives.fields.get('Query.page')?.listSize).toEqual({
      assumedSize: undefined,
      slicingArguments: ['first'],
      sizedFields: new Set(['edges']),
      requireOneSlicingArgument: true,
    });
    expect(costDirectives.fields.get('Author.born')?.weight).toBe(11);
    expect(costDirectives.fields.get('Author.books')?.listSize?.assumedSize).toBe(3);
    expect([...costDirectives.mentioned].sort()).toEqual(['Author', 'Book', 'Query']);
    expect(apiSdl).not.toContain('@cost');
  });

  it('are found under the names that @link gives them, and only under those', () => {
    const directives = readCostDirectives(
      parse(`
        schema @link(
          url: "https://specs.apollo.dev/cost/v0.1"
          import: [{ name: "@cost", as: "@price" }, "@listSize", 1]
        ) { query: Query }
        type Query {
          a: Int @price(weight: "2.5")
          b: [Int] @cost__listSize(assumedSize: 4, requireOneSlicingArgument: false)
          c: Int @tax(weight: 3)
          d: Int @price(weight: "much")
        }
      `),
    );
    expect([...directives.fields.keys()]).toEqual(['Query.a', 'Query.b']);
    expect(directives.fields.get('Query.a')?.weight).toBe(2.5);
    expect(directives.fields.get('Query.b')?.listSize).toMatchObject({
      assumedSize: 4,
      requireOneSlicingArgument: false,
    });
  });
});
