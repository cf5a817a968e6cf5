import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashOf } from '../../src/persisted/hash.js';
import type { OperationStore } from '../../src/persisted/operation-store.types.js';

export interface StoreUnderTest {
  store: OperationStore;
  stop(): Promise<void>;
}

/** What every store of automatic persisted queries keeps to. */
export function operationStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`operations in ${name}`, () => {
    let tested: StoreUnderTest;
    beforeAll(async () => {
      tested = await open();
    });
    afterAll(() => tested.stop());

    it('answers what was kept, whatever its alphabet', async () => {
      const text = 'query Übersicht { me(name: "𝒜 ✓") { id } }';
      await tested.store.set(hashOf(text), text);
      expect(await tested.store.get(hashOf(text))).toBe(text);
    });

    it('knows nothing of what was not kept', async () => {
      expect(await tested.store.get(hashOf('query Never { me { id } }'))).toBeUndefined();
    });

    it('keeps the same text twice without harm, and many side by side', async () => {
      const texts = Array.from({ length: 20 }, (_, index) => `query Q${index} { me { id } }`);
      await Promise.all([...texts, ...texts].map((text) => tested.store.set(hashOf(text), text)));
      const kept = await Promise.all(texts.map((text) => tested.store.get(hashOf(text))));
      expect(kept).toEqual(texts);
    });
  });
}
