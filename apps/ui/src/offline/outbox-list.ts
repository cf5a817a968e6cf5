import type { Operation, OperationResult } from '@urql/core';
import type { OutboxItem, OutboxStore } from './outbox.types.js';

/** The way to the graph and back. */
export interface OutboxLine {
  readonly send: (operation: Operation) => Promise<OperationResult>;
  /** Tells whoever waits. */
  readonly answer: (result: OperationResult) => void;
}

/** An item, and who waits for its answer in this page. */
export interface OutboxEntry {
  item: OutboxItem;
  operation?: Operation;
  line?: OutboxLine;
  /** An earlier page made it. */
  readonly isResumed: boolean;
  /** Somebody in this page waits for its answer, and tells its person. */
  readonly isAwaited: boolean;
}

/** The items of a page, in their order, and the same in the store. */
export function createOutboxList(store: OutboxStore) {
  const entries = new Map<string, OutboxEntry>();
  const listeners = new Set<() => void>();
  let items: readonly OutboxItem[] = [];
  /** Writes one after another: what was said last stays. */
  let writing: Promise<unknown> = Promise.resolve();

  function update(): void {
    items = [...entries.values()].map(({ item }) => item);
    for (const listener of listeners) listener();
  }

  function write(act: () => Promise<void>): Promise<unknown> {
    // A store that fails (full, taken away) must not keep what can be sent from being sent.
    writing = writing.then(act).catch(() => undefined);
    return writing;
  }

  return {
    get items() {
      return items;
    },
    listen(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    all: (): OutboxEntry[] => [...entries.values()],
    get: (key: string): OutboxEntry | undefined => entries.get(key),
    /** The first that can be sent. */
    next: (): OutboxEntry | undefined =>
      [...entries.values()].find(({ item, operation }) => item.state === 'waiting' && operation),
    add(entry: OutboxEntry): void {
      entries.set(entry.item.key, entry);
      void write(() => store.put(entry.item));
      update();
    },
    /** @param how `isKept: false` takes it from the store: what is answered need not outlive the page */
    change(
      entry: OutboxEntry,
      part: Partial<OutboxItem>,
      { isKept = true }: { readonly isKept?: boolean } = {},
    ): Promise<unknown> {
      const item = { ...entry.item, ...part };
      entry.item = item;
      const written = write(() => (isKept ? store.put(item) : store.remove(item.key)));
      update();
      return written;
    },
    remove({ item }: OutboxEntry): void {
      entries.delete(item.key);
      void write(() => store.remove(item.key));
      update();
    },
    /** Settles when everything is in the store. */
    saved: (): Promise<unknown> => writing,
  };
}
