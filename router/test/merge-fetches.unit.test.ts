import { describe, expect, it } from '@jest/globals';
import { OperationTypeNode, parse } from 'graphql';
import { mergeEqualFetches } from '../src/planner/merge-fetches.js';
import type { FetchNode, FlattenNode, PlanNode, RequiredSelection } from '../src/planner/plan.js';

const query = '($representations:[_Any!]!){_entities(representations:$representations){name}}';
const requires = (type: string): RequiredSelection[] => [
  {
    kind: 'fragment',
    types: new Set([type]),
    selections: [{ kind: 'field', from: 'id', to: 'id', selections: undefined }],
    skipIf: undefined,
    includeIf: undefined,
  },
];

function fetchNode(part: Partial<FetchNode> = {}): FetchNode {
  return {
    kind: 'Fetch',
    subgraph: 'users',
    operationKind: OperationTypeNode.QUERY,
    operationName: undefined,
    query: `query${query}`,
    document: parse(`query${query}`),
    variableUsages: ['first'],
    rootKeys: ['_entities'],
    entity: { requires: requires('User'), inputRewrites: [] },
    outputRewrites: [],
    ...part,
  };
}

const at = (key: string, part?: Partial<FetchNode>): FlattenNode => ({
  kind: 'Flatten',
  path: [{ kind: 'field', key }],
  node: fetchNode(part),
});
const parallel = (...nodes: PlanNode[]): PlanNode => ({ kind: 'Parallel', nodes });

describe('mergeEqualFetches', () => {
  it('makes one call of fetches that ask the same', () => {
    const other = at('c', { subgraph: 'pets' });
    const merged = mergeEqualFetches(parallel(at('a'), other, at('b')));
    expect(merged).toMatchObject({
      nodes: [
        {
          kind: 'BatchFetch',
          subgraph: 'users',
          query: `query${query}`,
          variableUsages: ['first'],
          entities: [
            {
              alias: '_entities',
              variable: 'representations',
              paths: [[{ kind: 'field', key: 'a' }], [{ kind: 'field', key: 'b' }]],
              requires: requires('User'),
            },
          ],
        },
        other,
      ],
    });
  });

  it.each<[string, Partial<FetchNode>]>([
    ['another subgraph', { subgraph: 'pets' }],
    ['another question', { query: `query Q${query}` }],
    ['other requirements', { entity: { requires: requires('Pet'), inputRewrites: [] } }],
    [
      'other corrections of the answer',
      { outputRewrites: [{ kind: 'renameKey', path: [{ kind: 'field', key: 'x' }], to: 'y' }] },
    ],
  ])('leaves %s alone', (_name, part) => {
    const plan = parallel(at('a'), at('b', part));
    expect(mergeEqualFetches(plan)).toEqual(plan);
  });

  it('leaves what runs one after the other alone, and looks into branches', () => {
    const sequence: PlanNode = { kind: 'Sequence', nodes: [at('a'), at('b'), fetchNode()] };
    expect(mergeEqualFetches(sequence)).toEqual(sequence);
    const conditional = (ifTrue: PlanNode): PlanNode => ({
      kind: 'Condition',
      variable: 'on',
      ifTrue,
      ifFalse: undefined,
    });
    const plan = mergeEqualFetches(conditional(parallel(at('a'), at('b'))));
    expect(plan).toMatchObject({ ifTrue: { nodes: [{ kind: 'BatchFetch' }] }, ifFalse: undefined });
  });
});
