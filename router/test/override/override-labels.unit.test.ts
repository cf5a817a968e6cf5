import { describe, expect, it } from '@jest/globals';
import { type DocumentNode, Kind, parse } from 'graphql';
import { labelDecision } from '../../src/override/active-labels.js';
import { readOverrideLabels } from '../../src/override/override-labels.js';
import { percentile, percentOf } from '../../src/override/percent.js';
import { loadSupergraph } from '../../src/supergraph/supergraph.js';
import { compose } from '../support/compose.js';

const LABELLED = Array.from({ length: 12 }, (_, index) => `f${index}: Int`).join(' ');

const supergraph = compose({
  old: `
    type Query { item: Item  thing: Thing  other: Other }
    interface Item { id: ID!  a: Int }
    type Thing implements Item @key(fields: "id") { id: ID!  a: Int  b: Int  ${LABELLED} }
    type Other { a: Int }`,
  next: `
    type Thing @key(fields: "id") {
      id: ID!
      a: Int @override(from: "old", label: "a-moves")
      b: Int @override(from: "old", label: "percent(2.5)")
      ${LABELLED.replaceAll(/f(\d+): Int/g, '$& @override(from: "old", label: "label$1")')}
    }`,
});

function labelsOf(query: string): readonly string[] | undefined {
  const loaded = loadSupergraph(supergraph);
  if (!loaded.ok) throw new TypeError(loaded.errors.join());
  const document: DocumentNode = parse(query);
  const definition = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  const { overrideLabels, apiSchema } = loaded.supergraph;
  return definition && overrideLabels?.of(apiSchema, document, definition);
}

describe('the labels of an operation', () => {
  it.each([
    ['none of its fields moves', '{ other { a } thing { id } }', []],
    ['a field', '{ thing { b } }', ['percent(2.5)']],
    [
      'a field in a fragment',
      '{ thing { ...F } } fragment F on Thing { b a }',
      ['a-moves', 'percent(2.5)'],
    ],
    ['a field of an interface', '{ item { a } }', ['a-moves']],
    ['another operation of the document', 'query A { thing { id } } query B { thing { b } }', []],
  ])('%s', (_, query, labels) => {
    expect(labelsOf(query)).toEqual(labels);
  });

  it('are eight at most', () => {
    const all = Array.from({ length: 12 }, (_, index) => `f${index}`).join(' ');
    expect(labelsOf(`{ thing { ${all} } }`)).toHaveLength(8);
  });

  it('are nothing to think about where a supergraph has none', () => {
    expect(readOverrideLabels(parse(compose({ a: 'type Query { a: Int }' })))).toBeUndefined();
  });
});

describe('percent(n)', () => {
  it('is read with its decimals', () => {
    const texts = ['percent(20)', 'percent(0.25)', 'percent()', 'percents(1)', 'percent(1)x'];
    expect(texts.map(percentOf)).toEqual([20, 0.25, undefined, undefined, undefined]);
  });

  it('places keys evenly, each at its own place for good', () => {
    const places = Array.from({ length: 1_000 }, (_, index) => percentile(`k${index}`));
    const average = places.reduce((sum, place) => sum + place, 0) / places.length;
    expect(average).toBeGreaterThan(46);
    expect(average).toBeLessThan(54);
    expect(places.every((place) => place >= 0 && place < 100)).toBe(true);
    expect(percentile('k1')).toBe(places[1]);
  });

  it('is decided anew for those without a key', async () => {
    const decide = labelDecision<string>({}, () => undefined);
    const caller = { principal: 'ada', requestId: 'r', attributes: {} };
    const seen = new Set<number>();
    for (let turn = 0; turn < 200; turn++) seen.add((await decide(['percent(50)'], caller)).size);
    expect(seen).toEqual(new Set([0, 1]));
  });

  it('is on for nobody at 0, for everybody at 100', async () => {
    const decide = labelDecision<string>({ key: () => 'x' }, () => undefined);
    const caller = { principal: null, requestId: 'r', attributes: {} };
    const active = await decide(['percent(0)', 'percent(100)', 'toString'], caller);
    expect([...active]).toEqual(['percent(100)']);
  });
});
