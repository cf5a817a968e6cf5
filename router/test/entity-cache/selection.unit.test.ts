import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { readCall } from '../../src/entity-cache/cached-call.js';
import { graphFacts } from '../../src/entity-cache/graph-facts.js';
import { supergraphOf } from './setting.js';

const supergraph = supergraphOf(`
  type Query { any: [Any!]!  page: Page }
  type Page { books: [Book!]!  size: Int }
  interface Any @key(fields: "id") { id: ID! }
  type Book implements Any @key(fields: "id") { id: ID!  pages(in: String): Int  next: Toy }
  type Toy implements Any @key(fields: "id") { id: ID!  noise: Int }
`);
const facts = graphFacts(supergraph);
const callOf = (query: string) =>
  readCall(parse(query), { subgraph: 'stock', facts, defaultSeconds: 0 });

const listOf = (set: string, fragments = '') => {
  const call = callOf(`query($r:[_Any!]!){_entities(representations:$r){${set}}} ${fragments}`);
  if (call?.kind !== 'entities') throw new TypeError('no entities');
  return (type: string) => call.lists[0]?.selectionOf(type);
};

describe('the selection of an entity', () => {
  const both = listOf('...on Book{pages(in:$in)} ...on Toy{noise}');

  it('leaves out what is asked of entities of other types', () => {
    expect(both('Book')?.text).toBe(listOf('...on Book{pages(in:$in)}')('Book')?.text);
    expect(both('Toy')?.text).not.toBe(both('Book')?.text);
    expect(both('Book')?.variables).toEqual(['in']);
    expect(both('Toy')?.variables).toEqual([]);
  });

  it('leaves abstract types to the subgraph', () => {
    const any = listOf('...on Any{id} ...on Book{pages} ...on Toy{noise}');
    expect(any('Book')?.text).toContain('on Any');
    expect(any('Book')?.text).not.toContain('on Toy');
    expect(any('Any')?.text).toContain('on Toy');
  });

  it('has its fragments with it', () => {
    const spread = (name: string) => listOf('...on Book{...P}', `fragment P on Book{${name}}`);
    expect(spread('id')('Book')?.text).not.toBe(spread('pages(in:$in)')('Book')?.text);
    expect(spread('pages(in:$in)')('Book')?.variables).toEqual(['in']);
  });

  it('says which entities are inside', () => {
    expect(listOf('...on Book{next{noise}}')('Book')?.holds).toEqual(['Toy']);
    const call = callOf('{any{id} page{books{id} size}}');
    expect(call?.kind === 'root' && call.selection.holds).toEqual(['Any', 'Book', 'Toy']);
  });

  it('is none of a type that the subgraph does not know', () => {
    expect(both('Nothing')).toBeUndefined();
  });
});

it('what no planner writes is not cached', () => {
  for (const query of [
    'mutation{page{size}}',
    '{...on Query{page{size}}}',
    'query($r:[_Any!]!){_entities(representations:$r){...on Toy{noise}} page{size}}',
    'query($r:[_Any!]!){_entities(representations:$r)@include(if:true){...on Toy{noise}}}',
    '{_entities(representations:[]){...on Toy{noise}}}',
  ]) {
    expect(callOf(query)).toBeUndefined();
  }
});
