import { describe, expect, it } from '@jest/globals';
import { readInvalidations } from '../../src/entity-cache/invalidation-requests.js';

describe('invalidations over HTTP', () => {
  it('are those of Apollo’s router, and entities', () => {
    const read = readInvalidations([
      { kind: 'subgraph', subgraph: 'a' },
      { kind: 'type', subgraph: 'a', type: 'T' },
      { kind: 'cache_tag', subgraphs: ['a', 'b'], cache_tag: 'x' },
      { kind: 'entity', type: 'T', key: { id: 1 } },
    ]);
    expect(read).toEqual([
      { subgraphs: ['a'] },
      { type: 'T', subgraphs: ['a'] },
      { tag: 'x', subgraphs: ['a', 'b'] },
      { type: 'T', key: { id: 1 } },
    ]);
  });

  it.each([
    [null],
    [[]],
    [{}],
    [[null]],
    [[{ kind: 'subgraph' }]],
    [[{ kind: 'all' }]],
    [[{ kind: 'type', type: '' }]],
    [[{ kind: 'type', type: 'T', subgraph: 7 }]],
    [[{ kind: 'entity', type: 'T', key: ['id'] }]],
    [[{ kind: 'cache_tag', cache_tag: 'x', subgraphs: 'a' }]],
    [Array.from({ length: 1_001 }, () => ({ kind: 'type', type: 'T' }))],
  ])('are refused where %j', (body) => {
    expect(typeof readInvalidations(body)).toBe('string');
  });
});
