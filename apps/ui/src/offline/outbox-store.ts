import { type DBSchema, openDB } from 'idb';
import type { OutboxItem, OutboxStore } from './outbox.types.js';

interface Row extends OutboxItem {
  /** Whose it is: on a shared device nobody sends what somebody else wrote. */
  readonly holder: string;
}

interface OutboxSchema extends DBSchema {
  items: { key: string; value: Row; indexes: { holder: string } };
}

/** The items of one holder (person and membership) in IndexedDB. @throws DOMException where the browser has none */
export async function openOutboxStore(holder: string): Promise<OutboxStore> {
  const database = await openDB<OutboxSchema>('nexus-outbox', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('items', { keyPath: 'key' }).createIndex('holder', 'holder');
    },
  });
  return {
    async all() {
      const rows = await database.getAllFromIndex('items', 'holder', holder);
      return rows
        .map(({ holder: _, ...item }) => item)
        .sort((one, other) => one.madeAt - other.madeAt);
    },
    async put(item) {
      await database.put('items', { ...item, holder });
    },
    async remove(key) {
      await database.delete('items', key);
    },
  };
}

/** For a browser that keeps nothing: what is written outlives the network's absence, but not the page. */
export function memoryOutboxStore(): OutboxStore {
  const items = new Map<string, OutboxItem>();
  return {
    all: async () => [...items.values()],
    async put(item) {
      items.set(item.key, item);
    },
    async remove(key) {
      items.delete(key);
    },
  };
}
