import { describe, expect, it } from '@jest/globals';
import { executeSync, type GraphQLFieldResolver, getNamedType, isObjectType, parse } from 'graphql';
import { costOf, loadLibrary } from './library.js';

const library = loadLibrary();

/** Mulberry32: the same numbers for the same seed. */
function randomly(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const FIELDS: Readonly<Record<string, readonly (readonly [field: string, type?: string])[]>> = {
  Query: [
    ['book(id: 1)', 'Book'],
    ['shelf', 'Book'],
    ['page(first: 3)', 'BookPage'],
    ['page(first: $n)', 'BookPage'],
    ['slice(last: 2)', 'Book'],
    ['media', 'Media'],
    ['things', 'Thing'],
    ['found(after: "x")', 'Book'],
    ['found(by: { text: "a", tags: [{ name: "b" }] })', 'Book'],
    ['dears'],
    ['hue'],
  ],
  BookPage: [['edges', 'BookEdge'], ['total']],
  BookEdge: [['node', 'Book']],
  Book: [['id'], ['title'], ['similar', 'Media'], ['author', 'Author']],
  Author: [['name'], ['born'], ['books']],
  Film: [['title'], ['length'], ['similar', 'Media']],
  Media: [['title'], ['similar', 'Media']],
  Thing: [],
};

/** Selections with equal fields, fragments and conditions in it, each field under a key of its own meaning. */
function selections(type: string, depth: number, below: (n: number) => number): string {
  const chosen = Array.from({ length: 1 + below(3) }, (): string => {
    const abstract = type === 'Media' || type === 'Thing';
    const inner = abstract && below(2) === 0 ? (['Book', 'Film'] as const)[below(2)] : undefined;
    if (inner && depth > 0) return `... on ${inner} { ${selections(inner, depth - 1, below)} }`;
    const condition = ['', '@include(if: $yes)', '@skip(if: $yes)'][below(6)] ?? '';
    const fields = FIELDS[type] ?? [];
    const [field, next] = fields[below(fields.length)] ?? ['__typename'];
    if (next === undefined) return `${field} ${condition}`;
    if (depth === 0) return '__typename';
    const key = `k${field.replaceAll(/\W/g, '')}: `;
    return `${key}${field} ${condition} { ${selections(next, depth - 1, below)} }`;
  });
  return chosen.join(' ');
}

function answer(source: string, variables: Record<string, unknown>, below: (n: number) => number) {
  const fieldResolver: GraphQLFieldResolver<{ items?: number } | undefined, unknown> = (
    parent,
    args,
    _,
    { returnType, fieldName },
  ) => {
    const named = getNamedType(returnType);
    const value = () => {
      if (isObjectType(named)) return { __typename: named.name, items: args.first ?? 10 };
      if (named.name === 'Media' || named.name === 'Thing') {
        return { __typename: ['Book', 'Film'][below(2)] };
      }
      return named.name === 'Hue' ? 'RED' : named.name === 'String' ? 'x' : 1;
    };
    if (!String(returnType).includes('[')) return below(8) === 0 ? null : value();
    const most = fieldName === 'edges' ? (parent?.items ?? 0) : (args.last ?? 3);
    return Array.from({ length: below(most + 1) }, value);
  };
  const schema = library.apiSchema;
  const options = { schema, document: parse(source), variableValues: variables, fieldResolver };
  return executeSync({ ...options, rootValue: {} });
}

describe('the estimate', () => {
  it('is never exceeded by the actual cost, whatever is asked and answered', () => {
    let answered = 0;
    for (let seed = 0; seed < 400; seed++) {
      const below = randomly(seed);
      const source = `query ($n: Int! = 1, $yes: Boolean! = false) {
        __typename ${selections('Query', 4, below)}
      }`;
      const variables = { n: below(6), yes: below(2) === 1 };
      const { data } = answer(source, variables, below);
      if (!data) continue;
      answered++;
      const document = source.replace(/^query \([^)]*\)/, (head) => used(head, source));
      const cost = costOf(library, document);
      const actual = cost.actual(variables, data);
      const estimated = cost.estimate(variables).cost;
      if (actual > estimated) throw new RangeError(`${seed}: ${actual} > ${estimated}: ${source}`);
    }
    expect(answered).toBeGreaterThan(200);
  });
});

/** Only the variables that an operation uses may be declared. */
function used(head: string, source: string): string {
  const body = source.slice(head.length);
  const declared = ['$n: Int! = 1', '$yes: Boolean! = false'].filter((text) =>
    body.includes(text.split(':')[0] ?? ''),
  );
  return declared.length > 0 ? `query (${declared.join(', ')})` : 'query';
}
