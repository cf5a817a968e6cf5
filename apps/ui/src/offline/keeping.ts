import type { StorageAdapter } from '@urql/exchange-graphcache';
import type { Entries, KeptStore } from './kept-store.js';

/** How long changes are gathered before they are written, in milliseconds. */
const GATHER_MS = 1_000;

export interface KeepingOptions {
  /** A browser that keeps nothing rejects it. */
  readonly store: Promise<Pick<KeptStore, 'write'>>;
  /** What to begin with: what was kept where there is no network, nothing where the graph answers itself. */
  readonly initial: Entries;
  /** Whether the session goes on: once it has ended, nothing more is kept. */
  readonly isOpen: () => boolean;
  readonly now: () => number;
  /** Where going away is told: `document`. */
  readonly page: Pick<Document, 'addEventListener' | 'visibilityState'>;
}

/** A storage for the normalised cache, and when that has taken up what it begins with. */
export interface Keeping extends StorageAdapter {
  readonly taken: Promise<void>;
  /** The graph has answered: what is written next is as of now. */
  heard(): void;
}

/** Writes what the cache has learnt, behind the person's back: gathered, or at once when the page is put away. */
export function createKeeping({ store, initial, isOpen, now, page }: KeepingOptions): Keeping {
  const { promise: taken, resolve: onCacheHydrated } = Promise.withResolvers<void>();
  let gathered: Entries = {};
  let asOf: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const delta = gathered;
    gathered = {};
    // Before the graph has answered there is nothing new, whatever the cache has moved.
    if (asOf === undefined || !isOpen() || Object.keys(delta).length === 0) return;
    try {
      await (await store).write(delta, asOf);
    } catch {
      // A browser without room or storage keeps less; the page goes on.
    }
  }

  page.addEventListener('visibilitychange', () => {
    if (page.visibilityState === 'hidden') void flush();
  });
  return {
    taken,
    onCacheHydrated,
    readData: async () => initial,
    async writeData(delta) {
      Object.assign(gathered, delta);
      if (Object.keys(gathered).length > 0) timer ??= setTimeout(() => void flush(), GATHER_MS);
    },
    heard() {
      asOf = now();
    },
  };
}
