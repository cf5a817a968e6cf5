import { describe, expect, it } from '@jest/globals';
import { memoryOperations } from '../../src/persisted/memory-store.js';
import { operationStoreContract } from './operation-store.contract.js';

operationStoreContract('memory', async () => {
  const store = memoryOperations();
  return { store, stop: () => store.close() };
});

describe('operations in memory', () => {
  it('forgets what was asked for longest ago when there are too many', async () => {
    const store = memoryOperations({ entries: 2 });
    await store.set('a', 'A');
    await store.set('b', 'B');
    await store.get('a');
    await store.set('c', 'C');
    expect([await store.get('a'), await store.get('b'), await store.get('c')]).toEqual([
      'A',
      undefined,
      'C',
    ]);
  });

  it('never takes more bytes than it may, a text larger than all of them included', async () => {
    const store = memoryOperations({ bytes: 200 });
    await store.set('a', 'x'.repeat(49));
    await store.set('b', 'y'.repeat(49));
    expect([await store.get('a'), await store.get('b')]).toEqual(['x'.repeat(49), 'y'.repeat(49)]);
    await store.set('c', 'z');
    expect([await store.get('a'), await store.get('c')]).toEqual([undefined, 'z']);
    await store.set('d', 'w'.repeat(100));
    expect(await store.get('d')).toBeUndefined();
    expect(await store.get('c')).toBe('z');
  });

  it('counts a text that is kept again once', async () => {
    const store = memoryOperations({ bytes: 200 });
    for (let round = 0; round < 10; round++) await store.set('a', 'x'.repeat(49));
    await store.set('b', 'y'.repeat(49));
    expect(await store.get('a')).toBe('x'.repeat(49));
  });
});
