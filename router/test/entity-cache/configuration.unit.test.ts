import { describe, expect, it } from '@jest/globals';
import { entityCacheProblems } from '../../src/entity-cache/entity-cache-config.js';
import { memoryStore } from '../../src/entity-cache/memory-store.js';

describe('a configuration', () => {
  const store = memoryStore();
  const problems = (config: object, hasAudience = false) =>
    entityCacheProblems({ store, ...config }, hasAudience);

  it('is in order where something can be kept', () => {
    expect(entityCacheProblems(undefined, false)).toEqual([]);
    expect(problems({ subgraphs: { a: { shared: true } } })).toEqual([]);
    expect(problems({ default: { shared: true }, subgraphs: { a: {} } })).toEqual([]);
    expect(problems({ subgraphs: { a: {} } }, true)).toEqual([]);
    expect(problems({ default: {}, privateKey: () => 'x' })).toEqual([]);
  });

  it.each([
    [{}],
    [{ subgraphs: { a: {} } }],
    [{ default: { shared: true, ttlSeconds: 0 } }],
    [{ default: { shared: true, ttlSeconds: Number.NaN } }],
    [{ default: { shared: true }, maxTtlSeconds: -1 }],
    [{ default: { shared: true }, invalidation: { path: 'x', secret: 'a secret of some length' } }],
    [{ default: { shared: true }, invalidation: { path: '/x', secret: 'short' } }],
  ])('%j is refused', (config) => {
    expect(problems(config)).toHaveLength(1);
  });
});
