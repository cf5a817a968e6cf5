import type { StorageAdapter } from '@urql/exchange-graphcache';
import { type DBSchema, deleteDB, openDB } from 'idb';

/** Fields of the normalised cache by their keys, as it writes them; undefined where one is gone. */
export type Entries = Awaited<ReturnType<StorageAdapter['readData']>>;

/** Whose the kept entries are, and as of when. */
export interface KeptFor {
  /** Person and membership. */
  readonly holder: string;
  /** When the graph last answered, in milliseconds of the clock. */
  readonly asOf: number;
}

/** What a person last saw. */
export interface KeptStore {
  /** Undefined where nothing is kept. */
  whose(): Promise<KeptFor | undefined>;
  /** Makes it somebody's: what was another's is gone. */
  claim(holder: string, asOf: number): Promise<void>;
  /** All that is kept, but for what is older than a fortnight. */
  read(now: number): Promise<Entries>;
  /** Beyond the limit, what was written longest ago gives way. */
  write(delta: Entries, asOf: number): Promise<void>;
}

interface KeptSchema extends DBSchema {
  entries: { key: string; value: { value: string; at: number }; indexes: { at: number } };
  about: { key: 'whose'; value: KeptFor };
}

/** One for all portals: a browser has one session, and a person sees one graph. */
const NAME = 'nexus-kept';
const MAX_ENTRIES = 20_000;
const MAX_AGE_MS = 14 * 24 * 3_600_000;
/** What is said to a bank belongs to its moment: where a payment goes on, why a card was declined. */
const NEVER_KEPT = /^Payment:/;

/** @throws DOMException where the browser keeps nothing */
export async function openKeptStore(limit = MAX_ENTRIES): Promise<KeptStore> {
  const database = await openDB<KeptSchema>(NAME, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('entries').createIndex('at', 'at');
      fresh.createObjectStore('about');
    },
    // A window that signs out does not wait for this one to let go.
    blocking: () => database.close(),
  });
  const whose = () => database.get('about', 'whose');

  /** @param range of the times at which they were written; the oldest go first */
  async function forget(range: IDBKeyRange | null, count: number): Promise<void> {
    if (count <= 0) return;
    const change = database.transaction('entries', 'readwrite');
    let cursor = await change.store.index('at').openCursor(range);
    for (let gone = 0; cursor && gone < count; gone += 1) {
      await cursor.delete();
      cursor = await cursor.continue();
    }
    await change.done;
  }

  return {
    whose,
    async claim(holder, asOf) {
      if ((await whose())?.holder === holder) return;
      const change = database.transaction(['entries', 'about'], 'readwrite');
      void change.objectStore('entries').clear();
      void change.objectStore('about').put({ holder, asOf }, 'whose');
      await change.done;
    },
    async read(now) {
      await forget(IDBKeyRange.upperBound(now - MAX_AGE_MS), Number.POSITIVE_INFINITY);
      const { store } = database.transaction('entries');
      const [keys, rows] = await Promise.all([store.getAllKeys(), store.getAll()]);
      return Object.fromEntries(keys.map((key, place) => [key, rows[place]?.value]));
    },
    async write(delta, asOf) {
      const kept = await whose();
      if (!kept) return;
      const change = database.transaction(['entries', 'about'], 'readwrite');
      const entries = change.objectStore('entries');
      for (const [key, value] of Object.entries(delta)) {
        if (NEVER_KEPT.test(key)) continue;
        void (value === undefined ? entries.delete(key) : entries.put({ value, at: asOf }, key));
      }
      void change.objectStore('about').put({ ...kept, asOf }, 'whose');
      await change.done;
      await forget(null, (await database.count('entries')) - limit);
    },
  };
}

/** Forgets whatever is kept, whoever’s it is. */
export async function forgetKept(): Promise<void> {
  await deleteDB(NAME);
}
