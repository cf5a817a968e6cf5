import { describe, expect, it } from '@jest/globals';
import { memoryStore } from '../../src/entity-cache/memory-store.js';
import { entityStoreContract } from './entity-store.contract.js';

entityStoreContract('memory', async () => {
  let now = 0;
  const store = memoryStore({ now: () => now });
  return {
    store,
    pass: async (milliseconds) => {
      now += milliseconds;
    },
    stop: () => store.close(),
  };
});

const entry = (key: string, value: string, tags: readonly string[] = []) => ({
  key,
  value,
  tags,
  toldTags: [],
  ttlMs: 1_000,
  stamp: '0',
});

const present = async (store: ReturnType<typeof memoryStore>, keys: readonly string[]) => {
  const found = await store.read(keys.map((key) => ({ key, tags: [] })));
  return keys.filter((_, index) => found[index]?.value !== undefined);
};

it('forgets what was not asked for longest when its bytes are used up', async () => {
  const store = memoryStore({ bytes: 5_000, now: () => 0 });
  const text = 'x'.repeat(1_000);
  await store.write(['a', 'b', 'c'].map((key) => entry(key, text)));
  await present(store, ['a']);
  await store.write([entry('d', text)]);
  expect(await present(store, ['a', 'b', 'c', 'd'])).toEqual(['a', 'c', 'd']);
});

it('counts what is not Latin twice, and does not keep what alone is too large', async () => {
  const store = memoryStore({ bytes: 1_500, now: () => 0 });
  await store.write([entry('latin', 'é'.repeat(1_000))]);
  expect(await present(store, ['latin'])).toEqual(['latin']);
  await store.write([entry('greek', 'λ'.repeat(1_000))]);
  expect(await present(store, ['latin', 'greek'])).toEqual(['latin']);
});

it('keeps nothing that was asked for before more invalidations than it remembers', async () => {
  const store = memoryStore({ now: () => 0 });
  for (let index = 0; index <= 10_000; index++) await store.invalidate([`tag ${index}`]);
  await store.write([entry('old', 'A')]);
  await store.write([{ ...entry('new', 'B'), stamp: '10001' }]);
  expect(await present(store, ['old', 'new'])).toEqual(['new']);
});

it('counts what tags take', async () => {
  const store = memoryStore({ bytes: 40_000, now: () => 0 });
  const keys = Array.from({ length: 100 }, (_, index) => `${index}`);
  const tags = keys.slice(0, 10).map((name) => `type:products:${name}`);
  await store.write(keys.map((key) => entry(key, '{}', tags)));
  const kept = await present(store, keys);
  expect(kept.length).toBeGreaterThan(10);
  expect(kept.length).toBeLessThan(25);
  expect(kept.at(-1)).toBe('99');
});

describe('a tag of many entries', () => {
  const keys = Array.from({ length: 1_001 }, (_, index) => `${index}`);

  it('is invalidated as any other', async () => {
    const store = memoryStore({ now: () => 0 });
    await store.write(keys.map((key) => entry(key, '{}', ['all', key === '7' ? 'odd' : 'even'])));
    await store.write([entry('other', '{}', ['odd'])]);
    await store.invalidate(['all']);
    await store.write([
      entry('old', '{}', ['all']),
      { ...entry('new', '{}', ['all']), stamp: '1' },
    ]);
    expect(await present(store, [...keys, 'other', 'old', 'new'])).toEqual(['other', 'new']);
    await store.invalidate(['all', 'odd']);
    expect(await present(store, ['other', 'new'])).toEqual([]);
  });

  it('is not forgotten to have been invalidated, however many there are', async () => {
    const store = memoryStore({ bytes: 2 ** 30, now: () => 0 });
    const tags = Array.from({ length: 257 }, (_, index) => `broad ${index}`);
    await store.write(keys.map((key) => entry(key, '{}', tags)));
    for (const tag of tags) await store.invalidate([tag]);
    expect(await present(store, keys)).toEqual([]);
    await store.write([{ ...entry('new', '{}', ['broad 0']), stamp: '257' }]);
    expect(await present(store, ['new'])).toEqual(['new']);
  });
});
