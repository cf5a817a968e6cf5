import { afterEach, describe, expect, it } from '@jest/globals';
import type { EntityStore, Kept } from '../../src/entity-cache/entity-store.types.js';

export interface OpenedStore {
  readonly store: EntityStore;
  /** Lets time pass. */
  pass(milliseconds: number): Promise<void>;
  stop(): Promise<void>;
}

/** What every store of the entity cache has to do. */
export function entityStoreContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`entities in ${name}`, () => {
    let opened: OpenedStore;
    afterEach(() => opened.stop());

    const start = async () => {
      opened = await open();
      const { store } = opened;
      const read = async (key: string, tags: readonly string[] = ['t']) => {
        const [found] = await store.read([{ key, tags }]);
        return found ?? { value: 'nothing was found at all', stamp: '' };
      };
      const keep = async (key: string, value: string, more: Partial<Kept> = {}) => {
        const { tags = ['t'] } = more;
        const { stamp } = await read(key, tags);
        await store.write([{ key, value, tags, toldTags: [], ttlMs: 60_000, stamp, ...more }]);
      };
      return { store, read, keep };
    };

    it('are found again, in the order of what is wanted', async () => {
      const { store, keep } = await start();
      await keep('a', 'A');
      await keep('b', '{"text":"Ünïcode ✓ \\n"}');
      const wanted = ['b', 'x', 'a'].map((key) => ({ key, tags: ['t'] }));
      const values = (await store.read(wanted)).map(({ value }) => value);
      expect(values).toEqual(['{"text":"Ünïcode ✓ \\n"}', undefined, 'A']);
    });

    it('are replaced', async () => {
      const { read, keep } = await start();
      await keep('a', 'A');
      await keep('a', 'B');
      expect((await read('a')).value).toBe('B');
    });

    it('are gone after their time', async () => {
      const { read, keep } = await start();
      await keep('a', 'A', { ttlMs: 40 });
      await keep('b', 'B');
      await opened.pass(60);
      expect((await read('a')).value).toBeUndefined();
      expect((await read('b')).value).toBe('B');
    });

    it('are gone with any of their tags, and others stay', async () => {
      const { store, read, keep } = await start();
      await keep('a', 'A', { tags: ['t', 'one'] });
      await keep('b', 'B', { tags: ['t', 'two'] });
      await keep('c', 'C', { tags: ['t'], toldTags: ['one'] });
      await store.invalidate(['one', 'unheard of']);
      expect((await read('a', ['t', 'one'])).value).toBeUndefined();
      expect((await read('b', ['t', 'two'])).value).toBe('B');
      expect((await read('c')).value).toBeUndefined();
      await store.invalidate(['t']);
      expect((await read('b', ['t', 'two'])).value).toBeUndefined();
    });

    it('are kept anew after an invalidation', async () => {
      const { store, read, keep } = await start();
      await keep('a', 'A');
      await store.invalidate(['t']);
      await keep('a', 'B');
      expect((await read('a')).value).toBe('B');
    });

    it('are not kept where they were asked for before an invalidation', async () => {
      const { store, read, keep } = await start();
      const { stamp } = await read('a', ['t', 'one']);
      await store.invalidate(['one']);
      await keep('a', 'A', { tags: ['t', 'one'], stamp });
      expect((await read('a', ['t', 'one'])).value).toBeUndefined();
      const before = await read('b');
      await store.invalidate(['two']);
      await keep('b', 'B', { toldTags: ['two'], stamp: before.stamp });
      expect((await read('b')).value).toBeUndefined();
    });

    it('have another stamp once one of their tags was invalidated', async () => {
      const { store, read } = await start();
      const { stamp } = await read('a');
      expect((await read('a')).stamp).toBe(stamp);
      await store.invalidate(['t']);
      expect((await read('a')).stamp).not.toBe(stamp);
    });
  });
}
