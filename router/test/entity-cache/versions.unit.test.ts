import { describe, expect, it } from '@jest/globals';
import { graphFacts } from '../../src/entity-cache/graph-facts.js';
import { loadSupergraph } from '../../src/supergraph/supergraph.js';
import { compose } from '../support/compose.js';
import { answering, names, schema, startCache, supergraphOf } from './setting.js';

const STOCK =
  'type Query { a: Int } type T @key(fields: "id") { id: ID!  kind: Kind }  enum Kind { ONE }';
const OTHER = 'type T @key(fields: "id") { id: ID!  more: Int }';

const versions = (subgraphs: Readonly<Record<string, string>>) => {
  const loaded = loadSupergraph(compose(subgraphs));
  if (!loaded.ok) throw new TypeError(loaded.errors.join('\n'));
  const { versionOf } = graphFacts(loaded.supergraph);
  return { stock: versionOf('stock'), other: versionOf('other') };
};

describe('the version of a subgraph', () => {
  const before = versions({ stock: STOCK, other: OTHER });

  it.each([
    ['a field', 'id: ID!', 'id: ID!  extra: Int'],
    ['the type of a field', 'a: Int', 'a: String'],
    ['an argument', 'a: Int', 'a(b: Int): Int'],
    ['a value of an enum', 'ONE', 'ONE TWO'],
    ['a type', 'enum Kind', 'type U @key(fields: "id") { id: ID! } enum Kind'],
  ])('is another with %s, and that of others stays', (_what, from, to) => {
    const after = versions({ stock: STOCK.replace(from, to), other: OTHER });
    expect(after.stock).not.toBe(before.stock);
    expect(after.other).toBe(before.other);
  });

  it('does not depend on descriptions, or on what comes first', () => {
    const stock = STOCK.replace('a: Int', '"Of great use" a: Int').replace(
      'id: ID!  kind: Kind',
      'kind: Kind  id: ID!',
    );
    expect(versions({ other: OTHER, stock }).other).toBe(before.other);
    expect(
      versions({ stock: STOCK.replace('a: Int', '"Of great use" a: Int'), other: OTHER }),
    ).toEqual(before);
  });
});

it('what another schema answered is not found', async () => {
  const { entities } = startCache(answering());
  await entities(['a']);
  const graph = supergraphOf(schema.replace('name: String', 'name: Int'));
  expect(names(await entities(['a'], { graph }))).toEqual(['a of 2']);
  const described = supergraphOf(schema.replace('name: String', '"Its name" name: String'));
  expect(names(await entities(['a'], { graph: described }))).toEqual(['a of 1']);
});
